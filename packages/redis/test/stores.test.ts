import { handleOnce } from "@trunkline/runtime/replays";
import { describe, expect, it } from "vitest";
import {
  type RedisClient,
  type RedisReplaysOptions,
  type RedisTokenStoreOptions,
  redisReplays,
  redisTokenStore,
} from "../src/index.ts";
import { CLIENTS } from "./support/clients.ts";
import { countingServer } from "./support/counting.ts";
import { isMissing, startRedis } from "./support/redis-server.ts";
import { exchanging, GET, KEY, Sample } from "./support/sample.ts";

const connect = CLIENTS.ioredis as (port: number) => Promise<RedisClient>;

describe.skipIf(isMissing).each(Object.entries(CLIENTS))("stores by %s", (_, open) => {
  it("keep a token for those who have the secret, and nothing that shows it", async () => {
    const redis = await startRedis();
    const client = await open(redis.port);
    const store = redisTokenStore({ client, secret: KEY });
    const token = { token: "tok_canary", expiresAt: Date.now() + 60_000 };
    expect(await store.get()).toBeUndefined();
    await store.set(token);
    expect(await store.get()).toEqual(token);
    expect(await redisTokenStore({ client, secret: KEY }).get()).toEqual(token);
    expect(await redisTokenStore({ client, secret: "another" }).get()).toBeUndefined();
    const [key = ""] = /\{tl:token:[0-9a-f]{24}\}/.exec(await redis.ask("KEYS", "*")) ?? [];
    expect(key).not.toBe("");
    expect(`${await redis.ask("KEYS", "*")}${await redis.ask("GET", key)}`).not.toMatch(/canary/);
    await store.set(undefined);
    expect(await store.get()).toBeUndefined();
    await redis.kill();
  });

  it("tell the second delivery from the first, for all who receive", async () => {
    const redis = await startRedis();
    const [one, two] = [
      redisReplays({ client: await open(redis.port) }),
      redisReplays({ client: await open(redis.port) }),
    ];
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? one : two).claim("ada@example.com", 60)),
    );
    expect(claims.filter((claim) => claim === "claimed")).toHaveLength(1);
    expect(claims.filter((claim) => claim === "in-progress")).toHaveLength(9);
    expect(await redis.ask("KEYS", "*")).not.toContain("ada");
    await one.release("ada@example.com");
    await two.release("ada@example.com");
    expect(await handleOnce(one, "ada@example.com", () => {})).toBe("claimed");
    expect(await two.claim("ada@example.com", 60)).toBe("done");
    await two.release("ada@example.com");
    expect(await one.claim("ada@example.com", 60)).toBe("done");
    await redis.kill();
  });
});

describe.skipIf(isMissing)("deliveries", () => {
  it("come again where a handler fails, or its process died", async () => {
    const redis = await startRedis();
    const replays = redisReplays({ client: await connect(redis.port) });
    const failing = (): never => {
      throw new Error("no room");
    };
    await expect(handleOnce(replays, "a", failing)).rejects.toThrow("no room");
    expect(await replays.claim("a", 0.2)).toBe("claimed");
    expect(await replays.claim("a", 60)).toBe("in-progress");
    await new Promise((resolve) => setTimeout(resolve, 250));
    const other = redisReplays({ client: await connect(redis.port) });
    expect(await other.claim("a", 60)).toBe("claimed");
    // Who lost it gives back nothing of the other's.
    await replays.release("a");
    expect(await replays.claim("a", 60)).toBe("in-progress");
    await redis.kill();
  });

  it("are refused for a while where Redis is gone, so that they come again", async () => {
    const redis = await startRedis();
    const replays = redisReplays({ client: await connect(redis.port) });
    await redis.kill();
    const startedAt = performance.now();
    await expect(replays.claim("a", 60)).rejects.toThrow(/Redis cannot be used/);
    expect(performance.now() - startedAt).toBeLessThan(900);
  });
});

describe.skipIf(isMissing)("tokens", () => {
  it("are exchanged once for many clients, and again where who exchanged died", async () => {
    const redis = await startRedis();
    const server = await countingServer([], 100);
    const make = async (): Promise<Sample> => {
      const tokenStore = redisTokenStore({ client: await connect(redis.port), secret: KEY, lease: 1000 });
      return new Sample({ baseURL: server.url, tokenStore }, exchanging);
    };
    const clients = await Promise.all(Array.from({ length: 8 }, make));
    await Promise.all(clients.map(({ things }) => things.call(GET)));
    expect(server.exchanges()).toBe(1);
    // A lock whose holder is gone.
    const [key = ""] = /\{tl:token:[0-9a-f]{24}\}/.exec(await redis.ask("KEYS", "*")) ?? [];
    await redis.ask("DEL", key);
    await redis.ask("SET", `${key}:lock`, "gone", "PX", "1000");
    await (await make()).things.call(GET);
    expect(server.exchanges()).toBe(2);
    await redis.kill();
  });

  it("are told of in words where Redis has no room for them", async () => {
    const redis = await startRedis(["--maxmemory", "1", "--maxmemory-policy", "noeviction"]);
    const store = redisTokenStore({ client: await connect(redis.port), secret: KEY });
    await expect(store.set({ token: "tok_canary" })).rejects.toThrow(/memory is full \(OOM\); set maxmemory/);
    await redis.kill();
  });

  it("cost an exchange more where Redis stands still, and no call", async () => {
    const redis = await startRedis();
    const server = await countingServer([], 10);
    const tokenStore = redisTokenStore({ client: await connect(redis.port), secret: KEY });
    redis.freeze();
    const startedAt = performance.now();
    await new Sample({ baseURL: server.url, tokenStore }, exchanging).things.call(GET);
    expect(performance.now() - startedAt).toBeLessThan(1500);
    expect(server.exchanges()).toBe(1);
    redis.thaw();
    await redis.kill();
  });
});

describe("what stores may not be", () => {
  const client = { evalsha: async () => 0, eval: async () => 0 };
  it.each<[string, () => unknown, RegExp]>([
    [
      "a token store without a secret",
      () => redisTokenStore({ client } as unknown as RedisTokenStoreOptions),
      /secret is expected/,
    ],
    ["a blank secret", () => redisTokenStore({ client, secret: " " }), /secret is expected/],
    ["a lease of nothing", () => redisTokenStore({ client, secret: "a", lease: 0 }), /lease is 0/],
    [
      "a name that is none",
      () => redisTokenStore({ client, secret: "a", leas: 1 } as RedisTokenStoreOptions),
      /no option leas/,
    ],
    [
      "a client that is none",
      () => redisReplays({ client: null } as unknown as RedisReplaysOptions),
      /not a client of ioredis/,
    ],
    ["ids that are kept for no time", () => redisReplays({ client, keepSeconds: 0 }), /keepSeconds is 0/],
  ])("%s", (_, make, message) => {
    expect(make).toThrow(message);
  });
});
