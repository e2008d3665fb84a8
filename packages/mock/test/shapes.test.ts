import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Mock, MockUsageError, startMock } from "../src/index.ts";
import { call } from "./shop.ts";

// A document that shows the answers of its operations in two shapes.
let mock: Mock;
beforeAll(async () => {
  mock = await startMock(fileURLToPath(new URL("fixtures/shapes.yaml", import.meta.url)));
});
afterAll(() => mock.close());
beforeEach(() => mock.reset());

async function idsOf(query: string): Promise<unknown> {
  const { json, seen } = await call(mock, `/things${query}`);
  expect(seen?.violations).toEqual([]);
  const { data } = json as { data: { id: string }[] | { things: { id: string }[] } };
  return Array.isArray(data) ? data.map(({ id }) => id) : { things: data.things.map(({ id }) => id) };
}

describe("a list in two shapes", () => {
  it.each<[string, unknown]>([
    ["", ["a", "b"]],
    ["?offset=0", ["a", "b"]],
    ["?offset=2", ["c"]],
    ["?offset=3", []],
    ["?page=1", { things: ["x"] }],
    ["?page=2", { things: ["y"] }],
    ["?page=3", { things: [] }],
  ])("is answered in the shape that %j asks for", async (query, want) => {
    expect(await idsOf(query)).toEqual(want);
  });

  it.each<[string, unknown]>([
    ["", { things: ["x"] }],
    ["?page=2", { things: ["y"] }],
    // A vendor that knows no offset answers with its first page.
    ["?offset=2", { things: ["x"] }],
  ])("is answered to %j in the shape that a rule wants", async (query, want) => {
    mock.prefer({ shape: "camelCase" });
    expect(await idsOf(query)).toEqual(want);
  });

  it("is made of a test's own items in either shape", async () => {
    mock.items({ operation: "things.list", items: ["1", "2", "3"].map((id) => ({ id })) });
    expect(await idsOf("?offset=2")).toEqual(["3"]);
    expect(await idsOf("?size=1&offset=1")).toEqual(["2"]);
    expect(await idsOf("?page=2")).toEqual({ things: ["3"] });
    mock.prefer({ shape: "camelCase" });
    const { json } = await call(mock, "/things");
    expect(json).toEqual({
      success: true,
      data: { things: [{ id: "1" }, { id: "2" }], pagination: { page: 1, more: true } },
    });
  });
});

describe("an answer in two shapes", () => {
  it("is the usual one, or that of the rule", async () => {
    expect((await call(mock, "/things", { json: { id: "a" } })).json).toEqual({ id: "new" });
    mock.prefer({ shape: "camelCase" });
    expect((await call(mock, "/things", { json: { id: "a" } })).json).toEqual({
      success: true,
      data: { id: "new" },
    });
    expect((await call(mock, "/plain")).json).toEqual({ id: "p" });
  });

  it("has no shape that no example shows", () => {
    expect(() => mock.prefer({ shape: "pascalCase" })).toThrow(MockUsageError);
    expect(() => mock.prefer({ shape: "pascalCase" })).toThrow("There is: camelCase.");
    expect(() => mock.prefer({ operation: "plain.get", shape: "camelCase" })).toThrow("There is: none.");
  });
});
