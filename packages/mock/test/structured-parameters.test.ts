import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Mock, startMock } from "../src/index.ts";
import { raw, request } from "./raw.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock(fileURLToPath(new URL("fixtures/hostile/", import.meta.url)));
});
afterAll(() => mock.close());

it.each<[query: string, headers: Record<string, string>, location: readonly string[] | undefined]>([
  ["", {}, undefined],
  ["filter[tags]=a", {}, undefined],
  ["filter[tags]=a&filter[tags]=b", {}, undefined],
  ["filter[tags][]=a&filter[tags][]=b", {}, undefined],
  ["filter[tags][0]=a&filter[tags][7]=b", {}, undefined],
  ["filter[size]=3", {}, undefined],
  ["filter[size]=x", {}, ["query", "filter", "size"]],
  ["filter[near][lat]=1.5", {}, undefined],
  ["filter[near][lat]=x", {}, ["query", "filter", "near", "lat"]],
  ["filter[odd]=1", {}, ["query", "filter"]],
  ["filter[__proto__][x]=1", {}, ["query", "filter"]],
  ["filter[size", {}, undefined],
  [`filter${"[a]".repeat(300)}=1`, {}, ["query"]],
  ["", { "x-ids": "1,2, 3" }, undefined],
  ["", { "x-ids": "1,b" }, ["header", "x-ids", "1"]],
  ["", { "x-ids": "" }, undefined],
  ["", { "x-pairs": "a=1,b=2" }, undefined],
  ["", { "x-pairs": "a=1,b=x" }, ["header", "x-pairs", "b"]],
  ["", { "x-flat": "a,1,b,2" }, undefined],
  ["", { "x-flat": "a,1,b,x" }, ["header", "x-flat", "b"]],
])("reads ?%s with %j", async (query, headers, location) => {
  await raw(mock, request(`GET /search?${query}`, headers));
  const [found] = mock.requests.at(-1)?.violations ?? [];
  expect(found?.location).toEqual(location);
});
