import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Of this process, and in use. */
const open = new Set<string>();

/**
 * Makes a folder beside the target, because a rename is atomic only within one file system. Its name tells which process
 * uses it.
 */
export async function openStaging(target: string): Promise<string> {
  await mkdir(target, { recursive: true });
  const folder = await mkdtemp(join(dirname(target), `${prefixOf(target)}${process.pid}-`));
  open.add(folder);
  return folder;
}

/** Removes the folder with all that is in it. */
export async function closeStaging(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  open.delete(folder);
}

/** A run that was killed leaves its folder; also after its last rename, when there is nothing else to mend. */
export async function removeLeftovers(target: string): Promise<void> {
  const parent = dirname(target);
  for (const name of await namesIn(parent)) {
    if (!name.startsWith(prefixOf(target)) || isInUse(join(parent, name))) continue;
    await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** Two runs may write the same package at once. */
function isInUse(folder: string): boolean {
  const pid = Number(/\.staging-(\d+)-[^-]*$/.exec(folder)?.[1]);
  // In a container, one process after the other may have the same number.
  if (Number.isNaN(pid) || pid === process.pid) return open.has(folder);
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function prefixOf(target: string): string {
  return `.${basename(target)}.staging-`;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Whether nothing is at a path. */
export function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR";
}
