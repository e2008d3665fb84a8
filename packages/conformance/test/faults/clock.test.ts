import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as realSetTimeout } from "node:timers";
import { describe, expect, it } from "vitest";
import { GUARD, withClock } from "../../src/faults/bench/clock.ts";
import { until } from "../../src/faults/bench/pause.ts";

const wait = (delay?: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delay));

describe("the clock of a case", () => {
  it("ends an hour's wait at once, and records it", async () => {
    await withClock(async (clock) => {
      const before = Date.now();
      await wait(3_600_000);
      expect(clock.waits).toEqual([3_600_000]);
      expect(Date.now() - before).toBeGreaterThanOrEqual(3_600_000);
      expect(performance.now()).toBeGreaterThan(3_600_000);
    });
    expect(performance.now()).toBeLessThan(3_600_000);
  });

  it("holds a guard until it is fired by hand", async () => {
    await withClock(async (clock) => {
      let fired = false;
      setTimeout(() => {
        fired = true;
      }, GUARD);
      await wait(1);
      expect(fired).toBe(false);
      for (const timer of clock.pending) timer.fire();
      expect(fired).toBe(true);
      expect(clock.pending).toEqual([]);
    });
  });

  it("lets go of a timer that is cleared", async () => {
    await withClock(async (clock) => {
      const timer = setTimeout(() => expect.unreachable("it was cleared"), 5);
      clearTimeout(timer);
      const closed = setTimeout(() => expect.unreachable("it was closed"), 5);
      closed.unref().close();
      await wait(0);
      expect(clock.pending).toEqual([]);
    });
  });

  it("leaves timers of other work alone", async () => {
    const outside = new Promise<number>((resolve) => {
      const started = process.hrtime.bigint();
      // Asked for before the clock, in a context of its own.
      realSetTimeout(() => setTimeout(() => resolve(Number(process.hrtime.bigint() - started) / 1e6), 60), 1);
    });
    await withClock(async (clock) => {
      await until(() => false, 20);
      await outside;
      expect(clock.waits).toEqual([]);
    });
    expect(await outside).toBeGreaterThan(50);
  });

  it("leaves the timers of Node's own fetch alone", async () => {
    const server = createServer((_, response) => realSetTimeout(() => response.end("late"), 80));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      await withClock(async (clock) => {
        const { port } = server.address() as AddressInfo;
        const answer = await fetch(`http://127.0.0.1:${port}/`);
        expect(await answer.text()).toBe("late");
        expect(clock.waits).toEqual([]);
        expect(clock.pending).toEqual([]);
      });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it("keeps two cases apart", async () => {
    const one = withClock(async (clock) => {
      await wait(11);
      return clock.waits;
    });
    const two = withClock(async (clock) => {
      clock.advance(1e9);
      await wait(22);
      return clock.waits;
    });
    expect(await Promise.all([one, two])).toEqual([[11], [22]]);
  });

  it("puts the globals back", async () => {
    const { setTimeout: timer, clearTimeout: clear } = globalThis;
    const { now } = Date;
    await withClock(async () => expect(globalThis.setTimeout).not.toBe(timer));
    expect(globalThis.setTimeout).toBe(timer);
    expect(globalThis.clearTimeout).toBe(clear);
    expect(Date.now).toBe(now);
  });
});
