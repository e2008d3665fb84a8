import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type FailRule, type Mock, MockUsageError } from "../src/index.ts";
import { call, startShop } from "./shop.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startShop();
});
afterEach(() => mock.reset());
afterAll(() => mock.close());

const NEW = { json: { name: "a" } };

it("fails once unless told otherwise, then answers as ever", async () => {
  mock.fail({ status: 500 });
  expect([(await call(mock, "/items", NEW)).status, (await call(mock, "/items", NEW)).status]).toEqual([
    500, 201,
  ]);
});

it("fails one operation as often as told", async () => {
  mock.fail({
    operation: "items.create",
    status: 503,
    times: 2,
    retryAfter: 7,
    headers: { "X-Why": "tired" },
  });
  expect((await call(mock, "/items/best")).status).toBe(200);
  const first = await call(mock, "/items", NEW);
  expect(first).toMatchObject({
    status: 503,
    json: { error: "nope" },
    seen: { answer: { fault: true }, violations: [] },
  });
  expect([first.headers.get("retry-after"), first.headers.get("x-why")]).toEqual(["7", "tired"]);
  expect((await call(mock, "/items", NEW)).status).toBe(503);
  expect((await call(mock, "/items", NEW)).status).toBe(201);
});

it.each<[string, FailRule, string, string]>([
  ["JSON", { status: 502, body: { why: "x" } }, "application/json", '{"why":"x"}'],
  ["text", { status: 502, body: "<h1>", headers: { "content-type": "text/html" } }, "text/html", "<h1>"],
])("answers a body of its own as %s", async (_, rule, type, text) => {
  mock.fail(rule);
  const answered = await call(mock, "/items/best");
  expect([answered.headers.get("content-type"), answered.text]).toEqual([type, text]);
});

it("answers the example of a whole family of statuses", async () => {
  mock.fail({ operation: "sound", status: 599 });
  expect(await call(mock, "/sound")).toMatchObject({ status: 599, json: { error: "nope" } });
});

it("answers a problem document where none is documented", async () => {
  mock.fail({ status: 418 });
  const { headers, json } = await call(mock, "/items/best");
  expect([headers.get("content-type"), json]).toMatchObject(["application/problem+json", { status: 418 }]);
});

it("answers late", async () => {
  mock.fail({ delay: 60 });
  const start = performance.now();
  expect((await call(mock, "/items/best")).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThanOrEqual(55);
});

it("resets the connection and keeps the request", async () => {
  mock.fail({ reset: true });
  await expect(call(mock, "/items", NEW)).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  expect(mock.requests).toMatchObject([
    { operation: "items.create", body: { json: { name: "a" } }, answer: undefined },
  ]);
});

it("cuts a body in half", async () => {
  mock.fail({ cutBody: true });
  const response = await fetch(`${mock.url}/items/best`, { headers: { "X-Key": "k" } });
  expect([response.status, response.headers.get("content-length")]).toEqual([200, "9"]);
  await expect(response.text()).rejects.toThrow("terminated");
  expect(Buffer.from(mock.requests[0]?.answer?.body ?? []).toString()).toBe('{"id');
});

it("ends a wait when it is closed", async () => {
  const other = await startShop();
  other.fail({ delay: 60_000 });
  const pending = call(other, "/items/best").catch((error: Error) => error.message);
  await new Promise((done) => setTimeout(done, 30));
  await other.close();
  expect(await pending).toBe("fetch failed");
});

describe("a fault that cannot be meant is refused at once", () => {
  it.each<[FailRule, RegExp]>([
    [{}, /has to do something/],
    [{ operation: "nope", status: 500 }, /no operation "nope"/],
    [{ status: 42 }, /from 200 to 599/],
    [{ retryAfter: 3 }, /needs a status/],
    [{ status: 500, times: 0 }, /at least 1/],
  ])("%o", (rule, want) => {
    expect(() => mock.fail(rule)).toThrow(want);
    expect(() => mock.fail(rule)).toThrow(MockUsageError);
  });
});
