import { type FileHandle, open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { takeFileLock } from "@trunkline/file-lock";
import type { Journal, JournalRecord } from "@trunkline/runtime/bulk";
import { type Lines, openLines } from "./journal-lines.ts";
import { usageError } from "./usage-error.ts";

/**
 * A journal in a file: one line of JSON for each record, which is on the disk before the run goes on. It survives `kill
 * -9` and a loss of power: the next run that opens it goes on where this one ended.
 *
 * While a run has the journal open, a file beside it (`<path>.lock`) names its process, and other runs are refused.
 * Only their owner can read the two files.
 *
 * @param path of the file, which is created if it does not exist
 *
 * @example
 * await agora.leads.uploadAll(rows, params, { journal: fileJournal("leads.journal") });
 */
export function fileJournal(path: string): Journal {
  if (typeof path !== "string" || path === "") throw usageError("fileJournal needs the path of a file.");
  const place = resolve(path);
  let opened: { readonly lines: Lines; readonly unlock: () => Promise<void> } | undefined;
  const lines = (): Lines => {
    if (!opened) throw usageError(`The journal ${place} is not open.`);
    return opened.lines;
  };
  return {
    place,
    async open() {
      const unlock = await takeLock(place);
      try {
        const file = await openFile(place);
        const found = await openLines(file, place).catch(async (error) => {
          await file.close();
          throw error;
        });
        opened = { lines: found.lines, unlock };
        return found.records as JournalRecord[];
      } catch (error) {
        await unlock();
        throw error;
      }
    },
    put: async (record) => lines().add(record),
    async close() {
      const { lines: open, unlock } = opened ?? {};
      opened = undefined;
      await open?.close();
      await unlock?.();
    },
  };
}

/** Takes the lock of a journal, and returns what releases it. */
async function takeLock(place: string): Promise<() => Promise<void>> {
  const path = `${place}.lock`;
  const lock = await takeFileLock(path).catch((error: NodeJS.ErrnoException) => {
    throw usageError(`The journal's lock ${path} cannot be made: ${error.code}.`, error);
  });
  if (lock.isTaken) return lock.release;
  throw usageError(
    `The journal ${place} is that of a run of ${lock.holder}. Wait for it, or end it; where it is certain that there is none, remove ${path}.`,
  );
}

async function openFile(place: string): Promise<FileHandle> {
  const found = await open(place, "r+").catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw refused(place, error);
    try {
      return await made(place);
    } catch (thrown) {
      throw refused(place, thrown as NodeJS.ErrnoException);
    }
  });
  if ((await found.stat()).isFile()) return found;
  await found.close();
  throw usageError(`The journal ${place} is not a file.`);
}

/** A new file, of which the folder knows even after a loss of power. */
async function made(place: string): Promise<FileHandle> {
  const file = await open(place, "wx+", 0o600);
  const folder = await open(dirname(place), "r").catch(() => undefined);
  // Where a folder cannot be synced, as on Windows, the system sees to it.
  await folder?.sync().catch(() => {});
  await folder?.close();
  return file;
}

function refused(place: string, error: NodeJS.ErrnoException): Error {
  const why = error.code === "EISDIR" ? "it is a folder" : (error.code ?? error.message);
  return usageError(`The journal ${place} cannot be opened: ${why}.`, error);
}
