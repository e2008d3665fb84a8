import type { ReplayStore } from "./store.ts";

/** Options of {@link memoryReplays}. */
export interface MemoryReplaysOptions {
  /**
   * How long the id of a handled event is kept, in seconds. It must be longer than the time in which the vendor repeats
   * a delivery.
   *
   * @default 259200 (three days)
   */
  readonly keepSeconds?: number | undefined;
  /** How many ids are kept at most. When there are more, the oldest are forgotten. @default 100000 */
  readonly maxIds?: number | undefined;
  /** The clock, in milliseconds since 1970, for tests. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/**
 * Makes a store in the memory of this process. Several processes need a store that they share.
 *
 * @example
 * const replays = memoryReplays({ keepSeconds: 7 * 24 * 3600 });
 */
export function memoryReplays(options: MemoryReplaysOptions = {}): ReplayStore {
  const { keepSeconds = 259_200, maxIds = 100_000, now = Date.now } = options;
  const ids: Map<string, { readonly isDone: boolean; readonly ends: number }> = new Map();
  const put = (id: string, isDone: boolean, seconds: number): void => {
    ids.delete(id);
    ids.set(id, { isDone, ends: now() + seconds * 1000 });
    // In the order in which they were put, so that the oldest are first.
    for (const [old, { ends }] of ids) {
      if (ids.size <= maxIds && ends > now()) break;
      ids.delete(old);
    }
  };
  return {
    async claim(id, leaseSeconds) {
      const held = ids.get(id);
      if (held && held.ends > now()) return held.isDone ? "done" : "in-progress";
      put(id, false, leaseSeconds);
      return "claimed";
    },
    async done(id) {
      put(id, true, keepSeconds);
    },
    async release(id) {
      if (!ids.get(id)?.isDone) ids.delete(id);
    },
  };
}
