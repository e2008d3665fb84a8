import { Redis as Ioredis } from "ioredis";
import { createClient } from "redis";
import { type RedisClient, redisQuota, redisTokenStore } from "../../src/index.ts";
import type { Done, Work } from "./fleet.ts";
import { exchanging, GET, KEY, Sample } from "./sample.ts";

const work = JSON.parse(process.argv[2] ?? "") as Work;

async function clientOf(): Promise<RedisClient> {
  if (work.library === "ioredis") {
    const client = new Ioredis(work.redis, "127.0.0.1");
    client.on("error", () => {});
    await Promise.race([client.ping(), new Promise((resolve) => setTimeout(resolve, 500))]).catch(() => {});
    return client;
  }
  const client = createClient({ socket: { port: work.redis, host: "127.0.0.1" } });
  client.on("error", () => {});
  await Promise.race([client.connect(), new Promise((resolve) => setTimeout(resolve, 500))]).catch(() => {});
  return client as unknown as RedisClient;
}

const warnings: string[] = [];
const redis = await (work.exchanges ? Promise.race([clientOf(), lazily()]) : clientOf());
const windows = work.windows.map(([limit, per]) => ({
  limit,
  per,
  scope: "account",
  ...(limit === work.windows[0]?.[0] && {
    headers: { remaining: "X-RateLimit-Remaining", reset: "X-RateLimit-Reset" },
  }),
}));

/** Where nothing listens, its client would wait for ever. */
async function lazily(): Promise<RedisClient> {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const client = new Ioredis(work.redis, "127.0.0.1");
  client.on("error", () => {});
  return client;
}

const client = work.exchanges
  ? new Sample(
      {
        baseURL: work.baseURL,
        defaultHeaders: { "x-process": process.pid },
        tokenStore: redisTokenStore({ client: redis, secret: KEY, lease: 2000 }),
      },
      exchanging,
    )
  : new Sample({
      baseURL: work.baseURL,
      maxRetries: 5,
      timeout: work.timeout,
      quota: redisQuota({
        client: redis,
        fleet: work.fleet,
        windows,
        onUnavailable: (message) => warnings.push(message),
      }),
    });

process.on("message", async () => {
  const until = performance.now() + work.forMs;
  const done = { calls: 0, failed: 0, slowestMs: 0 };
  const call = async (): Promise<void> => {
    const startedAt = performance.now();
    try {
      await client.things.call(
        GET,
        {},
        { totalTimeout: work.exchanges ? 20_000 : Math.max(1, until - startedAt) },
      );
      done.calls += 1;
    } catch (error) {
      // The end of the run is no failure.
      const { name } = error as Error;
      if (work.exchanges || !(name === "QuotaError" || performance.now() >= until - 5)) done.failed += 1;
    }
    done.slowestMs = Math.max(done.slowestMs, performance.now() - startedAt);
  };
  const caller = async (): Promise<void> => {
    do {
      await call();
      if (performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 1));
    } while (performance.now() < until);
  };
  await Promise.all(Array.from({ length: work.callers }, caller));
  process.send?.({ ...done, warnings } satisfies Done, () => process.exit(0));
});
process.send?.("ready");
