import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Child processes of which none is left behind, however this one ends. */
export interface Processes {
  add(child: ChildProcess): ChildProcess;
  /** Waits until all have ended; those that have not by then are killed. */
  ended(longest: number): Promise<void>;
}

/** @param longest milliseconds after which everything is ended, whatever has become of it */
export function boundedProcesses(longest: number): Processes {
  const running = new Set<ChildProcess>();
  const kill = (): void => {
    for (const child of running) child.kill("SIGKILL");
  };
  process.once("exit", kill);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  setTimeout(() => {
    console.error(`It took longer than ${longest / 1000} s.`);
    process.exit(1);
  }, longest).unref();
  return {
    add(child) {
      running.add(child);
      child.once("exit", () => running.delete(child));
      return child;
    },
    async ended(most) {
      const timer = setTimeout(kill, most);
      await Promise.all([...running].map((child) => once(child, "exit")));
      clearTimeout(timer);
    },
  };
}
