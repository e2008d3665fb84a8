import type { IoredisLike } from "../../src/commands.ts";
import { SETTLE, TAKE } from "../../src/quota-scripts.ts";

/** Exact windows as the scripts keep them, by the clock of this process, so that a captured clock goes for both. */
export interface VirtualRedis {
  /** A client whose commands are run at once, and answered after `lateMs()`. */
  client(lateMs: () => number): IoredisLike;
}

export function virtualRedis(): VirtualRedis {
  /** Moments from which requests count, by key and id. */
  const windows = new Map<string, Map<string, number>>();
  /** Those that wait, in the order of asking, and when they come back. */
  const waiting = new Map<string, number>();

  const windowOf = (key: string): Map<string, number> => {
    const known = windows.get(key) ?? new Map<string, number>();
    windows.set(key, known);
    return known;
  };

  const take = (keys: readonly string[], [id = "", most = "", lease = "", ...limits]: readonly string[]) => {
    const now = Math.floor(performance.now());
    for (const [other, back] of waiting) if (back < now - 250) waiting.delete(other);
    const order = [...waiting.keys()];
    const rank = waiting.has(id) ? order.indexOf(id) : order.length;
    let wait = 0;
    const full: number[] = [];
    const left: number[] = [];
    for (const [index, key] of keys.slice(3).entries()) {
      const [limit, per] = limits.slice(2 * index, 2 * index + 2).map(Number) as [number, number];
      const moments = [...windowOf(key).values()].filter((at) => at > now - per).sort((a, b) => a - b);
      const over = moments.length + rank - limit;
      left.push(Math.max(0, rank - over - 1));
      if (over < 0) continue;
      full.push(index + 1);
      wait = Math.max(wait, Math.min(moments[over] ?? now, now) + per - now + 1);
    }
    if (wait > Number(most)) return [-1, wait, ...full];
    if (wait > 0) {
      waiting.set(id, now + wait);
      return [0, wait, ...full];
    }
    waiting.delete(id);
    for (const key of keys.slice(3)) windowOf(key).set(id, now + Number(lease));
    return [1, now, ...left];
  };

  const settle = (keys: readonly string[], [many, ...told]: readonly string[]): number => {
    for (let one = 0; one < Number(many); one++) {
      const [id = "", outcome] = told.slice(3 * one);
      waiting.delete(id);
      for (const key of keys.slice(3)) {
        const window = windowOf(key);
        if (outcome === "0") window.delete(id);
        else if (outcome === "2" || window.has(id)) window.set(id, Math.ceil(performance.now()));
      }
    }
    return 1;
  };

  return {
    client(lateMs) {
      let last = 0;
      const run = (script: string, many: number, given: readonly string[]): Promise<unknown> => {
        // What is run so that its digest is known.
        if (many === 0) return Promise.resolve(1);
        const [keys, args] = [given.slice(0, many), given.slice(many)];
        const answer = script === TAKE ? take(keys, args) : script === SETTLE ? settle(keys, args) : 1;
        // Answers come in the order of the commands.
        last = Math.max(last, performance.now() + 1 + lateMs());
        return new Promise((resolve) => setTimeout(resolve, last - performance.now(), answer));
      };
      return {
        defineCommand: () => {},
        evalsha: () => Promise.reject(new Error("NOSCRIPT")),
        eval: (script, many, ...given) => run(script, many, given),
      };
    },
  };
}
