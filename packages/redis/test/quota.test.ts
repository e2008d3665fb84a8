import { type Quota, QuotaError } from "@trunkline/runtime/quota";
import { describe, expect, it, vi } from "vitest";
import { type RedisClient, type RedisQuotaOptions, redisQuota } from "../src/index.ts";
import { CLIENTS } from "./support/clients.ts";
import { countingServer } from "./support/counting.ts";
import { freePort, isMissing, startRedis } from "./support/redis-server.ts";
import { GET, KEY, Sample } from "./support/sample.ts";

const account = (limit: number, per: number) => ({ limit, per, scope: "account" });

async function errorOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error("The promise was fulfilled.");
}

const quotaOf = (client: RedisClient, more: Partial<RedisQuotaOptions> = {}): Quota =>
  redisQuota({ client, fleet: 2, onUnavailable: () => {}, ...more });

describe.skipIf(isMissing).each(Object.entries(CLIENTS))("a quota on Redis by %s", (_, connect) => {
  it("is shared, exact, and keeps nothing that tells of its clients", async () => {
    const redis = await startRedis();
    const server = await countingServer([[10, 500]]);
    const windows = [account(10, 500), account(2000, 3_600_000)];
    const missed: string[] = [];
    const clients = await Promise.all([connect(redis.port), connect(redis.port)]);
    const [one, two] = clients.map(
      (client) =>
        new Sample({
          baseURL: server.url,
          quota: quotaOf(client, {
            windows,
            account: "ada@example.com",
            onUnavailable: (said) => missed.push(said),
          }),
        }),
    ) as [Sample, Sample];
    await Promise.all(Array.from({ length: 30 }, (_, index) => (index % 2 ? one : two).things.call(GET)));
    // The promise is for as long as Redis answers in its time, which a machine without a free processor may keep it from.
    if (missed.length === 0) {
      expect([server.refused(), server.arrivals.length]).toEqual([0, 30]);
      expect(server.mostIn(500)).toBe(10);
      await vi.waitFor(async () =>
        expect(await one.quota()).toMatchObject([{ scope: "account" }, { remaining: 1970 }]),
      );
    }
    const keys = await redis.ask("KEYS", "*");
    expect(keys).toMatch(/\{tl:[0-9a-f]{8}\}:[0-9a-f]{24}:10\/500/);
    expect(keys).not.toMatch(/ada|canary|127\.0\.0\.1/);
    await redis.kill();
  });

  it("goes on where Redis stops to answer, restarts empty, and comes back", async () => {
    const redis = await startRedis();
    const server = await countingServer([]);
    const client = await connect(redis.port);
    const warnings: string[] = [];
    const quota = quotaOf(client, {
      windows: [account(1000, 60_000)],
      onUnavailable: (said) => warnings.push(said),
    });
    const { things } = new Sample({ baseURL: server.url, quota });
    await things.call(GET);
    redis.freeze();
    const startedAt = performance.now();
    await things.call(GET);
    expect(performance.now() - startedAt).toBeLessThan(1100);
    const again = performance.now();
    await things.call(GET);
    // It is not asked again at once.
    expect(performance.now() - again).toBeLessThan(250);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/did not answer within 500 ms.*1\/2 of the quota/);
    redis.thaw();
    await redis.kill();
    const other = await startRedis([], redis.port);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    for (let call = 0; call < 3; call++) await things.call(GET);
    expect(server.arrivals).toHaveLength(6);
    await other.kill();
  });
});

describe.skipIf(isMissing)("a quota on Redis", () => {
  it("reads what came while the process had no processor, before it does without Redis", async () => {
    const redis = await startRedis();
    const server = await countingServer([]);
    const client = await (CLIENTS.ioredis as (port: number) => Promise<RedisClient>)(redis.port);
    const warnings: string[] = [];
    const quota = quotaOf(client, {
      windows: [account(10, 60_000)],
      onUnavailable: (said) => warnings.push(said),
    });
    const { things } = new Sample({ baseURL: server.url, quota });
    await things.call(GET);
    redis.freeze();
    const call = things.call(GET).then(() => "answered");
    // What was asked has left when the processor is taken away, and the answer comes in that time.
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    const until = performance.now() + 700;
    redis.thaw();
    while (performance.now() < until);
    expect([await call, warnings]).toEqual(["answered", []]);
    await redis.kill();
  });

  it("fails a call at once that would have to wait longer than it may, and leaves the line at an abort", async () => {
    const redis = await startRedis();
    const server = await countingServer([]);
    const client = await (CLIENTS.ioredis as (port: number) => Promise<RedisClient>)(redis.port);
    const { things } = new Sample({
      baseURL: server.url,
      quota: quotaOf(client, { windows: [account(1, 1000)] }),
    });
    await things.call(GET);
    const startedAt = performance.now();
    const error = await errorOf(things.call(GET, {}, { totalTimeout: 400 }));
    expect(error).toBeInstanceOf(QuotaError);
    expect(Number(error.waitMs)).toBeGreaterThan(500);
    expect(performance.now() - startedAt).toBeLessThan(300);
    const controller = new AbortController();
    const aborted = errorOf(things.call(GET, {}, { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const next = things.call(GET);
    controller.abort();
    expect((await aborted).name).toBe("APIUserAbortError");
    await next;
    expect(performance.now() - startedAt).toBeLessThan(1800);
    await redis.kill();
  });

  it("counts what others send, as answers say, and its own requests once", async () => {
    const redis = await startRedis();
    const server = await countingServer([[100, 60_000]]);
    const client = await (CLIENTS.ioredis as (port: number) => Promise<RedisClient>)(redis.port);
    const headers = { remaining: "X-RateLimit-Remaining", reset: "X-RateLimit-Reset" };
    const quota = quotaOf(client, { windows: [{ ...account(100, 60_000), headers }] });
    const sample = new Sample({ baseURL: server.url, quota });
    await Promise.all(Array.from({ length: 20 }, () => sample.things.call(GET)));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await sample.quota()).toMatchObject([{ remaining: 80 }]);
    for (let call = 0; call < 30; call++) await fetch(`${server.url}/other`);
    await sample.things.call(GET);
    await vi.waitFor(async () => expect(await sample.quota()).toMatchObject([{ remaining: 49 }]));
    await redis.kill();
  });

  it.each([
    ["a password that is not given", ["--requirepass", "hunter_canary"], /refuses the user name or password/],
    ["a replica", ["--replicaof", "127.0.0.1 1"], /a replica that takes no writes|loading|primary/],
  ])("says what is wrong with Redis, and goes on: %s", async (_, given, message) => {
    const redis = await startRedis(given);
    const server = await countingServer([]);
    const client = await (CLIENTS.ioredis as (port: number) => Promise<RedisClient>)(redis.port);
    const warnings: string[] = [];
    const quota = quotaOf(client, {
      windows: [account(10, 60_000)],
      onUnavailable: (said) => warnings.push(said),
    });
    await new Sample({ baseURL: server.url, quota }).things.call(GET);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(message);
    expect(warnings[0]).not.toMatch(/canary|127\.0\.0\.1/);
    await redis.kill();
  });

  it("goes on where nothing listens", async () => {
    const server = await countingServer([]);
    for (const connect of Object.values(CLIENTS)) {
      const client = await connect(await freePort());
      const quota = quotaOf(client, { windows: [account(10, 60_000)] });
      const startedAt = performance.now();
      await new Sample({ baseURL: server.url, quota }).things.call(GET);
      expect(performance.now() - startedAt).toBeLessThan(1100);
    }
    expect(server.arrivals).toHaveLength(4);
  });
});

describe("what a quota on Redis may not be", () => {
  const client = { evalsha: async () => [], eval: async () => [] };
  it.each<[string, object, RegExp]>([
    ["a client that is none", { client: {}, fleet: 1 }, /client is not a client of ioredis/],
    ["no client", { fleet: 1 }, /client is not a client of ioredis/],
    ["no fleet", { client }, /fleet is undefined; the number of processes/],
    ["a fleet of none", { client, fleet: 0 }, /fleet is 0/],
    ["half a process", { client, fleet: 1.5 }, /fleet is 1.5/],
    ["a prefix with a brace", { client, fleet: 1, prefix: "a{b" }, /prefix is expected/],
    ["an option that is none", { client, fleet: 1, windws: [] }, /no option windws/],
    ["a limit of zero", { client, fleet: 1, windows: [account(0, 1)] }, /limit is 0/],
  ])("%s", (_, options, message) => {
    const make = (): unknown => redisQuota(options as RedisQuotaOptions);
    expect(make).toThrow(message);
    expect(make).toThrow(expect.objectContaining({ name: "UsageError" }));
    expect(String(errorIn(make))).not.toContain(KEY);
  });
});

function errorIn(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
