import { describe, expect, it } from "vitest";
import { countingServer } from "./support/counting.ts";
import { type Done, startFleet, type Work } from "./support/fleet.ts";
import { freePort, isMissing, startRedis } from "./support/redis-server.ts";

const FLEET = 4;

function worksOf(work: Omit<Work, "library" | "fleet">): readonly Work[] {
  return Array.from({ length: FLEET }, (_, index) => ({
    ...work,
    fleet: FLEET,
    library: index % 2 === 0 ? ("ioredis" as const) : ("redis" as const),
  }));
}

/** Redis answered every process within its time: the promise is for that, and a machine may have no processor free. */
const isInTime = (done: readonly (Done | undefined)[]): boolean =>
  done.every((one) => (one?.warnings ?? []).length === 0);

const sum = (counts: readonly (number | undefined)[]): number =>
  counts.reduce<number>((all, one) => all + (one ?? 0), 0);

describe.skipIf(isMissing)("a fleet of processes", () => {
  it("is not refused once, and uses what is allowed", async () => {
    const windows = [
      [50, 1000],
      [200, 5000],
      [20_000, 86_400_000],
    ] as const;
    const server = await countingServer(windows);
    const redis = await startRedis();
    const forMs = 8000;
    const workers = await startFleet(
      worksOf({ baseURL: server.url, redis: redis.port, windows, callers: 4, forMs }),
    );
    const done = await Promise.all(workers.map((worker) => worker.done));
    if (isInTime(done)) {
      expect(server.refused()).toBe(0);
      expect(server.mostIn(1000)).toBeLessThanOrEqual(50);
      expect(server.mostIn(5000)).toBeLessThanOrEqual(200);
    }
    expect(sum(done.map((one) => one?.failed))).toBe(0);
    // 200 in the first five seconds, and 150 in the three that are left.
    expect(server.arrivals.length).toBeGreaterThanOrEqual(0.85 * 350);
    await redis.kill();
  });

  it("is not refused where two are killed and Redis stands still for a moment", async () => {
    const windows = [[40, 1000]] as const;
    const server = await countingServer(windows);
    const redis = await startRedis();
    const workers = await startFleet(
      worksOf({ baseURL: server.url, redis: redis.port, windows, callers: 4, forMs: 8000 }),
    );
    setTimeout(() => {
      workers[0]?.kill();
      workers[1]?.kill();
    }, 2000);
    setTimeout(() => redis.freeze(), 4000);
    setTimeout(() => redis.thaw(), 4400);
    const done = await Promise.all(workers.map((worker) => worker.done));
    expect(done.map((one) => one === undefined)).toEqual([true, true, false, false]);
    if (isInTime(done)) {
      expect(server.refused()).toBe(0);
      expect(server.mostIn(1000)).toBeLessThanOrEqual(40);
    }
    expect(sum(done.map((one) => one?.failed))).toBe(0);
    await redis.kill();
  });

  it("goes on by its parts where Redis dies, and none of its calls fails or waits long for that", async () => {
    const windows = [[40, 1000]] as const;
    const server = await countingServer(windows);
    const redis = await startRedis();
    const workers = await startFleet(
      worksOf({ baseURL: server.url, redis: redis.port, windows, callers: 1, forMs: 6000 }),
    );
    setTimeout(() => void redis.kill(), 2000);
    const done = await Promise.all(workers.map((worker) => worker.done));
    expect(sum(done.map((one) => one?.failed))).toBe(0);
    // Once told, in words, by each.
    for (const one of done) {
      expect(one?.warnings).toHaveLength(1);
      expect(one?.warnings[0]).toMatch(
        /^Redis cannot be used: .*each process goes on with 1\/4 of the quota\.$/,
      );
    }
    const after = server.arrivals.filter((at) => at > (server.arrivals[0] ?? 0) + 3500);
    expect(after.length).toBeGreaterThan(40);
  });

  it.each([
    ["cold", async () => (await startRedis()).port, 1],
    ["with Redis dead from the start", freePort, FLEET],
  ] as const)("exchanges for one token, %s", async (_, portOf, most) => {
    const server = await countingServer([], 200);
    const port = await portOf();
    const work = { baseURL: server.url, redis: port, windows: [], callers: 1, forMs: 0, exchanges: true };
    const workers = await startFleet(worksOf(work));
    const done = await Promise.all(workers.map((worker) => worker.done));
    expect(sum(done.map((one) => one?.failed))).toBe(0);
    expect(sum(done.map((one) => one?.calls))).toBe(FLEET);
    expect(server.exchanges()).toBe(most);
  });
});
