import { memoryStore, type NamedWindow, type Place, type QuotaStore } from "@trunkline/runtime/quota";
import { nameOf } from "./digest.ts";
import { CLOSE, FILL, SETTLE, STATE, TAKE } from "./quota-scripts.ts";
import { numbers, RedisUnavailable, type Runner } from "./scripts-runner.ts";

type Windows = readonly NamedWindow[];

/** What a store is made with. */
export interface StoreSettings {
  readonly prefix: string;
  /** How many processes share the windows; each has that part of them where Redis fails. */
  readonly fleet: number;
  /** Told once each time that Redis begins to fail. */
  readonly warn: (message: string) => void;
}

/** Windows that a fleet shares; where Redis fails, each process goes on with its part of them. */
export function redisStore(runner: Runner, { prefix, fleet, warn }: StoreSettings): QuotaStore {
  const local = memoryStore();
  const shares = new WeakMap<Windows, Windows>();
  let isTold = false;

  /** The process's part of the windows. */
  const shareOf = (windows: Windows): Windows => {
    const known = shares.get(windows);
    if (known) return known;
    const share = windows.map((one) => ({ ...one, limit: Math.max(1, Math.floor(one.limit / fleet)) }));
    shares.set(windows, share);
    return share;
  };

  const told = (error: unknown): number => {
    if (!(error instanceof RedisUnavailable)) throw error;
    if (!isTold)
      warn(`${error.message}. Until it answers, each process goes on with 1/${fleet} of the quota.`);
    isTold = true;
    return error.restMs;
  };

  /** What nobody waits for; what is lost of it is made up for by leases and by the next answer. */
  const tell = (script: string, keys: string[], args: string[]): void => {
    runner.run(script, keys, args).catch(() => {});
  };

  return {
    async nameOf(text) {
      // The tag of a cluster's slot: one for each API, since one script asks for windows of several kinds.
      const [origin] = JSON.parse(text) as [string];
      return `{${prefix}:${await nameOf(origin, 8)}}:${await nameOf(text)}`;
    },

    async take(windows, { maxWait, lease, signal }) {
      const id = crypto.randomUUID();
      const keys = keysOf(windows);
      const limits = limitsOf(windows);
      const deadline = performance.now() + maxWait;
      for (;;) {
        signal?.throwIfAborted();
        const left = Math.max(0, deadline - performance.now());
        let wait: number;
        try {
          const most = String(Math.floor(Math.min(left, Number.MAX_SAFE_INTEGER)));
          const [said, ms] = numbers(await runner.run(TAKE, keys, [id, most, String(lease), ...limits]));
          isTold = false;
          if (said === -1) return { wait: ms ?? 0 };
          if (said === 1) {
            // So that this process has not all of its part left when Redis fails.
            return placeOf(id, windows, String(ms), local.count(shareOf(windows)));
          }
          wait = Math.min(ms ?? 0, left);
          // What the fleet has used up is not free here either, should the next answer be late.
          local.close(shareOf(windows), wait);
        } catch (error) {
          const restMs = told(error);
          const most = Math.min(left, restMs);
          const found = await local.take(shareOf(windows), { maxWait: most, lease, signal });
          // What was asked of Redis may have been done all the same.
          if (!("wait" in found)) return countedThere(id, windows, found);
          if (found.wait > left) {
            settleLater(id, windows, false);
            return found;
          }
          wait = Math.min(found.wait, restMs);
        }
        if (!(await slept(wait, signal))) {
          tell(SETTLE, keys, [id, "0", "0", ...limits]);
          signal?.throwIfAborted();
        }
      }
    },

    close(windows, wait) {
      local.close(shareOf(windows), wait);
      tell(CLOSE, keysOf(windows).slice(0, 1), [String(Math.ceil(wait))]);
    },

    async state(windows) {
      try {
        const found = numbers(await runner.run(STATE, windows.map(keyOf), limitsOf(windows)));
        return windows.map((window, index) => {
          const [used = 0, free = 0] = found.slice(2 * index);
          return {
            ...window,
            remaining: Math.max(0, window.limit - used),
            resetsIn: free < 0 ? undefined : free,
          };
        });
      } catch (error) {
        told(error);
        return local.state(shareOf(windows));
      }
    },
  };

  function placeOf(id: string, windows: Windows, takenAt: string, here: Place): Place {
    let isSettled = false;
    return {
      settle(isCounted, stated = []) {
        if (isSettled) return;
        isSettled = true;
        here.settle(isCounted);
        tell(SETTLE, keysOf(windows), [id, isCounted ? "1" : "0", takenAt, ...limitsOf(windows)]);
        for (const { window, remaining, resetsIn } of stated) {
          const { limit, per } = window;
          const used = String(limit - remaining);
          const left = String(Math.ceil(resetsIn ?? per));
          tell(FILL, [keyOf(window)], [id, used, takenAt, left, String(limit), String(per)]);
        }
      },
    };
  }

  /** A place of the process's part. Where Redis was only slow, it counts there as well. */
  function countedThere(id: string, windows: Windows, place: Place): Place {
    return {
      settle(isCounted, stated) {
        place.settle(isCounted, stated);
        settleLater(id, windows, isCounted);
      },
    };
  }

  /** When Redis is asked again. */
  function settleLater(id: string, windows: Windows, isCounted: boolean): void {
    const counted = isCounted ? "1" : "0";
    const again = (): void => tell(SETTLE, keysOf(windows), [id, counted, "0", ...limitsOf(windows)]);
    const timer = setTimeout(again, 1500);
    (timer as { unref?: () => void }).unref?.();
  }
}

function keyOf({ name, limit, per }: NamedWindow): string {
  return `${name}:${limit}/${per}`;
}

/** Gate and lines are of those who ask for the same windows: with one for all, each account would wait behind the others. */
function keysOf(windows: Windows): string[] {
  const [first] = windows;
  const line = first ? keyOf(first) : "";
  return [`${line}:gate`, `${line}:waiting`, `${line}:back`, ...windows.map(keyOf)];
}

function limitsOf(windows: Windows): string[] {
  return windows.flatMap(({ limit, per }) => [String(limit), String(per)]);
}

function slept(ms: number, signal: AbortSignal | null | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isOver: boolean): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      resolve(isOver);
    };
    const onAbort = (): void => end(false);
    const timer = setTimeout(() => end(true), Math.min(Math.max(1, Math.ceil(ms)), 2 ** 31 - 1));
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
  });
}
