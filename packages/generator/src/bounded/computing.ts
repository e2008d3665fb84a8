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
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  return {
    elapsed,
    async spent() {
      let sum = 0;
      for (const thread of threads.started) {
        const seconds = await computed(thread);
        if (seconds === undefined) return elapsed();
        sum += seconds - ((await before.get(thread)) ?? 0);
      }
      return sum;
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
