import type { NamedWindow, NoPlace, Place } from "@trunkline/runtime/quota";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { IoredisLike } from "../src/commands.ts";
import { SETTLE, TAKE } from "../src/quota-scripts.ts";
import { redisStore } from "../src/redis-store.ts";
import { runnerOf } from "../src/scripts-runner.ts";

// A clock that is captured, and a Redis that says what it is told to: what a process does by itself, to the millisecond.

const PER = 2000;
const WINDOWS: readonly NamedWindow[] = [{ name: "account", limit: 8, per: PER, scope: "account" }];

interface Asked {
  readonly script: string;
  readonly args: readonly string[];
}

interface Made {
  readonly asked: Asked[];
  take(maxWait?: number): Promise<Place | NoPlace>;
}

/** A process with a client of Redis that answers takes by `answer`. */
async function made(answer: () => Promise<unknown>): Promise<Made> {
  let isReady = false;
  const asked: Asked[] = [];
  const run = (script: string, keys: number, given: readonly string[]): Promise<unknown> => {
    if (!isReady) return Promise.resolve(1);
    asked.push({ script, args: given.slice(keys) });
    return script === TAKE ? answer() : Promise.resolve(1);
  };
  const client: IoredisLike = {
    defineCommand: () => {},
    evalsha: () => Promise.reject(new Error("NOSCRIPT")),
    eval: (script, keys, ...given) => run(script, keys, given),
  };
  const runner = runnerOf(client, "client");
  // Digests are made by another thread, whose time is not captured.
  for (const script of [TAKE, SETTLE]) await runner.run(script, [], []);
  isReady = true;
  vi.useFakeTimers();
  const store = redisStore(runner, { prefix: "tl", fleet: 4, warn: () => {} });
  const take = async (maxWait = 60_000): Promise<Place | NoPlace> =>
    store.take(WINDOWS, { maxWait, lease: 1000 });
  return { asked, take };
}

/** How many of so many that ask at once have their place by now. */
async function placesOf(take: () => Promise<Place | NoPlace>, many: number): Promise<() => number> {
  let places = 0;
  for (let one = 0; one < many; one++)
    void take().then((found) => {
      if ("wait" in found) return;
      places++;
      found.settle(true);
    });
  await vi.advanceTimersByTimeAsync(0);
  return () => places;
}

const never = (): Promise<unknown> => new Promise(() => {});
const fails = (): Promise<unknown> => Promise.reject(new Error("Connection is closed."));
const yes = (): Promise<unknown> => Promise.resolve([1, Date.now(), 7]);

afterEach(() => {
  vi.useRealTimers();
});

describe("a process that loses Redis", () => {
  it("waits for an answer for 500 ms, and for none in the second after", async () => {
    const { take } = await made(never);
    const first = await placesOf(take, 1);
    await vi.advanceTimersByTimeAsync(499);
    expect(first()).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(first()).toBe(1);
    const second = await placesOf(take, 1);
    expect(second()).toBe(1);
  });

  it("has its part, with what it sent by Redis's leave in it", async () => {
    let answer = yes;
    const { take } = await made(() => answer());
    await placesOf(take, 1);
    answer = fails;
    const others = await placesOf(take, 5);
    expect(others()).toBe(1);
    await vi.advanceTimersByTimeAsync(PER + 1);
    expect(others()).toBe(3);
  });

  it.each([
    ["nothing but what it sent itself, where the fleet had used up its windows", [0, 10, 1], 0],
    ["its part, where it only had to wait for a gate", [0, 10], 2],
  ])("has %s", async (_, said, places) => {
    let answer = (): Promise<unknown> => Promise.resolve(said);
    const { take } = await made(() => answer());
    await placesOf(take, 1);
    answer = fails;
    await vi.advanceTimersByTimeAsync(20);
    const others = await placesOf(take, 5);
    await vi.advanceTimersByTimeAsync(20);
    expect(others()).toBe(Math.max(0, places - 1));
    // A window later nothing is left in it that others sent.
    await vi.advanceTimersByTimeAsync(PER + 10);
    expect(others()).toBeGreaterThanOrEqual(1);
  });

  it("tells Redis what it sent, and in which order, before it asks again", async () => {
    let answer = fails;
    const { take, asked } = await made(() => answer());
    await placesOf(take, 2);
    answer = yes;
    await vi.advanceTimersByTimeAsync(1001);
    asked.length = 0;
    await placesOf(take, 1);
    await vi.advanceTimersByTimeAsync(PER);
    const [first, second] = asked;
    expect([first?.script === SETTLE, second?.script === TAKE]).toEqual([true, true]);
    const [many, ...told] = first?.args ?? [];
    expect([many, told[1], told[4]]).toEqual(["2", "2", "2"]);
  });

  it("tells it by itself where nobody asks", async () => {
    const { take, asked } = await made(fails);
    await placesOf(take, 1);
    asked.length = 0;
    await vi.advanceTimersByTimeAsync(1500);
    expect(asked.map(({ script, args }) => [script === SETTLE, args[2]])).toEqual([[true, "2"]]);
  });

  it("keeps to its part until the others have returned as well", async () => {
    let answer = fails;
    const { take } = await made(() => answer());
    await placesOf(take, 2);
    answer = yes;
    await vi.advanceTimersByTimeAsync(1001);
    const after = await placesOf(take, 8);
    expect(after()).toBe(0);
    await vi.advanceTimersByTimeAsync(1001);
    expect(after()).toBe(2);
    await vi.advanceTimersByTimeAsync(500);
    expect(after()).toBe(8);
  });
});
