import { describe, expect, it } from "vitest";
import { redisQuota } from "../src/index.ts";
import { CLIENTS } from "./support/clients.ts";
import { countingServer } from "./support/counting.ts";
import { lateRedis } from "./support/late-redis.ts";
import { isMissing, startRedis } from "./support/redis-server.ts";
import { GET, Sample } from "./support/sample.ts";

const FLEET = 4;
const WINDOW = [40, 1000] as const;
const BURST = 1200;

/** How a fleet fares whose answers come so late for a while, twice. */
async function burst(lateMs: number): Promise<{ readonly refused: number; readonly most: number }> {
  const [redis, server] = await Promise.all([startRedis(), countingServer([WINDOW])]);
  const late = await lateRedis(redis.port);
  const windows = [{ limit: WINDOW[0], per: WINDOW[1], scope: "account" }];
  const connects = ["ioredis", "redis"].map((name) => CLIENTS[name] as (port: number) => Promise<never>);
  const clients = await Promise.all(
    Array.from({ length: FLEET }, async (_, index) => {
      const client = await connects[index % 2]?.(late.port);
      const quota = redisQuota({ client: client as never, fleet: FLEET, windows, onUnavailable: () => {} });
      return new Sample({ baseURL: server.url, quota });
    }),
  );
  const until = performance.now() + 8000;
  const caller = async ({ things }: Sample): Promise<void> => {
    while (performance.now() < until) {
      const totalTimeout = Math.max(1, until - performance.now());
      await things.call(GET, {}, { totalTimeout }).catch(() => {});
    }
  };
  for (const at of [1500, 5000]) {
    setTimeout(() => late.delay(lateMs), at);
    setTimeout(() => late.delay(0), at + BURST);
  }
  await Promise.all(clients.flatMap((client) => [caller(client), caller(client)]));
  await redis.kill();
  return { refused: server.refused(), most: server.mostIn(WINDOW[1]) };
}

describe.skipIf(isMissing)("answers of Redis that are late for all of a fleet", () => {
  it("get no request of it refused, however late they are", async () => {
    const found = await Promise.all([600, 1000, 2000].map(burst));
    expect(found.map(({ refused }) => refused)).toEqual([0, 0, 0]);
    for (const { most } of found) expect(most).toBeLessThanOrEqual(WINDOW[0]);
  });
});
