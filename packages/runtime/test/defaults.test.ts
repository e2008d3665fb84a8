import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Limits } from "../src/client.ts";
import { clientState } from "../src/client-state.ts";
import { limitsOf } from "../src/limits.ts";
import { errorOf, GET, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

afterEach(() => vi.restoreAllMocks());

/** Delays of all timers that are started while something runs. */
async function delaysOf(run: () => Promise<unknown>): Promise<unknown[]> {
  const timers = vi.spyOn(globalThis, "setTimeout");
  await run();
  return timers.mock.calls.map(([, delay]) => delay);
}

describe("defaults", () => {
  const rows: [name: keyof Limits, want: number][] = [
    ["timeout", 30_000],
    ["totalTimeout", Number.POSITIVE_INFINITY],
    ["idleTimeout", 60_000],
    ["maxRetries", 2],
    ["maxRetryAfter", 60_000],
    ["maxPages", Number.POSITIVE_INFINITY],
    ["maxResponseBytes", 268_435_456],
  ];
  it.each(rows)("%s is %d, and gives way to the client's, and that to the call's", (name, want) => {
    const limit = (client: object, call: object): number =>
      limitsOf(call, clientState(sample(client)).limits)[name];
    expect(limit({}, {})).toBe(want);
    expect(limit({ [name]: 7 }, {})).toBe(7);
    expect(limit({ [name]: 7 }, { [name]: 5 })).toBe(5);
  });

  it("an attempt is timed by 30 s, and a handed-over body by 60 s a chunk", async () => {
    const server = await serve((_, response) => json(response, {}));
    const client = sample({ baseURL: server.url });
    expect(await delaysOf(() => client.things.call(GET))).toContain(30_000);
    const response = await client.things.call(GET).asResponse();
    expect(await delaysOf(() => response.text())).toContain(60_000);
  });

  it("a hint of 60 s is waited for, one of 61 s is not", async () => {
    const waited = async (seconds: number): Promise<boolean> => {
      const server = await serve((_, response) =>
        json(response, {}, 429, { "retry-after": String(seconds) }),
      );
      const controller = new AbortController();
      const hooks = { retry: () => controller.abort() };
      const call = sample({ baseURL: server.url, hooks }).things.call(GET, {}, { signal: controller.signal });
      return (await errorOf(call)).name === "APIUserAbortError";
    };
    expect(await waited(60)).toBe(true);
    expect(await waited(61)).toBe(false);
  });
});

it("of every option stand in its type", async () => {
  const source = await readFile(new URL("../src/options.ts", import.meta.url), "utf8");
  const options = [...source.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name);
  const told = [...source.matchAll(/@default (?:(?!\*\/).)+\*\/\n {2}(\w+)\?:/gs)].map(([, name]) => name);
  expect(options.length).toBeGreaterThan(25);
  expect(told).toEqual(options);
});
