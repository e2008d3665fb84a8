import {
  memoryStore,
  type NamedWindow,
  type NoPlace,
  type Place,
  type QuotaStore,
  type TakeOptions,
} from "@trunkline/runtime/quota";
import { nameOf } from "./digest.ts";
import { keyOf, keysOf, limitsOf } from "./quota-keys.ts";
import { CLOSE, FILL, STATE, TAKE } from "./quota-scripts.ts";
import { numbers, RedisUnavailable, type Runner } from "./scripts-runner.ts";
import { settlementsOf } from "./settlements.ts";
import { slept } from "./slept.ts";

type Windows = readonly NamedWindow[];

/** What a store is made with. */
export interface StoreSettings {
  readonly prefix: string;
  /** How many processes share the windows; each has that part of them where Redis fails. */
  readonly fleet: number;
  /** Called each time that Redis begins to fail. */
  readonly warn: (message: string) => void;
}

/**
 * How long a process keeps to its part after Redis last failed it, in milliseconds: until all others that it failed have
 * asked it again, and told it what they sent meanwhile.
 */
const RETURN = 2500;

/** What Redis said last of windows. */
interface Word {
  readonly at: number;
  /** Places that the fleet had left in each. */
  readonly left: readonly number[];
  /** When each was used up. */
  readonly fullAt: readonly number[];
}

/** Windows that a fleet shares; where Redis fails, each process goes on with its part of them. */
export function redisStore(runner: Runner, { prefix, fleet, warn }: StoreSettings): QuotaStore {
  const local = memoryStore();
  const shares = new WeakMap<Windows, Windows>();
  let isTold = false;
  /** When Redis last failed. */
  let lostAt = Number.NEGATIVE_INFINITY;

  const settlements = settlementsOf(runner);

  /** The process's part of the windows. */
  const shareOf = (windows: Windows): Windows => {
    const known = shares.get(windows);
    if (known) return known;
    const share = windows.map((one) => ({ ...one, limit: Math.max(1, Math.floor(one.limit / fleet)) }));
    shares.set(windows, share);
    return share;
  };

  const words = new WeakMap<Windows, Word>();

  /** Takes up what Redis says of windows. */
  const hear = (share: Windows, said: number, more: readonly number[]): void => {
    const at = performance.now();
    const known = words.get(share);
    const fullAt = share.map((_, index) =>
      said !== 1 && more.includes(index + 1) ? at : (known?.fullAt[index] ?? Number.NEGATIVE_INFINITY),
    );
    const left = share.map((_, index) => (said === 1 ? (more[index] ?? 0) : Number.POSITIVE_INFINITY));
    words.set(share, { at, left, fullAt });
  };

  const told = (error: unknown): number => {
    if (!(error instanceof RedisUnavailable)) throw error;
    if (!isTold)
      warn(`${error.message}. Until it answers, each process goes on with 1/${fleet} of the quota.`);
    isTold = true;
    lostAt = performance.now();
    return error.restMs;
  };

  /** What nobody waits for; what is lost of it is made up for by leases and by the next answer. */
  const tell = (script: string, keys: string[], args: string[]): void => {
    runner.run(script, keys, args).catch(() => {});
  };

  const isBack = (): boolean => performance.now() - lostAt >= RETURN;

  /** A place in the process's part; where the signal ends the wait, Redis hears of it. */
  const own = async (windows: Windows, id: string, options: TakeOptions): Promise<Place | NoPlace> => {
    try {
      return await local.take(shareOf(windows), options);
    } catch (error) {
      settlements.tell(windows, { id, outcome: "unsent" });
      throw error;
    }
  };

  /**
   * Of what was free when Redis last answered, this process has its part; nothing is free of what the fleet had just used
   * up, until that has left the window, or Redis was silent for long enough to be gone: others may be answered.
   */
  const heed = (share: Windows): void => {
    const word = words.get(share);
    if (!word) return;
    words.delete(share);
    const now = performance.now();
    const stated = share.flatMap((window, index) => {
      const { [index]: fullAt = 0 } = word.fullAt;
      const { [index]: left = 0 } = word.left;
      const isFull = now - fullAt < window.per + RETURN;
      const remaining = isFull ? 0 : Math.min(window.limit, Math.floor(left / fleet));
      const ofWord = (isFull ? fullAt : word.at) + window.per - now;
      const resetsIn = isFull ? Math.max(ofWord, Math.min(window.per, RETURN)) : ofWord;
      return resetsIn > 0 ? [{ window, remaining, resetsIn }] : [];
    });
    local.count(share).settle(false, stated);
  };

  /** @throws what the signal ends it with, of which Redis hears */
  const pause = async (
    windows: Windows,
    id: string,
    ms: number,
    signal: TakeOptions["signal"],
  ): Promise<void> => {
    if (await slept(ms, signal)) return;
    settlements.tell(windows, { id, outcome: "unsent" });
    signal?.throwIfAborted();
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
      const share = shareOf(windows);
      const deadline = performance.now() + maxWait;
      let isDue = false;
      for (;;) {
        signal?.throwIfAborted();
        const left = Math.max(0, deadline - performance.now());
        let wait: number;
        try {
          const most = String(Math.floor(Math.min(left, Number.MAX_SAFE_INTEGER)));
          settlements.flush(windows);
          const args = [id, most, String(lease), ...limits];
          const [said, ms = 0, ...more] = numbers(await runner.run(TAKE, keys, args));
          isTold = false;
          hear(share, said ?? 0, more);
          if (said === -1) return { wait: ms };
          if (said === 1) {
            // Others may still go by their parts, of which Redis does not know yet: whoever lost it keeps to its own for a
            // while. Before that it counts here so that this process has not all of its part when Redis fails.
            const here = isBack() ? local.count(share) : await local.take(share, { maxWait: 0, lease });
            if (!("wait" in here)) return placeOf(id, windows, ms, here);
            settlements.tell(windows, { id, outcome: "unsent", takenAt: ms });
            wait = Math.min(here.wait, lostAt + RETURN - performance.now());
            if (wait > left) return here;
          } else {
            wait = Math.min(ms, left);
            isDue = ms <= left && more.length > 0;
            local.close(share, wait);
          }
        } catch (error) {
          const restMs = told(error);
          heed(share);
          // Its place fell free by what Redis said, and most likely was taken for it.
          if (isDue) return ownPlaceOf(id, windows, local.count(share));
          const most = Math.min(left, restMs);
          const found = await own(windows, id, { maxWait: most, lease, signal });
          if (!("wait" in found)) return ownPlaceOf(id, windows, found);
          // What was asked of Redis may have been done all the same.
          if (found.wait > left) {
            settlements.tell(windows, { id, outcome: "unsent" });
            return found;
          }
          wait = Math.min(found.wait, restMs);
        }
        await pause(windows, id, wait, signal);
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

  function placeOf(id: string, windows: Windows, takenAt: number, here: Place): Place {
    let isSettled = false;
    return {
      settle(isCounted, stated = []) {
        if (isSettled) return;
        isSettled = true;
        here.settle(isCounted);
        settlements.tell(windows, { id, outcome: isCounted ? "counted" : "unsent", takenAt });
        for (const { window, remaining, resetsIn } of stated) {
          const { limit, per } = window;
          const used = String(limit - remaining);
          const left = String(Math.ceil(resetsIn ?? per));
          tell(FILL, [keyOf(window)], [id, used, String(takenAt), left, String(limit), String(per)]);
        }
      },
    };
  }

  /** A place of the process's part: it counts there as well, whether Redis was only slow or comes back. */
  function ownPlaceOf(id: string, windows: Windows, place: Place): Place {
    let isSettled = false;
    return {
      settle(isCounted, stated) {
        place.settle(isCounted, stated);
        if (!isSettled) settlements.tell(windows, { id, outcome: isCounted ? "own" : "unsent" });
        isSettled = true;
      },
    };
  }
}
