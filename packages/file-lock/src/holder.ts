import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";

/** Which process holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the machine and the process started: the system gives a process's number to later ones. */
  readonly since: string;
}

export function ownHolder(): Holder {
  return { pid: process.pid, host: hostname(), since: sinceOf(process.pid) };
}

/** Undefined where the file does not name a process. */
export async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const read = JSON.parse(await readFile(path, "utf8")) as Partial<Holder> | null;
    return typeof read?.pid === "number" && typeof read.host === "string" ? (read as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** False for every process of another machine, of which nothing is known here. */
export function hasEnded({ pid, host, since }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process is there, and another user's.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return true;
  }
  return since !== sinceOf(pid);
}

/** Known on Linux only. */
function sinceOf(pid: number): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of a program may hold spaces and brackets; its start is the twentieth field behind it.
    return `${boot}:${status.slice(status.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return "";
  }
}
