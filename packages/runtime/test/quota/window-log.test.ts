import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { windowLog } from "../../src/quota/window-log.ts";

/** A log in which requests were answered at moments. */
function answered(limit: number, per: number, ...moments: readonly number[]): ReturnType<typeof windowLog> {
  const log = windowLog(limit, per);
  for (const moment of moments) {
    log.take();
    log.settle(moment, true);
  }
  return log;
}

describe("a window", () => {
  it.each([
    { moments: [], at: 0, ahead: 0, want: 0 },
    { moments: [0], at: 10, ahead: 0, want: 0 },
    { moments: [0, 10], at: 20, ahead: 0, want: 81 },
    { moments: [0, 10], at: 100, ahead: 0, want: 1 },
    { moments: [0, 10], at: 101, ahead: 0, want: 0 },
    { moments: [0, 10], at: 101, ahead: 1, want: 10 },
    { moments: [0, 10], at: 20, ahead: 1, want: 91 },
    // The third in the line goes when the first of those before it is out of the window.
    { moments: [0, 10], at: 20, ahead: 2, want: 81 + 101 },
    { moments: [0, 10], at: 20, ahead: 5, want: 91 + 202 },
    { moments: [], at: 0, ahead: 2, want: 101 },
  ])("of two in 100 ms: $moments, at $at behind $ahead: $want ms", ({ moments, at, ahead, want }) => {
    expect(answered(2, 100, ...moments).wait(at, ahead)).toBe(want);
  });

  it("keeps the place of a request that has no answer, however long", () => {
    const log = windowLog(1, 100);
    log.take();
    expect(log.wait(10_000, 0)).toBe(101);
    expect(log.freeAt(10_000)).toBeUndefined();
    log.settle(10_000, true);
    expect(log.wait(10_000, 0)).toBe(101);
    expect(log.freeAt(10_000)).toBe(10_101);
  });

  it("gives the place of a request back that was not sent", () => {
    const log = windowLog(1, 100);
    log.take();
    log.settle(5, false);
    expect(log.wait(5, 0)).toBe(0);
    expect(log.used(5)).toBe(0);
  });

  it.each([
    { used: 3, from: 0, at: 50, want: 51 },
    { used: 2, from: 0, at: 50, want: 0 },
    { used: 9, from: -40, at: 50, want: 11 },
    { used: 3, from: 90, at: 50, want: 91 },
  ])("counts what others sent: $used since $from", ({ used, from, at, want }) => {
    const log = answered(3, 100, 40);
    log.fill(at, used, from, at);
    expect(log.wait(at, 0)).toBe(want);
  });

  it("takes nothing for others' that left while the answer was on its way", () => {
    const log = answered(3, 100, 10, 20, 30);
    // Taken at 90, when the window was full; answered at 200, when it was empty.
    log.fill(200, 3, 200, 90);
    expect(log.used(200)).toBe(0);
  });

  it("never lets more through than the limit, and never waits for longer than it must", () => {
    const steps = fc.array(fc.record({ pause: fc.nat(60), latency: fc.nat(50), isCounted: fc.boolean() }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 100 }),
        steps,
        (limit, per, all) => {
          const log = windowLog(limit, per);
          const counted: number[] = [];
          let at = 0;
          for (const { pause, latency, isCounted } of all) {
            at += pause;
            const wait = log.wait(at, 0);
            const busy = counted.filter((moment) => moment > at - per - 1);
            expect(wait === 0).toBe(busy.length < limit);
            at += wait;
            expect(log.wait(at, 0)).toBe(0);
            log.take();
            at += latency;
            log.settle(at, isCounted);
            if (isCounted) counted.push(at);
            expect(counted.filter((moment) => moment > at - per).length).toBeLessThanOrEqual(limit);
          }
        },
      ),
    );
  });
});
