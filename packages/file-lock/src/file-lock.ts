import { randomUUID } from "node:crypto";
import { link, stat, unlink, writeFile } from "node:fs/promises";
import { hasEnded, ownHolder, readHolder } from "./holder.ts";

/** A lock that was taken, or who holds it. */
export type FileLock =
  | { readonly isTaken: true; readonly release: () => Promise<void> }
  | {
      readonly isTaken: false;
      /** `process 4711`, or `process 4711 of build-2` where it runs on another machine; `another process` while it is not known. */
      readonly holder: string;
    };

/** Longest time that a process needs to take the lock of an ended one, in milliseconds. */
const TAKING = 10_000;

/**
 * Takes a lock, which is a file that names its process. A process that was killed leaves the file behind; the next one that
 * asks for the lock takes it over. A process on another machine counts as running.
 *
 * @param path of the lock, in a folder that exists
 * @throws what the file system throws when the file cannot be written
 */
export async function takeFileLock(path: string): Promise<FileLock> {
  const self = ownHolder();
  const own = JSON.stringify(self);
  if (await create(path, own)) return taken(path);
  // Of several that find an ended process's lock, one takes it.
  const right = `${path}.taking`;
  const made = await stat(right).catch(() => undefined);
  if (made && Date.now() - made.mtimeMs > TAKING) await remove(right);
  if (!(await create(right, own))) return heldBy("another process");
  try {
    const holder = await readHolder(path);
    if (holder && !hasEnded(holder))
      return heldBy(`process ${holder.pid}${holder.host === self.host ? "" : ` of ${holder.host}`}`);
    await remove(path);
    return (await create(path, own)) ? taken(path) : heldBy("another process");
  } finally {
    await remove(right);
  }
}

const taken = (path: string): FileLock => ({ isTaken: true, release: () => remove(path) });
const heldBy = (holder: string): FileLock => ({ isTaken: false, holder });
const remove = (path: string): Promise<void> => unlink(path).catch(() => {});

/** False where it is there already. The file appears with its text: an empty one would look like that of a process that has ended. */
async function create(path: string, text: string): Promise<boolean> {
  const whole = `${path}.${randomUUID()}`;
  const options = { flag: "wx", mode: 0o600 };
  try {
    await writeFile(whole, text, options);
    // Some file systems have no hard links.
    await link(whole, path).catch((error) => {
      if (error.code === "EEXIST") throw error;
      return writeFile(path, text, options);
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await remove(whole);
  }
}
