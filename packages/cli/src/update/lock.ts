import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { takeFileLock } from "@trunkline/file-lock";
import { CommandFailure } from "../failure.ts";

/**
 * Runs something that no other process may do in the same workspace at the same time.
 *
 * @throws CommandFailure when another process does it
 */
export async function alone<Result>(root: string, run: () => Promise<Result>): Promise<Result> {
  const path = join(root, "node_modules/.cache/trunkline/update.lock");
  await mkdir(dirname(path), { recursive: true });
  const lock = await takeFileLock(path);
  if (!lock.isTaken)
    throw new CommandFailure(
      `Another update is under way here (${lock.holder}). Wait until it has ended, and run this again; if it is certain that there is none, remove ${path}.`,
    );
  try {
    return await run();
  } finally {
    await lock.release();
  }
}
