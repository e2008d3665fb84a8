import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CommandFailure } from "../failure.ts";

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
  for (;;) {
    try {
      return await writeFile(path, String(process.pid), { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = Number(await readFile(path, "utf8").catch(() => "0"));
    if (holder > 0 && isRunning(holder)) {
      throw new CommandFailure(
        `Another update is under way here (process ${holder}). Wait until it has ended, and run this again.`,
      );
    }
    await rm(path, { force: true });
  }
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
