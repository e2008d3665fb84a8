import { bulkRun, type JournalRecord } from "@trunkline/runtime/bulk";
import { describe, expect, it, onTestFinished } from "vitest";
import { type RedisClient, type RedisJournalOptions, redisJournal } from "../src/index.ts";
import { CLIENTS } from "./support/clients.ts";
import { countingServer } from "./support/counting.ts";
import { killUploads, UPLOAD, UPSERT } from "./support/killed-uploads.ts";
import { isMissing, startRedis } from "./support/redis-server.ts";
import { Sample } from "./support/sample.ts";

const connect = CLIENTS.ioredis as (port: number) => Promise<RedisClient>;
const unsent = (n: number): JournalRecord => ({ kind: "unsent", n, at: 1_700_000_000_000 + n });
const some = (count: number): JournalRecord[] => Array.from({ length: count }, (_, n) => unsent(n));

const journalOf = (client: RedisClient, more: Partial<RedisJournalOptions> = {}) =>
  redisJournal({ client, name: "leads", lease: 1000, onWarning: () => {}, ...more });

/** Opens a journal, puts records into it, closes it, and gives what was there. */
async function write(client: RedisClient, ...records: readonly JournalRecord[]) {
  const journal = journalOf(client);
  const found = [...(await journal.open())];
  for (const record of records) await journal.put(record);
  await journal.close();
  return found;
}

const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "nothing was thrown",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe.skipIf(isMissing).each(Object.entries(CLIENTS))("a journal on Redis by %s", (_, open) => {
  it("gives back what was put, in order, and lets one run in", async () => {
    const redis = await startRedis();
    const client = await open(redis.port);
    expect(await write(client, ...some(3))).toEqual([]);
    const journal = journalOf(await open(redis.port));
    expect(await journal.open()).toEqual(some(3));
    await Promise.all(some(450).map((record) => journal.put(record)));
    const startedAt = performance.now();
    expect(await messageOf(journalOf(client).open())).toMatch(
      /^UsageError: The journal \{tl:journal:leads\} is that of another run\. Wait for it, or end it/,
    );
    expect(performance.now() - startedAt).toBeLessThan(1900);
    await journal.close();
    expect(await write(client)).toEqual([...some(3), ...some(450)]);
    expect(await redis.ask("KEYS", "*")).not.toContain("lock");
    await redis.kill();
  });
});

describe.skipIf(isMissing)("a journal on Redis", () => {
  it("is that of the run that has it for longer than its lease, and then of one that waited for a dead one's", async () => {
    const redis = await startRedis();
    const client = await connect(redis.port);
    const alive = journalOf(client);
    await alive.open();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await messageOf(journalOf(client).open())).toMatch(/that of another run/);
    await alive.close();
    // The lock of a process that was killed.
    await redis.ask("SET", "{tl:journal:leads}:lock", "gone", "PX", "700");
    const startedAt = performance.now();
    const results = await Promise.allSettled(
      [1, 2, 3].map(async () => {
        const journal = journalOf(client);
        await journal.open();
        onTestFinished(() => journal.close());
      }),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(performance.now() - startedAt).toBeGreaterThan(600);
    await redis.kill();
  });

  it("is closed to a run that was taken for dead, and to nobody for a lease that ran out alone", async () => {
    const redis = await startRedis();
    const client = await connect(redis.port);
    const slow = journalOf(client);
    await slow.open();
    await slow.put(unsent(0));
    await redis.ask("DEL", "{tl:journal:leads}:lock");
    await slow.put(unsent(1));
    await redis.ask("SET", "{tl:journal:leads}:lock", "another", "PX", "5000");
    expect(await messageOf(slow.put(unsent(2)))).toMatch(/^UsageError: .* was taken by another run/);
    await redis.ask("DEL", "{tl:journal:leads}:lock");
    await write(client, unsent(3));
    expect(await messageOf(slow.put(unsent(4)))).toMatch(/was taken by another run/);
    await slow.close();
    expect(await write(client)).toEqual([unsent(0), unsent(1), unsent(3)]);
    await redis.kill();
  });

  it("holds a run up while Redis stands still or restarts, and writes nothing twice", async () => {
    const redis = await startRedis();
    const client = await connect(redis.port);
    const journal = journalOf(client);
    await journal.open();
    await journal.put(unsent(0));
    redis.freeze();
    const put = Promise.all([journal.put(unsent(1)), journal.put(unsent(2))]);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    redis.thaw();
    await put;
    await journal.close();
    expect(await write(client)).toEqual(some(3));
    await redis.kill();
  });

  it("says that records are gone where Redis restarted without them, before anything is sent", async () => {
    const redis = await startRedis();
    const client = await connect(redis.port);
    const journal = journalOf(client);
    await journal.open();
    await journal.put(unsent(0));
    await redis.kill();
    const other = await startRedis([], redis.port);
    expect(await messageOf(journal.put(unsent(1)))).toMatch(
      /^UsageError: Records of the journal .* are gone: .*appendfsync always/,
    );
    expect(await messageOf(journal.put(unsent(2)))).toMatch(/are gone/);
    await journal.close();
    await other.kill();
  });

  it("survives a restart of a Redis that keeps what it has on its disk", async () => {
    const redis = await startRedis();
    await redis.ask("CONFIG", "SET", "appendfsync", "always");
    await redis.ask("CONFIG", "SET", "appendonly", "yes");
    const warnings: string[] = [];
    const journal = journalOf(await connect(redis.port), { onWarning: (said) => warnings.push(said) });
    await journal.open();
    await journal.close();
    expect(warnings).toEqual([]);
    await redis.ask("CONFIG", "SET", "appendonly", "no");
    await journal.open();
    await journal.close();
    expect(warnings).toEqual([
      "the journal {tl:journal:leads} is lost when this Redis restarts, and what it tells of would be sent again: set appendonly yes and appendfsync always.",
    ]);
    await redis.kill();
  });

  it("is kept for as long as it is told, else for ever", async () => {
    const redis = await startRedis();
    const client = await connect(redis.port);
    await write(client, unsent(0));
    expect(await redis.ask("TTL", "{tl:journal:leads}")).toContain(":-1");
    const journal = journalOf(client, { keepSeconds: 600, name: "another" });
    await journal.open();
    await journal.put(unsent(0));
    await journal.close();
    expect(await redis.ask("TTL", "{tl:journal:another}")).toMatch(/:(600|599)\r/);
    await redis.kill();
  });

  it("tells what is no journal", async () => {
    const redis = await startRedis();
    const client = await connect(redis.port);
    await redis.ask("RPUSH", "{tl:journal:leads}", "phone,name");
    expect(await messageOf(write(client))).toMatch(/^UsageError: Record 1 of the journal .* is not JSON/);
    await redis.ask("SET", "{tl:journal:leads}", "a");
    expect(await messageOf(write(client))).toMatch(
      /cannot be opened on Redis: a key of this name holds something else/,
    );
    expect(await messageOf(journalOf(client).put(unsent(0)))).toMatch(/^UsageError: .* is not open/);
    await redis.kill();
  });
});

const REPLICA: readonly string[] = ["--replicaof", "127.0.0.1 1"];

describe.skipIf(isMissing).each(Object.entries(CLIENTS))("a Redis that refuses, by %s", (_, open) => {
  it.each<[string, readonly string[], RegExp]>([
    ["a password that is not given", ["--requirepass", "hunter_canary"], /refuses the user name or password/],
    ["a replica", REPLICA, /a replica that takes no writes .*connect to the primary/],
    [
      "a replica alone",
      [...REPLICA, "--replica-serve-stale-data", "no"],
      /lost its primary .*connect to the/,
    ],
    [
      "a user who may not write",
      ["--user", "default", "on", "nopass", "~*", "+@all", "-set"],
      /its user may not/,
    ],
    ["no room", ["--maxmemory", "1", "--maxmemory-policy", "noeviction"], /memory is full \(OOM\)/],
    ["keys that go", ["--maxmemory", "1gb", "--maxmemory-policy", "allkeys-lru"], /evicts keys .*noeviction/],
  ])("%s is told before anything is sent", async (_, given, message) => {
    const redis = await startRedis(given);
    const server = await countingServer([]);
    const { things } = new Sample({ baseURL: server.url });
    const rows = [{ id: "canary-1" }];
    const startedAt = performance.now();
    const error = await bulkRun(
      things,
      UPSERT,
      rows,
      {},
      { journal: journalOf(await open(redis.port)) },
    ).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: "UsageError", message: expect.stringMatching(message) });
    expect(String((error as Error).stack)).not.toMatch(/canary|127\.0\.0\.1/);
    expect(performance.now() - startedAt).toBeLessThan(2500);
    expect(server.arrivals).toHaveLength(0);
    await redis.kill();
  });
});

describe.skipIf(isMissing)("a run with a journal on Redis", () => {
  it("ends before the send where Redis takes no more, in words, with a fate for what was read", async () => {
    const redis = await startRedis();
    const server = await countingServer([]);
    const { things } = new Sample({ baseURL: server.url });
    async function* rows() {
      yield { id: 1 };
      await redis.ask("CONFIG", "SET", "maxmemory", "1");
      yield { id: 2 };
    }
    const journal = journalOf(await connect(redis.port));
    const error = await bulkRun(things, UPSERT, rows(), {}, { chunk: 2, journal }).catch((thrown) => thrown);
    expect(error).toMatchObject({
      name: "BulkError",
      summary: { read: 2, unsent: 2 },
      cause: {
        message: expect.stringMatching(/^The journal .* cannot be written on Redis: its memory is full/),
      },
    });
    expect(server.arrivals).toHaveLength(0);
    await redis.kill();
  });

  it("puts nothing of the rows, the key or the address on Redis", async () => {
    const redis = await startRedis();
    const server = await countingServer([]);
    const { things } = new Sample({ baseURL: server.url });
    const rows = [{ id: "ada@example.com", phone: "+15551234567" }];
    await bulkRun(things, UPSERT, rows, {}, { journal: journalOf(await connect(redis.port)) });
    const kept = await redis.ask("LRANGE", "{tl:journal:leads}", "0", "-1");
    expect(kept).toMatch(/"kind":"outcome"/);
    expect(`${kept}${await redis.ask("KEYS", "*")}`).not.toMatch(/ada|1555|canary|127\.0\.0\.1/);
    await redis.kill();
  });

  // The long form is full/journal.test.ts.
  it("loses and doubles nothing when it is killed, under keys", async () => {
    const redis = await startRedis();
    const upload = { redis: redis.port, operation: UPSERT, chunks: 24, chunk: 5, concurrency: 2 };
    expect(await killUploads(upload, 3)).toEqual({
      kills: 3,
      lost: 0,
      doubled: 0,
      underTwoKeys: 0,
      accepted: 120,
      unknown: 0,
      unknownAtRest: 0,
    });
    await redis.kill();
  });

  it("doubles nothing when it is killed, without keys, and tells what was in flight", async () => {
    const redis = await startRedis();
    const upload = { redis: redis.port, operation: UPLOAD, chunks: 24, chunk: 5, concurrency: 2 };
    const seen = await killUploads(upload, 3);
    expect(seen).toMatchObject({ kills: 3, lost: 0, doubled: 0, underTwoKeys: 0, unknownAtRest: 0 });
    expect(seen.accepted + seen.unknown).toBe(120);
    await redis.kill();
  });
});

describe("what a journal on Redis may not be", () => {
  const client = { evalsha: async () => 0, eval: async () => 0 };
  it.each<[string, object, RegExp]>([
    ["a journal without a name", { client }, /name is expected to be 1 to 100 letters/],
    ["a name that may be somebody's", { client, name: "ada@example.com" }, /it stands in keys of Redis/],
    ["a name with a brace", { client, name: "a}b" }, /name is expected/],
    ["a client that is none", { client: {}, name: "a" }, /client is not a client of ioredis/],
    ["a lease that commands outlast", { client, name: "a", lease: 200 }, /lease is 200; milliseconds/],
    ["records that are kept for no time", { client, name: "a", keepSeconds: 0 }, /keepSeconds is 0/],
    ["a prefix with a brace", { client, name: "a", prefix: "{" }, /prefix is expected/],
    ["an option that is none", { client, name: "a", path: "b" }, /no option path/],
    ["a warning to nobody", { client, name: "a", onWarning: true }, /onWarning is expected/],
  ])("%s", (_, options, message) => {
    const make = (): unknown => redisJournal(options as RedisJournalOptions);
    expect(make).toThrow(message);
    expect(make).toThrow(expect.objectContaining({ name: "UsageError" }));
    expect(make).not.toThrow(/ada/);
  });
});
