import { expect, it } from "vitest";
import type { Mock } from "../src/index.ts";
import { call, startShop } from "./shop.ts";

/** A session with reads, writes, walks, faults and made-up values. */
async function session(mock: Mock): Promise<readonly unknown[]> {
  mock.fail({ operation: "items.get", status: 503, times: 1 });
  await call(mock, "/items/1");
  await call(mock, "/items", { json: { name: "Ada" } });
  await call(mock, "/items/1001");
  await call(mock, "/items?page=2");
  await call(mock, "/items?limit=3");
  await call(mock, "/items?unknown=1");
  await call(mock, "/items/1", { headers: { prefer: "dynamic=true" } });
  await call(mock, "/feed", { headers: { prefer: "dynamic=true" } });
  return mock.requests.map(({ violations, answer }) => [
    answer?.status,
    Buffer.from(answer?.body ?? [])
      .toString()
      .replaceAll(mock.origin, ""),
    violations,
  ]);
}

it("gives the same answers to the same requests, in every run and after a reset", async () => {
  await using one = await startShop({ state: true });
  await using two = await startShop({ state: true });
  const first = await session(one);
  expect(await session(two)).toEqual(first);
  one.reset();
  expect(await session(one)).toEqual(first);
});
