import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Mock, MockUsageError, type PreferRule } from "../src/index.ts";
import { call, startShop } from "./shop.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startShop();
});
afterEach(() => mock.reset());
afterAll(() => mock.close());

const NEW = { json: { name: "a" } };

it("answers with the first example of the lowest 2xx", async () => {
  expect(await call(mock, "/items", NEW)).toMatchObject({ status: 201, json: { id: 1 } });
  expect(await call(mock, "/items:archive", { method: "POST" })).toMatchObject({ status: 204, text: "" });
});

it.each([
  ["code=422", 422, { error: "nope" }],
  ["code=422, example=rare", 422, { error: "odd" }],
  ["example=other", 201, { id: 2 }],
])("takes the header Prefer: %s", async (prefer, status, json) => {
  expect(await call(mock, "/items", { ...NEW, headers: { prefer } })).toMatchObject({ status, json });
});

it("answers an error of another media type than the success", async () => {
  mock.prefer({ operation: "sound", status: 404 });
  const answered = await call(mock, "/sound", { headers: { accept: "audio/mpeg" } });
  expect(answered).toMatchObject({ status: 404, json: { error: "nope" } });
  expect(answered.seen?.headers.accept).toBe("audio/mpeg");
});

it("answers bytes", async () => {
  const answered = await call(mock, "/sound");
  expect([answered.headers.get("content-type"), answered.text]).toEqual(["audio/mpeg", "ID3"]);
});

it("uses rules with a count in order, then the newest of the lasting ones", async () => {
  mock.prefer({ operation: "items.create", status: 422 });
  mock.prefer({ operation: "POST /items", example: "other" });
  mock.prefer({ operation: "items.create", status: 503, times: 1 });
  mock.prefer({ operation: "items.create", status: 422, example: "rare", times: 1 });
  mock.prefer({ operation: "items.list", status: 404 });
  const seen = [];
  for (let turn = 0; turn < 4; turn += 1) seen.push((await call(mock, "/items", NEW)).json);
  expect(seen).toEqual([{ error: "nope" }, { error: "odd" }, { id: 2 }, { id: 2 }]);
});

describe("a rule that cannot be meant is refused at once", () => {
  it.each<[PreferRule, RegExp]>([
    [{ operation: "items.lst" }, /no operation "items\.lst"\. It has: items\.list, items\.create/],
    [{ operation: "items.create", status: 418 }, /items\.create documents no status 418/],
    [{ operation: "items.create", example: "third" }, /no example "third" there\. It has: default, other/],
    [{ operation: "items.create", times: 0 }, /at least 1/],
  ])("%o", (rule, want) => {
    expect(() => mock.prefer(rule)).toThrow(want);
    expect(() => mock.prefer(rule)).toThrow(MockUsageError);
  });
});
