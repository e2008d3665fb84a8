import type { NamedWindow } from "@trunkline/runtime/quota";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SETTLE, TAKE } from "../src/quota-scripts.ts";
import { redisStore } from "../src/redis-store.ts";
import { runnerOf } from "../src/scripts-runner.ts";
import { virtualRedis } from "./support/virtual-redis.ts";

// Fleets by a captured clock: processes, a Redis whose answers are late in bursts, and a vendor that counts each arrival.

const FLEET = 8;
const CALLERS = 4;
const RUN = 20_000;
const BURSTS: readonly (readonly [from: number, to: number])[] = [
  [3000, 4500],
  [9000, 9700],
  [14_050, 15_600],
];

interface Found {
  readonly arrivals: number;
  /** Most arrivals in any span of a window. */
  readonly most: number;
  /** Longest time that one request waited, in milliseconds. */
  readonly slowest: number;
}

afterEach(() => {
  vi.useRealTimers();
});

/** @param isLate which processes get their answers late, by their numbers */
async function run(
  limit: number,
  per: number,
  lateMs: number,
  isLate: (process: number) => boolean,
): Promise<Found> {
  const windows: readonly NamedWindow[] = [{ name: "account", limit, per, scope: "account" }];
  const redis = virtualRedis();
  let startedAt = Number.POSITIVE_INFINITY;
  const late = (process: number) => (): number => {
    const elapsed = performance.now() - startedAt;
    return isLate(process) && BURSTS.some(([from, to]) => elapsed >= from && elapsed < to) ? lateMs : 0;
  };
  const runners = Array.from({ length: FLEET }, (_, process) =>
    runnerOf(redis.client(late(process)), "client"),
  );
  // Digests are made by another thread, whose time is not captured.
  await Promise.all(
    runners.flatMap((runner) => [TAKE, SETTLE].map((script) => runner.run(script, [], ["0"]))),
  );
  vi.useFakeTimers();
  startedAt = performance.now();
  const arrivals: number[] = [];
  let isOver = false;
  let slowest = 0;
  for (const [process, runner] of runners.entries()) {
    const store = redisStore(runner, { prefix: "tl", fleet: FLEET, warn: () => {} });
    const caller = async (number: number): Promise<void> => {
      await slept(17 * number + 3 * process);
      while (!isOver) {
        const asked = performance.now();
        const place = await store.take(windows, { maxWait: Number.POSITIVE_INFINITY, lease: 5000 });
        slowest = Math.max(slowest, performance.now() - asked);
        if ("wait" in place) continue;
        // Ways differ, and the vendor counts what arrives.
        await slept(2 + ((7 * number + 5 * process) % 11));
        arrivals.push(performance.now());
        await slept(3);
        place.settle(true);
      }
    };
    for (let number = 0; number < CALLERS; number++) void caller(number);
  }
  await vi.advanceTimersByTimeAsync(RUN);
  isOver = true;
  await vi.advanceTimersByTimeAsync(10_000);
  arrivals.sort((a, b) => a - b);
  const most = Math.max(
    ...arrivals.map((at, index) => arrivals.slice(0, index + 1).filter((one) => one > at - per).length),
  );
  return { arrivals: arrivals.length, most, slowest };
}

const slept = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What one process may send by itself of a window of 100. */
const PART = Math.floor(100 / FLEET);

describe("a busy fleet whose answers of Redis are late in bursts", () => {
  it.each<[who: string, lateMs: number, isLate: (process: number) => boolean, more: number]>([
    ["never", 0, () => false, 0],
    ["by 0.4 s for all", 400, () => true, 0],
    ["by 0.6 s for all", 600, () => true, 0],
    ["by 1 s for all", 1000, () => true, 0],
    ["by 2 s for all", 2000, () => true, 0],
    ["for ever, for all", 1e6, () => true, 0],
    ["by 0.4 s for one", 400, (process) => process === 3, 0],
    ["by 0.6 s for one", 600, (process) => process === 3, 0],
    ["by 1 s for one", 1000, (process) => process === 3, 0],
    // Who is without Redis for longer goes by its part, of which the others do not know yet.
    ["by 2 s for one", 2000, (process) => process === 3, PART],
    ["by 1 s for half of it", 1000, (process) => process % 2 === 0, (PART * FLEET) / 2],
    ["by 2 s for half of it", 2000, (process) => process % 2 === 0, (PART * FLEET) / 2],
  ])("sends no more than is allowed: %s", async (_, lateMs, isLate, more) => {
    const found = await run(100, 2000, lateMs, isLate);
    expect(found.most).toBeLessThanOrEqual(100 + more);
    // Nobody stands still: the vendor allows 1,000 in that time.
    expect(found.arrivals).toBeGreaterThan(500);
  });

  it("has a request wait no more than 0.6 s longer where no answer comes any more", async () => {
    const [inTime, gone] = [await run(100, 2000, 0, () => false), await run(100, 2000, 1e6, () => true)];
    expect(gone.slowest - inTime.slowest).toBeLessThanOrEqual(600);
  });
});
