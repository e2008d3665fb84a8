import type { FileHandle } from "node:fs/promises";
import { usageError } from "./usage-error.ts";

/** What is used of a file that is open for reading and writing. */
export type LineFile = Pick<FileHandle, "readFile" | "write" | "truncate" | "datasync" | "close">;

/** A file of JSON, a value on each line, to which values are added. */
export interface Lines {
  /** Adds a value; it is on the disk when this resolves. @throws where it is not, and the file is as it was */
  add(value: unknown): Promise<void>;
  close(): Promise<void>;
}

/**
 * Reads the values of a file, and cuts off a last line that was not written to its end: nothing that it tells of was
 * begun.
 *
 * @throws {UsageError} for a line that is not JSON
 */
export async function openLines(
  file: LineFile,
  place: string,
): Promise<{ readonly records: readonly unknown[]; readonly lines: Lines }> {
  const bytes = await file.readFile();
  let end = bytes.lastIndexOf(10) + 1;
  if (end < bytes.length) {
    await file.truncate(end);
    await file.datasync();
  }
  const texts = bytes.subarray(0, end).toString("utf8").split("\n").slice(0, -1);
  const records = texts.map((text, index): unknown => {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw usageError(
        `Line ${index + 1} of the journal ${place} is not JSON: the journal is damaged, or it is not a journal. Give this run a journal of its own.`,
        error,
      );
    }
  });

  const write = async (value: unknown): Promise<void> => {
    const line = Buffer.from(`${JSON.stringify(value)}\n`);
    try {
      // A full disk takes a part of it, and says so with the next write alone.
      for (let written = 0; written < line.length; ) {
        written += (await file.write(line, written, line.length - written, end + written)).bytesWritten;
      }
      await file.datasync();
      end += line.length;
    } catch (error) {
      await file.truncate(end).catch(() => {});
      const { code, message } = error as NodeJS.ErrnoException;
      throw new Error(`The journal ${place} cannot be written: ${code ?? message}.`, { cause: error });
    }
  };
  // One after the other, also where several are asked for at the same time.
  let last: Promise<void> = Promise.resolve();
  return {
    records,
    lines: {
      add(value) {
        const own = last.then(() => write(value));
        last = own.catch(() => {});
        return own;
      },
      async close() {
        await last;
        await file.close();
      },
    },
  };
}
