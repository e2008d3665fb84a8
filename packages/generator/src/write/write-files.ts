import {
  copyFile,
  lstat,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  rmdir,
  symlink,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { readRegularText } from "../read/regular-file.ts";
import { closeStaging, isMissing, openStaging, removeLeftovers } from "./staging.ts";

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
 * @throws Error for a folder that is a link: what it leads to is not the package
 */
export async function compareFiles(
  target: string,
  files: ReadonlyMap<string, string>,
  owned: readonly string[] = ownedFolders,
): Promise<Changes> {
  if (await isLink(target)) {
    throw new Error(
      `${target} is a link, and what it leads to is not known to be this package. Put the folder itself there. Nothing was written.`,
    );
  }
  const changed: string[] = [];
  for (const [name, text] of files) {
    const path = join(target, name);
    if ((await isLink(path)) || (await readText(path)) !== text) changed.push(name);
  }
  const removed: string[] = [];
  for (const folder of owned) {
    for (const name of await listFiles(target, folder)) {
      if (!files.has(name)) removed.push(name);
    }
  }
  return { changed: changed.sort(), removed: removed.sort() };
}

/** A folder, the files that it is to have, and what that changes. */
export interface Update {
  readonly target: string;
  readonly files: ReadonlyMap<string, string>;
  readonly changes: Changes;
}

/**
 * Applies changes to several folders so that a failure leaves all of them as they were: everything is written beside the
 * folders first, then put in place by renames, which are undone when one of them fails. Every file is whole at every
 * moment, so that a run that is killed leaves files of two runs and nothing else: the next run always compares and writes
 * the complete set.
 *
 * @throws Error for a name that leads out of its folder, by itself or through a link
 */
export async function applyChanges(...updates: readonly Update[]): Promise<void> {
  const needed = updates.filter(({ changes }) => changes.changed.length + changes.removed.length > 0);
  for (const { target, changes } of needed) {
    await refuseLinks(target, [...changes.changed, ...changes.removed]);
  }
  for (const { target } of updates) await removeLeftovers(target);
  const folders: string[] = [];
  const undo: (() => Promise<void>)[] = [];
  try {
    const staged: (readonly [Update, staging: string])[] = [];
    for (const update of needed) {
      const staging = await openStaging(update.target);
      folders.push(staging);
      await writeStaged(update, staging);
      staged.push([update, staging]);
    }
    for (const [update, staging] of staged) await putInPlace(update, staging, undo);
  } catch (error) {
    throw await putBack(undo, error);
  } finally {
    for (const folder of folders) await closeStaging(folder);
  }
  for (const { target, changes } of needed) {
    for (const name of changes.removed) await removeEmptyFolders(target, dirname(name));
  }
}

/**
 * Undoes as much as can be undone.
 *
 * @returns what to throw
 */
async function putBack(undo: readonly (() => Promise<void>)[], error: unknown): Promise<unknown> {
  const failures: unknown[] = [];
  for (const step of [...undo].reverse()) await step().catch((failure: unknown) => failures.push(failure));
  if (failures.length === 0) return error;
  const reasons = [error, ...failures].map((one) => (one instanceof Error ? one.message : String(one)));
  return new AggregateError(
    [error, ...failures],
    `The package could not be written, and not all of its files could be put back. Generate it again once this is mended:\n${reasons.join("\n")}`,
  );
}

async function writeStaged({ files, changes }: Update, staging: string): Promise<void> {
  for (const name of changes.changed) await writeNew(join(staging, "new", name), files.get(name) ?? "");
}

async function putInPlace(
  { target, changes }: Update,
  staging: string,
  undo: (() => Promise<void>)[],
): Promise<void> {
  for (const name of changes.changed) {
    const path = join(target, name);
    const hasBackup = await backUp(path, join(staging, "old", name));
    await mkdir(dirname(path), { recursive: true });
    await rename(join(staging, "new", name), path);
    undo.push(() => (hasBackup ? rename(join(staging, "old", name), path) : rm(path, { force: true })));
  }
  for (const name of changes.removed) {
    const backup = join(staging, "old", name);
    await mkdir(dirname(backup), { recursive: true });
    await rename(join(target, name), backup);
    undo.push(() => rename(backup, join(target, name)));
  }
}

/** A copy: the file itself stays where it is until another takes its place. A link is kept as one, and not followed. */
async function backUp(path: string, backup: string): Promise<boolean> {
  await mkdir(dirname(backup), { recursive: true });
  try {
    if (await isLink(path)) await symlink(await readlink(path), backup);
    else await copyFile(path, backup);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** A folder inside the target could be a link to somewhere else, and a name could climb out of it. */
async function refuseLinks(target: string, names: readonly string[]): Promise<void> {
  const seen = new Set<string>();
  for (const name of names) {
    const parts = name.split("/");
    if (name.includes("\\") || parts.some((part) => part === "" || part === "." || part === "..")) {
      throw new Error(
        `${JSON.stringify(name)} is not a name of a file inside ${target}. Nothing was written.`,
      );
    }
    for (let length = 1; length < parts.length; length++) {
      const folder = parts.slice(0, length).join("/");
      if (seen.has(folder)) continue;
      seen.add(folder);
      if (await isLink(join(target, folder))) {
        throw new Error(
          `${join(target, folder)} is a link, and files are written to the package's own folder only. Remove it. Nothing was written.`,
        );
      }
    }
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
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
    return await readRegularText(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
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
    if (isMissing(error)) return [];
    throw error;
  }
}
