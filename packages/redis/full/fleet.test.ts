import { memoryStore, type NamedWindow } from "@trunkline/runtime/quota";
import { describe, expect, it } from "vitest";
import { tell } from "../../house/figures/tell.ts";
import { type Counting, countingServer } from "../test/support/counting.ts";
import { type Done, startFleet, type Work, type Worker } from "../test/support/fleet.ts";
import { freePort, isMissing, startRedis } from "../test/support/redis-server.ts";

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

function worksOf(processes: number, work: Omit<Work, "library" | "fleet">): readonly Work[] {
  return Array.from({ length: processes }, (_, index) => ({
    ...work,
    fleet: processes,
    library: index % 2 === 0 ? ("ioredis" as const) : ("redis" as const),
  }));
}

interface Outcome {
  readonly calls: number;
  readonly failed: number;
  readonly slowestMs: number;
  /** How often a process went on without Redis. */
  readonly missed: number;
}

async function outcomeOf(workers: readonly Worker[]): Promise<Outcome> {
  const done = (await Promise.all(workers.map((worker) => worker.done))).filter(
    (one): one is Done => one !== undefined,
  );
  return {
    calls: sum(done.map(({ calls }) => calls)),
    failed: sum(done.map(({ failed }) => failed)),
    slowestMs: Math.max(...done.map(({ slowestMs }) => slowestMs)),
    missed: sum(done.map(({ warnings }) => warnings.length)),
  };
}

function told(server: Counting, { failed, missed }: Outcome, per: number): string {
  return `${server.arrivals.length} requests, ${server.refused()} refused, ${failed} calls failed, at most ${server.mostIn(per)} in ${per / 1000} s, ${missed} times without Redis`;
}

const PROCESSES = 8;

// A minute, most of which is spent waiting: the others run beside it, one after another.
describe.skipIf(isMissing).concurrent("eight processes", () => {
  it("share three windows for a minute", async ({ onTestFinished }) => {
    const windows = [
      [100, 2000],
      [1000, 60_000],
      [20_000, 86_400_000],
    ] as const;
    const server = await countingServer(windows, 0, onTestFinished);
    const redis = await startRedis([], undefined, onTestFinished);
    const work = { baseURL: server.url, redis: redis.port, windows, callers: 4, forMs: 60_000 };
    const outcome = await outcomeOf(await startFleet(worksOf(PROCESSES, work), onTestFinished));
    await redis.kill();
    const used = server.arrivals.length / 1000;
    const [inTwo, inMinute] = [server.mostIn(2000), server.mostIn(60_000)];
    tell(
      "8 processes, 100 per 2 s, 1,000 per 60 s and 20,000 per day, for 60 s",
      "0 refused, never above a limit, 95 % used on a free machine",
      `${told(server, outcome, 2000)}, ${inMinute} in 60 s; ${(100 * used).toFixed(1)} % used`,
      server.refused() === 0 && inTwo <= 100 && inMinute <= 1000 && used >= 0.95,
    );
    expect(server.refused()).toBe(0);
    expect(server.mostIn(2000)).toBeLessThanOrEqual(100);
    expect(server.mostIn(60_000)).toBeLessThanOrEqual(1000);
    expect(outcome.failed).toBe(0);
    expect(used).toBeGreaterThanOrEqual(0.85);
  });
});

describe.skipIf(isMissing).concurrent("eight processes", () => {
  it.for<
    readonly [
      string,
      (workers: readonly Worker[], redis: Awaited<ReturnType<typeof startRedis>>) => void,
      boolean,
    ]
  >([
    [
      "two killed",
      (workers) => {
        for (const one of workers.slice(0, 2)) one.kill();
      },
      true,
    ],
    [
      "Redis frozen for 0.4 s",
      (_, redis) => {
        redis.freeze();
        setTimeout(() => redis.thaw(), 400);
      },
      true,
    ],
    [
      "Redis frozen for 1 s",
      (_, redis) => {
        redis.freeze();
        setTimeout(() => redis.thaw(), 1000);
      },
      false,
    ],
    ["Redis killed in the middle", (_, redis) => void redis.kill(), false],
    ["Redis swallowing packets from the middle on", (_, redis) => redis.freeze(), false],
  ])("go on with %s", { concurrent: false }, async ([name, happen, isClean], { onTestFinished }) => {
    const windows = [[100, 2000]] as const;
    const server = await countingServer(windows, 0, onTestFinished);
    const redis = await startRedis([], undefined, onTestFinished);
    // A lease is two seconds longer than the time limit of an attempt.
    const work = {
      baseURL: server.url,
      redis: redis.port,
      windows,
      callers: 2,
      forMs: 16_000,
      timeout: 2000,
    };
    const workers = await startFleet(worksOf(PROCESSES, work), onTestFinished);
    setTimeout(() => happen(workers, redis), 5000);
    const outcome = await outcomeOf(workers);
    redis.thaw();
    await redis.kill();
    // What the dead ones had taken is free again 4 s and a window after they died.
    const last = server.arrivals.filter((at) => at > (server.arrivals[0] ?? 0) + 12_000);
    const isFree = name !== "two killed" || last.length >= 170;
    tell(
      `8 processes, 100 per 2 s: ${name}`,
      !isClean
        ? "0 calls failed"
        : name === "two killed"
          ? "0 refused; places of the dead free again"
          : "0 refused",
      `${told(server, outcome, 2000)}${name === "two killed" ? `; ${last.length} requests of 200 in the last 4 s` : ""}`,
      outcome.failed === 0 && (!isClean || (server.refused() === 0 && isFree)),
    );
    expect(outcome.failed).toBe(0);
    expect(last.length).toBeGreaterThan(0);
    if (isClean) {
      expect(server.refused()).toBe(0);
      expect(server.mostIn(2000)).toBeLessThanOrEqual(100);
    }
  });
});

// Each of these takes the processors for itself.
describe.skipIf(isMissing)("eight processes", () => {
  it.each([["nothing listens"], ["packets are swallowed"]])(
    "are late by 0.6 s at most where %s",
    async (name) => {
      const server = await countingServer([]);
      const redis = await startRedis();
      if (name === "nothing listens") await redis.kill();
      else redis.freeze();
      const windows = [[1_000_000, 60_000]] as const;
      const work = { baseURL: server.url, redis: redis.port, windows, callers: 1, forMs: 8000 };
      const outcome = await outcomeOf(await startFleet(worksOf(PROCESSES, work)));
      redis.thaw();
      await redis.kill();
      tell(
        `8 processes, Redis dead from the start: ${name}`,
        "0 calls failed, each at most 0.6 s late for it",
        `${outcome.failed} calls of ${outcome.calls} failed, the slowest took ${Math.round(outcome.slowestMs)} ms`,
        outcome.failed === 0 && outcome.slowestMs <= 600,
      );
      expect(outcome.failed).toBe(0);
    },
  );
});

describe.skipIf(isMissing)("sixteen cold processes", () => {
  it.each([
    ["Redis at hand", async () => startRedis(), 1],
    ["who holds the lock killed", async () => startRedis(), 2],
    ["Redis dead", async () => ({ port: await freePort() }), 16],
  ] as const)("exchange, %s", async (name, open, most) => {
    const server = await countingServer([], name.startsWith("who") ? 1000 : 200);
    const redis = await open();
    const work = {
      baseURL: server.url,
      redis: redis.port,
      windows: [],
      callers: 1,
      forMs: 0,
      exchanges: true,
    };
    const workers = await startFleet(worksOf(16, work));
    if (name.startsWith("who")) {
      // The process whose exchange is under way.
      while (server.exchanges() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      workers.find(({ child }) => String(child.pid) === server.exchanger())?.kill();
    }
    const outcome = await outcomeOf(workers);
    if ("kill" in redis) await redis.kill();
    tell(
      `16 cold processes, one token: ${name}`,
      `${most} ${most === 1 ? "exchange" : "exchanges"}, 0 calls failed`,
      `${server.exchanges()} exchanges, ${outcome.failed} calls failed, the slowest took ${Math.round(outcome.slowestMs)} ms`,
      outcome.failed === 0 && server.exchanges() <= most,
    );
    expect(outcome.failed).toBe(0);
    expect(server.exchanges()).toBeLessThanOrEqual(most);
  });
});

it("a place in memory is taken and given back", async () => {
  const store = memoryStore();
  const windows: NamedWindow[] = [60_000, 3_600_000, 86_400_000].map((per) => ({
    name: `w${per}`,
    limit: 1_000_000,
    per,
    scope: "account",
  }));
  const options = { maxWait: 0, lease: 1000 };
  const times: number[] = [];
  for (let round = 0; round < 20; round++) {
    const { user, system } = process.cpuUsage();
    for (let take = 0; take < 10_000; take++) {
      const taken = store.take(windows, options);
      if ("settle" in taken) taken.settle(true);
    }
    const spent = process.cpuUsage({ user, system });
    times.push((spent.user + spent.system) / 10_000);
  }
  const median = times.sort((a, b) => a - b)[10] ?? 0;
  tell("a take in memory, three windows", "5 µs of CPU", `${median.toFixed(2)} µs`, median <= 5);
  expect(median).toBeGreaterThan(0);
});
