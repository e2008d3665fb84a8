import { type Operation, operationBody, UsageError, writePointer } from "../client.ts";
import type { Chunk, Rejection } from "./outcome.ts";
import type { BulkRows } from "./types.ts";

/** Writes rows, and bodies of them. */
export interface Writer {
  row(row: unknown): string;
  body(texts: readonly string[]): string;
}

/** @throws {UsageError} for params that cannot be sent */
export function rowWriter(operation: Operation, pointer: string, params: object, pathValue: unknown): Writer {
  const bodyOf = (row: unknown): string =>
    operationBody(operation, writePointer(params, pointer, [row]) as object, pathValue);
  const mark = `rows:${Math.random()}`;
  const [head = "", tail = ""] = bodyOf(mark).split(`"${mark}"`);
  return {
    row: (row) => bodyOf(row).slice(head.length, -tail.length),
    body: (texts) => head + texts.join() + tail,
  };
}

/** Cuts rows into chunks. */
export interface Cutter<Row> {
  /** How many rows were read. */
  read(): number;
  /** The next chunk, shorter where `maxBytes` or the end of the rows comes first; undefined where there are none. */
  next(size: number): Promise<Chunk<Row> | undefined>;
  /** Reads no further row, not even the one that is waited for. */
  stop(): void;
}

/** @param onFailed - told what the rows threw */
export function cutRows<Row>(
  rows: BulkRows<Row>,
  writer: Writer,
  maxBytes: number,
  onFailed: (error: unknown) => void,
): Cutter<Row> {
  const iterator: Iterator<Row> | AsyncIterator<Row> =
    Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const lengthOf = (text: string): number => new TextEncoder().encode(text).length;
  const room = maxBytes - lengthOf(writer.body([]));
  let read = 0;
  let isOver = false;
  let interrupt: ((result: undefined) => void) | undefined;
  let held: readonly [row: Row] | undefined;

  const nextRow = async (): Promise<readonly [row: Row] | undefined> => {
    try {
      // A race with one lasting promise would keep something for each row.
      const result = await new Promise<IteratorResult<Row> | undefined>((resolve, reject) => {
        interrupt = resolve;
        (async () => iterator.next())().then(resolve, reject);
      });
      if (result && !result.done) {
        read++;
        return [result.value];
      }
    } catch (error) {
      onFailed(error);
    }
    isOver = true;
    return undefined;
  };

  return {
    read: () => read,
    async next(size) {
      const taken: Row[] = [];
      const refused = new Map<number, Rejection>();
      const places: number[] = [];
      const texts: string[] = [];
      const first = held ? read - 1 : read;
      for (let bytes = 0; taken.length < size; held = undefined) {
        held ??= isOver ? undefined : await nextRow();
        if (!held) break;
        const [row] = held;
        try {
          const text = writer.row(row);
          const length = lengthOf(text);
          if (length > room) refused.set(taken.length, { code: "row_too_large" });
          else {
            bytes += length + 1;
            if (bytes > room + 1) break;
            places.push(taken.length);
            texts.push(text);
          }
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          refused.set(taken.length, { code: "row_not_writable", message: error.message });
        }
        taken.push(row);
      }
      return taken[0] === undefined && taken.length === 0
        ? undefined
        : { first, rows: taken, refused, places, body: writer.body(texts), outcome: undefined };
    },
    stop() {
      if (isOver) return;
      isOver = true;
      interrupt?.(undefined);
      // What hangs in a row is not waited for.
      (async () => iterator.return?.())().catch(() => {});
    },
  };
}
