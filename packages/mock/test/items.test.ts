import { expect, it } from "vitest";
import { MockUsageError } from "../src/index.ts";
import { call, startShop } from "./shop.ts";

const items = [11, 12, 13, 14, 15].map((id) => ({ id }));
const ids = (json: unknown): number[] => (json as { data: { id: number }[] }).data.map(({ id }) => id);

it.each([
  ["the first page", "?limit=2", { data: [{ id: 11 }, { id: 12 }], page: 1, total: 5 }],
  ["a page by its number", "?page=2&limit=2", { data: [{ id: 13 }, { id: 14 }], page: 2 }],
  ["the last page by its number", "?page=3&limit=2", { data: [{ id: 15 }], page: 3, next: null }],
  ["a page beyond", "?page=4&limit=2", { data: [] }],
  ["a page by its offset", "?offset=3&limit=4", { data: [{ id: 14 }, { id: 15 }], total: 5 }],
  ["a page by its cursor", "?cursor=2&limit=2", { data: [{ id: 13 }, { id: 14 }], next: "4" }],
  ["the last page by its cursor", "?cursor=4&limit=2", { data: [{ id: 15 }], next: null }],
  ["a cursor that nobody gave", "?cursor=n2", { data: [], next: null }],
  ["the rule's page size", "", { data: [{ id: 11 }, { id: 12 }, { id: 13 }] }],
])("pages over a test's items: %s", async (_, query, want) => {
  await using mock = await startShop();
  mock.items({ operation: "items.list", items, limit: 3 });
  const { json, seen } = await call(mock, `/items${query}`);
  expect(json).toMatchObject(want);
  expect(seen?.violations).toEqual([]);
});

it("walks links, over examples and over items", async () => {
  await using mock = await startShop();
  const walk = async (): Promise<number[]> => {
    const found: number[] = [];
    for (let next: string | null | undefined = `${mock.url}/feed`; next; ) {
      const response: Response = await fetch(next, { headers: { "x-key": "k" } });
      const answer = (await response.json()) as { data: { id: number }[]; next?: string | null };
      found.push(...ids(answer));
      next = answer.next;
    }
    return found;
  };
  expect(await walk()).toEqual([1, 2]);
  mock.items({ operation: "feed", items });
  expect(await walk()).toEqual([11, 12, 13, 14, 15]);
  expect(mock.violations).toEqual([]);
});

it("reads the position from a body", async () => {
  await using mock = await startShop();
  mock.items({ operation: "search", items: ["a", "b", "c"], limit: 2 });
  expect((await call(mock, "/search", { json: {} })).json).toEqual({ found: ["a", "b"], more: true });
  expect((await call(mock, "/search", { json: { page: 2 } })).json).toEqual({ found: ["c"], more: false });
});

it("keeps the items as they were given, until a newer rule or a reset", async () => {
  await using mock = await startShop();
  const given = [{ id: 1 }];
  mock.items({ operation: "GET /items", items: given });
  given.push({ id: 2 });
  expect(ids((await call(mock, "/items")).json)).toEqual([1]);
  mock.items({ operation: "items.list", items: [], times: 1 });
  expect(ids((await call(mock, "/items")).json)).toEqual([]);
  expect(ids((await call(mock, "/items")).json)).toEqual([1]);
  mock.reset();
  expect(ids((await call(mock, "/items")).json)).toEqual([1, 2]);
});

it("refuses what cannot be meant", async () => {
  await using mock = await startShop();
  expect(() => mock.items({ operation: "items.lst", items })).toThrow(MockUsageError);
  expect(() => mock.items({ operation: "items.get", items })).toThrow("does not answer with a list");
  expect(() => mock.items({ operation: "items.list", items, limit: 0 })).toThrow("limit");
});
