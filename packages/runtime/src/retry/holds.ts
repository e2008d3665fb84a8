import { now, startTimer, type Timer } from "../clock/timers.ts";
import type { Operation } from "../operation.ts";
import type { QuotaWindow } from "../quota-window.ts";

/** Longest time, in milliseconds, over which those that were held back are let go. */
const SPREAD = 1000;

/** A place among the calls that are held back. */
export interface Place {
  /** Resolves when it is the call's turn. */
  readonly turn: Promise<void>;
  /** Gives the place up; of no effect after the turn. */
  leave(): void;
}

/** Holds back calls that the vendor has said it would refuse, by the quota group of the one that it said it of. */
export interface Holds {
  /** The groups that are held back, or were not long ago. */
  readonly held: { readonly size: number; has(group: string): boolean };
  /** Moment until which the vendor lets nothing of it through, by `now()`; undefined where it was never held back. */
  endOf(group: string): number | undefined;
  /** The vendor lets nothing through for so many milliseconds; `delay` is the same with its jitter. */
  begin(group: string, least: number, delay: number): void;
  /**
   * A place in the queue; undefined where the call may go at once.
   *
   * @param attempts how often the call was sent already: who was refused more often goes first
   * @param limit longest hold that the call keeps, in milliseconds
   * @param delay milliseconds that it has to wait in any case
   */
  join(group: string, attempts: number, limit: number, delay?: number): Place | undefined;
}

/**
 * What operations share that count in the same windows of the document: a refusal does not say which window is used up. It
 * is the operation's own where it counts in none, or in one of its own.
 */
export function quotaGroup({ id, quotas: groups }: Operation, windows: readonly QuotaWindow[] = []): string {
  let group = "";
  let isShared = false;
  for (const { scope } of windows) {
    if (scope === "operation") return id;
    const isNamed = !SHARED.includes(scope);
    if (isNamed && !groups?.includes(scope)) continue;
    isShared = true;
    if (isNamed) group += ` ${scope}`;
  }
  return isShared ? group : id;
}

const SHARED: readonly string[] = ["account", "key", "address"];

interface Queued {
  readonly attempts: number;
  readonly go: () => void;
}

interface Hold {
  until: number;
  /** Milliseconds over which the queue is let go. */
  spread: number;
  /** Longest queue since the hold began. */
  most: number;
  readonly queue: Queued[];
  timer: Timer | undefined;
}

/**
 * Holds of one client. When a hold is over, those that wait go one after another, spread over as long as it lasted, at
 * most a second: what the vendor admits is learned from the first of them, and the next refusal holds back the rest.
 */
export function createHolds(): Holds {
  const holds = new Map<string, Hold>();

  const letGo = (hold: Hold): void => {
    const { queue, spread } = hold;
    hold.most = Math.max(hold.most, queue.length);
    queue.shift()?.go();
    hold.timer = queue.length > 0 ? startTimer(() => letGo(hold), spread / hold.most) : undefined;
  };

  return {
    held: holds,
    endOf: (group) => holds.get(group)?.until,
    begin(group, least, delay) {
      const at = now();
      for (const [name, { until, queue }] of holds) if (until <= at && !queue[0]) holds.delete(name);
      const hold = holds.get(group) ?? { until: 0, spread: 0, most: 0, queue: [], timer: undefined };
      // Each of many refusals has a jitter of its own; the first one is good enough for all.
      if (hold.until >= at + least) return;
      hold.until = at + delay;
      hold.spread = Math.min(delay, SPREAD);
      hold.most = 0;
      holds.set(group, hold);
      if (!hold.timer) return;
      clearTimeout(hold.timer);
      hold.timer = startTimer(() => letGo(hold), delay);
    },
    join(group, attempts, limit, delay = 0) {
      const hold = holds.get(group);
      if (!hold) return undefined;
      const { queue } = hold;
      const left = Math.max(delay, hold.until - now());
      // The jitter of a hold does not make it one that is too long.
      if ((left <= 0 && !queue[0]) || left > limit * 1.1) return undefined;
      let go = (): void => {};
      const turn = new Promise<void>((resolve) => {
        go = resolve;
      });
      const queued = { attempts, go };
      const behind = queue.findIndex((one) => one.attempts < attempts);
      queue.splice(behind < 0 ? queue.length : behind, 0, queued);
      hold.timer ??= startTimer(() => letGo(hold), left);
      return {
        turn,
        leave() {
          const index = queue.indexOf(queued);
          if (index < 0) return;
          queue.splice(index, 1);
          if (queue[0]) return;
          clearTimeout(hold.timer);
          hold.timer = undefined;
        },
      };
    },
  };
}
