import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, readFile, stat, unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { usageError } from "./usage-error.ts";

/** Which process has a journal. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Of the machine's start, and of the process within it: a number of a process is given again. */
  readonly since: string;
}

/** Longest time that a process needs to take a lock from a dead one, in milliseconds. */
const TAKING: number = 10_000;

/**
 * Takes the lock of a file, which is a file beside it: `<place>.lock`. A process that was killed leaves it behind, and the
 * next one takes it over.
 *
 * @returns lets it go
 * @throws {UsageError} where another process has it
 */
export async function takeLock(place: string): Promise<() => Promise<void>> {
  const lock = `${place}.lock`;
  const own = JSON.stringify({ pid: process.pid, host: hostname(), since: sinceOf(process.pid) });
  if (!(await create(lock, own))) await takeOver(lock, own, place);
  return () => unlink(lock).catch(() => {});
}

/** False where it is there already. It appears with its text, so that nobody takes a lock that is being made for a dead one's. */
async function create(path: string, text: string): Promise<boolean> {
  const whole = `${path}.${randomUUID()}`;
  try {
    await writeFile(whole, text, { flag: "wx", mode: 0o600 });
    try {
      await link(whole, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
      // Some file systems have no hard links.
      await writeFile(path, text, { flag: "wx", mode: 0o600 });
    }
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    throw usageError(`The journal's lock ${path} cannot be made: ${code}.`, error);
  } finally {
    await unlink(whole).catch(() => {});
  }
}

/** Of two processes that find a dead one's lock, one takes it. */
async function takeOver(lock: string, own: string, place: string): Promise<void> {
  const right = `${lock}.taking`;
  const made = await stat(right).catch(() => undefined);
  if (made && Date.now() - made.mtimeMs > TAKING) await unlink(right).catch(() => {});
  if (!(await create(right, own))) throw taken(place, lock, "another process");
  try {
    const holder = await holderOf(lock);
    if (holder && isAlive(holder)) {
      const where = holder.host === hostname() ? "" : ` of ${holder.host}`;
      throw taken(place, lock, `process ${holder.pid}${where}`);
    }
    await unlink(lock).catch(() => {});
    if (!(await create(lock, own))) throw taken(place, lock, "another process");
  } finally {
    await unlink(right).catch(() => {});
  }
}

function taken(place: string, lock: string, who: string): Error {
  return usageError(
    `The journal ${place} is that of a run of ${who}. Wait for it, or end it; where it is certain that there is none, remove ${lock}.`,
  );
}

/** Undefined where the process died before it had written its name. */
async function holderOf(lock: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(lock, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

/** Nobody knows of a process on another machine. */
function isAlive({ pid, host, since }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It is there, and another user's.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return since === sinceOf(pid);
}

/** On Linux, the machine's start and the process's; elsewhere nothing tells. */
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
