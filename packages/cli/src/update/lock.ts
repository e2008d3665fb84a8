import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CommandFailure } from "../failure.ts";

/** Longest time that a process needs to take a lock from a dead one, in milliseconds. */
const TAKING = 10_000;

/**
 * Runs something that no other process may do in the same workspace at the same time.
 *
 * @throws CommandFailure when another process does it. What a process that is gone left behind counts for nothing
 */
export async function alone<Result>(root: string, run: () => Promise<Result>): Promise<Result> {
  const path = join(root, "node_modules/.cache/trunkline/update.lock");
  await mkdir(dirname(path), { recursive: true });
  await take(path);
  try {
    return await run();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<void> {
  if (await create(path)) return;
  // Of several that find a dead one's lock, one takes it.
  const right = `${path}.taking`;
  const made = await stat(right).catch(() => undefined);
  if (made && Date.now() - made.mtimeMs > TAKING) await rm(right, { force: true });
  if (!(await create(right))) throw underWay();
  try {
    const holder = Number(await readFile(path, "utf8").catch(() => "0"));
    if (holder > 0 && isRunning(holder)) throw underWay(` (process ${holder})`);
    await rm(path, { force: true });
    if (!(await create(path))) throw underWay();
  } finally {
    await rm(right, { force: true });
  }
}

/** False where it is there already. It appears with its text, so that nobody takes a lock that is being made for a dead one's. */
async function create(path: string): Promise<boolean> {
  const whole = `${path}.${randomUUID()}`;
  const text = String(process.pid);
  try {
    await writeFile(whole, text);
    // Some file systems have no hard links.
    await link(whole, path).catch((error) => {
      if (error.code === "EEXIST") throw error;
      return writeFile(path, text, { flag: "wx" });
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(whole, { force: true });
  }
}

function underWay(whose = ""): CommandFailure {
  return new CommandFailure(
    `Another update is under way here${whose}. Wait until it has ended, and run this again.`,
  );
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is somebody else's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
