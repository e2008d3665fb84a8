import { afterAll, beforeAll, expect, it } from "vitest";
import type { Mock } from "../src/index.ts";
import { call, startShop } from "./shop.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startShop();
});
afterAll(() => mock.close());

it.each([
  ["nothing", "", [1, 2]],
  ["the first page", "?page=1", [1, 2]],
  ["the second page", "?page=2", [3, 4]],
  ["the last page", "?page=3&limit=2", [5]],
  ["a page beyond", "?page=4", []],
  ["the second cursor", "?cursor=n2", [3, 4]],
  ["the last cursor", "?cursor=n3", [5]],
  ["a cursor that nobody gave", "?cursor=n9", []],
  ["offset 0", "?offset=0", [1, 2]],
  ["the second offset", "?offset=2", [3, 4]],
  ["the last offset", "?offset=4", [5]],
  ["an offset within a page", "?offset=3", [5]],
  ["an offset beyond", "?offset=5", []],
])("answers %s", async (_, query, ids) => {
  const { json, seen } = await call(mock, `/items${query}`);
  expect((json as { data: { id: number }[] }).data.map((item) => item.id)).toEqual(ids);
  expect(seen?.violations).toEqual([]);
});

it("reads the position from a body", async () => {
  expect((await call(mock, "/search", { json: { page: 2 } })).json).toEqual({ found: ["c"], more: true });
});

it("ends a walk whose examples do not", async () => {
  expect((await call(mock, "/search", { json: { page: 3 } })).json).toEqual({ found: [], more: false });
});

it("lets a rule choose the page", async () => {
  mock.prefer({ operation: "items.list", example: "last", times: 1 });
  expect((await call(mock, "/items")).json).toMatchObject({ page: 3 });
});
