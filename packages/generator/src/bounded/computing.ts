import type { Worker } from "node:worker_threads";
import type { Threads } from "./threads.ts";

/** What threads have cost since they were given something to do. */
export interface Computing {
  /** Seconds of all threads together; by the clock where this Node cannot tell. */
  spent(): Promise<number>;
  /** Seconds by the clock. */
  elapsed(): number;
}

/** Counts from now on. A thread that is started later counts from its start. */
export function countComputing(threads: Threads): Computing {
  const before = new Map(threads.started.map((thread) => [thread, computed(thread)]));
  // What a thread has cost counts on when it has ended.
  const known = new Map<Worker, number>();
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  return {
    elapsed,
    async spent() {
      for (const thread of threads.started) {
        const seconds = await computed(thread);
        if (seconds === undefined) return elapsed();
        const own = seconds - ((await before.get(thread)) ?? 0);
        known.set(thread, Math.max(own, known.get(thread) ?? 0));
      }
      return [...known.values()].reduce((sum, seconds) => sum + seconds, 0);
    },
  };
}

/** Seconds that a worker has computed; `undefined` where this Node cannot tell. */
async function computed(worker: Worker): Promise<number | undefined> {
  const { cpuUsage } = worker as Partial<Pick<Worker, "cpuUsage">>;
  if (cpuUsage === undefined) return undefined;
  try {
    const { user, system } = await cpuUsage.call(worker);
    return (user + system) / 1e6;
  } catch {
    // It does not run yet, or no longer.
    return 0;
  }
}
