import { freshId } from "@trunkline/document/mock";
import { describe, expect, it } from "vitest";
import type { Mock } from "../src/index.ts";
import { call, startShop } from "./shop.ts";

const create = (mock: Mock, name: string) => call(mock, "/items", { json: { name } });
const ids = (json: unknown): number[] => (json as { data: { id: number }[] }).data.map(({ id }) => id);

describe("with state", () => {
  it("gives what was created, as it is changed, until it is deleted", async () => {
    await using mock = await startShop({ state: true });
    const { json: made, status } = await create(mock, "Ada");
    expect([status, made]).toEqual([201, { id: 1001, name: "Ada" }]);
    expect((await create(mock, "Grace")).json).toEqual({ id: 1002, name: "Grace" });
    expect((await call(mock, "/items/1001")).json).toEqual({ id: 1001, name: "Ada" });

    const change = { method: "PATCH", json: { name: "Ada L." } };
    expect((await call(mock, "/items/1001", change)).json).toEqual({ id: 1001, name: "Ada L." });
    expect((await call(mock, "/items/1001")).json).toEqual({ id: 1001, name: "Ada L." });
    expect(ids((await call(mock, "/items?limit=100")).json)).toEqual([1, 2, 3, 4, 5, 1001, 1002]);
    expect((await call(mock, "/items?page=3&limit=3")).json).toMatchObject({
      data: [{ id: 1002, name: "Grace" }],
      total: 7,
    });

    expect((await call(mock, "/items/1001", { method: "DELETE" })).status).toBe(204);
    expect((await call(mock, "/items/1001")).status).toBe(404);
    expect(ids((await call(mock, "/items?limit=100")).json)).toEqual([1, 2, 3, 4, 5, 1002]);
    // Ids are not given twice.
    expect((await create(mock, "Joan")).json).toMatchObject({ id: 1003 });
    expect(mock.violations).toEqual([]);
  });

  it("leaves alone what was not created, and what a rule answers", async () => {
    await using mock = await startShop({ state: true });
    expect((await call(mock, "/items/7")).json).toEqual({ id: 7 });
    expect(ids((await call(mock, "/items")).json)).toEqual([1, 2]);
    mock.fail({ operation: "items.create", status: 503 });
    await create(mock, "lost");
    mock.prefer({ operation: "items.create", example: "other", times: 1 });
    expect((await create(mock, "chosen")).json).toEqual({ id: 2 });
    await call(mock, "/items", { json: { nickname: "refused" } });
    expect((await create(mock, "first")).json).toEqual({ id: 1001, name: "first" });
  });

  it("forgets on reset, and begins with the same ids", async () => {
    await using mock = await startShop({ state: true });
    await create(mock, "Ada");
    mock.reset();
    expect((await call(mock, "/items/1001")).json).toEqual({ id: 7 });
    expect((await create(mock, "Grace")).json).toMatchObject({ id: 1001 });
  });
});

it("without state every request is answered as if it were the first", async () => {
  await using mock = await startShop();
  expect((await create(mock, "Ada")).json).toEqual({ id: 1 });
  expect((await call(mock, "/items/1001")).json).toEqual({ id: 7 });
});

it.each([
  [1, 2, 1002],
  ["prg_8f3a", 12, "prg_0012"],
  ["00000000-0000-4000-8000-00000000000a", 3, "00000000-0000-4000-8000-000000000003"],
  ["abc", 1, "001"],
  ["x-1", 345, "x-345"],
])("an id like %s", (example, nth, want) => {
  expect(freshId(example, nth)).toBe(want);
});
