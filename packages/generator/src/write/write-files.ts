import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** What writing a set of files to a folder would change. Paths are relative to the folder, sorted. */
export interface Changes {
  /** Files that are new or whose bytes differ. */
  readonly changed: readonly string[];
  /** Files in folders that the generator owns, which it no longer makes. */
  readonly removed: readonly string[];
}

/** Folders of an emitted package in which every file is the generator's. */
const ownedFolders = ["src", "test"];

/**
 * Compares the wanted files with what the folder holds. Reads only.
 *
 * @param owned Folders in which a file that is not wanted is to be removed.
 */
export async function compareFiles(
  target: string,
  files: ReadonlyMap<string, string>,
  owned: readonly string[] = ownedFolders,
): Promise<Changes> {
  const changed: string[] = [];
  for (const [name, text] of files) {
    if ((await readText(join(target, name))) !== text) changed.push(name);
  }
  const removed: string[] = [];
  for (const folder of owned) {
    for (const name of await listFiles(target, folder)) {
      if (!files.has(name)) removed.push(name);
    }
  }
  return { changed: changed.sort(), removed: removed.sort() };
}

/**
 * Applies changes so that a failure leaves the folder as it was: everything is written beside the folder first, then
 * moved into place by renames, which are undone when one of them fails. A run that is killed between two renames
 * leaves a mixture that the next run repairs, because it always compares and writes the complete set.
 */
export async function applyChanges(
  target: string,
  files: ReadonlyMap<string, string>,
  changes: Changes,
): Promise<void> {
  if (changes.changed.length + changes.removed.length === 0) return;
  await mkdir(target, { recursive: true });
  await removeLeftovers(target);
  // Beside the target, because a rename is atomic only within one file system.
  const staging = await mkdtemp(join(dirname(target), stagingPrefix(target)));
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const name of changes.changed) await writeNew(join(staging, "new", name), files.get(name) ?? "");
    for (const name of changes.removed) undo.push(await moveAway(target, staging, name));
    for (const name of changes.changed) {
      undo.push(await moveAway(target, staging, name));
      await mkdir(dirname(join(target, name)), { recursive: true });
      await rename(join(staging, "new", name), join(target, name));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  for (const name of changes.removed) await removeEmptyFolders(target, dirname(name));
}

function stagingPrefix(target: string): string {
  return `.${basename(target)}.staging-`;
}

async function removeLeftovers(target: string): Promise<void> {
  const parent = dirname(target);
  for (const name of await readdir(parent)) {
    if (name.startsWith(stagingPrefix(target)))
      await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function moveAway(target: string, staging: string, name: string): Promise<() => Promise<void>> {
  const path = join(target, name);
  const backup = join(staging, "old", name);
  await mkdir(dirname(backup), { recursive: true });
  try {
    await rename(path, backup);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return () => rm(path, { force: true });
  }
  return () => rename(backup, path);
}

async function removeEmptyFolders(target: string, folder: string): Promise<void> {
  for (let current = folder; current !== "."; current = dirname(current)) {
    try {
      await rmdir(join(target, current));
    } catch {
      return;
    }
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function listFiles(target: string, folder: string): Promise<string[]> {
  try {
    const entries = await readdir(join(target, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(target.length + 1)
          .replaceAll("\\", "/"),
      );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
