import { readdirSync, readFileSync } from "node:fs";

/**
 * Watches the memory of a process and of all below it, from outside: programs in any language, without a hook in them.
 */
export function watchProcesses(root: number): { stop(): number } {
  let most = 0;
  const look = (): void => {
    most = Math.max(most, residentOf(root));
  };
  const timer = setInterval(look, 40);
  return {
    stop() {
      clearInterval(timer);
      return most === 0 ? Number.NaN : most;
    },
  };
}

function residentOf(root: number): number {
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
  for (const pid of parents.keys()) if (isBelow(pid, root, parents)) sum += resident.get(pid) ?? 0;
  return sum / 1024;
}

function isBelow(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === root) return true;
  }
  return false;
}
