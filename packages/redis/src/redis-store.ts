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
  /** Told once each time that Redis begins to fail. */
  readonly warn: (message: string) => void;
}

/**
 * How long a process keeps to its part after Redis last failed it, in milliseconds: until all others that it failed have
 * asked it again, and told it what they sent meanwhile.
 */
const RETURN = 2500;

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

  /** Places that the fleet had left in each window when Redis last answered. */
  const words = new WeakMap<Windows, { readonly places: readonly number[]; readonly at: number }>();

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

  /** A place in the process's part; where the signal ends the wait, Redis hears of it. */
  const own = async (windows: Windows, id: string, options: TakeOptions): Promise<Place | NoPlace> => {
    try {
      return await local.take(shareOf(windows), options);
    } catch (error) {
      settlements.tell(windows, { id, outcome: "unsent" });
      throw error;
    }
  };

  /** Of what Redis last said to be free, this process has its part: what the fleet had used up is not free here either. */
  const heed = (share: Windows): void => {
    const word = words.get(share);
    if (!word) return;
    words.delete(share);
    const stated = share.flatMap((window, index) => {
      const remaining = Math.min(window.limit, Math.floor((word.places[index] ?? 0) / fleet));
      const resetsIn = word.at + window.per - performance.now();
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
      for (;;) {
        signal?.throwIfAborted();
        const left = Math.max(0, deadline - performance.now());
        // Others may still go by their parts, of which Redis does not know yet: whoever lost it keeps to its own for a while.
        let here: Place | undefined;
        const keeps = lostAt + RETURN - performance.now();
        if (keeps > 0) {
          const found = await own(windows, id, { maxWait: Math.min(left, keeps), lease, signal });
          if (!("wait" in found)) here = found;
          else if (left > keeps) {
            await pause(windows, id, Math.min(found.wait, keeps), signal);
            continue;
          } else {
            settlements.tell(windows, { id, outcome: "unsent" });
            return found;
          }
        }
        let wait: number;
        try {
          const most = String(Math.floor(Math.min(left, Number.MAX_SAFE_INTEGER)));
          settlements.flush(windows);
          const args = [id, most, String(lease), ...limits];
          const [said, ms = 0, ...more] = numbers(await runner.run(TAKE, keys, args));
          isTold = false;
          const places =
            said === 1
              ? more
              : share.map(({ limit }, index) => (more.includes(index + 1) ? 0 : limit * fleet));
          words.set(share, { places, at: performance.now() });
          // So that this process has not all of its part left when Redis fails.
          if (said === 1) return placeOf(id, windows, ms, here ?? local.count(share));
          here?.settle(false);
          if (said === -1) return { wait: ms };
          wait = Math.min(ms, left);
          local.close(share, wait);
        } catch (error) {
          const restMs = told(error);
          heed(share);
          const most = Math.min(left, restMs);
          const found = here ?? (await own(windows, id, { maxWait: most, lease, signal }));
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
