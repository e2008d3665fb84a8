import { readdirSync, readFileSync } from "node:fs";

/** What a program and all that it started have cost; `NaN` where the system does not tell. */
export interface Cost {
  /** The most memory at any moment. */
  readonly megabytes: number;
  /** Seconds of processors, nearly: what a process does after it was last looked at does not count. */
  readonly cpuSeconds: number;
}

/** Of a second, in `/proc`. */
const TICKS = 100;

/**
 * Watches what a process and all below it cost, from outside: programs in any language, without a hook in them.
 */
export function watchProcesses(root: number): { stop(): Cost } {
  let most = 0;
  const ticks = new Map<number, number>();
  const look = (): void => {
    most = Math.max(most, residentOf(root, ticks));
  };
  const timer = setInterval(look, 40);
  return {
    stop() {
      clearInterval(timer);
      if (most === 0) return { megabytes: Number.NaN, cpuSeconds: Number.NaN };
      const sum = [...ticks.values()].reduce((all, one) => all + one, 0);
      return { megabytes: most, cpuSeconds: sum / TICKS };
    },
  };
}

/** @param ticks takes those of each process, so far */
function residentOf(root: number, ticks: Map<number, number>): number {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  try {
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const status = readFileSync(`/proc/${name}/status`, "latin1");
        parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
        resident.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
      } catch {
        // It ended between the two reads.
      }
    }
  } catch {
    return 0;
  }
  let sum = 0;
  for (const [pid, parent] of parents) {
    if (!isBelow(pid, root, parents)) continue;
    const own = read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];
    ticks.set(pid, Math.max(ticks.get(pid) ?? 0, Number(own[11] ?? 0) + Number(own[12] ?? 0)));
    // Until it begins its own program, a process has the memory of the one that started it.
    const hasBegun = pid === root || read(`/proc/${pid}/cmdline`) !== read(`/proc/${parent}/cmdline`);
    if (hasBegun) sum += resident.get(pid) ?? 0;
  }
  return sum / 1024;
}

/** Nothing, of a process that ended between two reads. */
function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

function isBelow(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === root) return true;
  }
  return false;
}
