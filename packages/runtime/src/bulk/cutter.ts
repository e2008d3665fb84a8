import { jsonText, type Operation, operationBody, UsageError, writePointer } from "../client.ts";
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
  // Dates and integers that the wire wants otherwise have their places in the whole body.
  const isPlain = !operation.int64?.request && !operation.dates;
  const mark = `rows:${Math.random()}`;
  const [head = "", tail = ""] = bodyOf(mark).split(`"${mark}"`);
  return {
    row: isPlain
      ? (row) => jsonText([row], "A row").slice(1, -1)
      : (row) => bodyOf(row).slice(head.length, -tail.length),
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
  const later = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : undefined;
  const iterator = later ?? (rows as Iterable<Row>)[Symbol.iterator]();
  const encoder = new TextEncoder();
  // Written over by each row: a buffer for each would fill the memory faster than it is cleared.
  let scratch = new Uint8Array(0);
  const lengthOf = (text: string): number => {
    if (scratch.length < text.length * 3) scratch = new Uint8Array(text.length * 3);
    return encoder.encodeInto(text, scratch).written;
  };
  const room = maxBytes - lengthOf(writer.body([]));
  let read = 0;
  let isOver = false;
  let interrupt: ((result: undefined) => void) | undefined;
  let held: readonly [row: Row] | undefined;

  const taken = (result: IteratorResult<Row> | undefined): readonly [row: Row] | undefined => {
    if (result && !result.done) {
      read++;
      return [result.value];
    }
    isOver = true;
    return undefined;
  };
  const failed = (error: unknown): undefined => {
    isOver = true;
    onFailed(error);
  };
  // No promise for each row where none is needed.
  const rowNow = (): readonly [row: Row] | undefined => {
    try {
      return taken(iterator.next() as IteratorResult<Row>);
    } catch (error) {
      return failed(error);
    }
  };
  // A race with one lasting promise would keep something for each row.
  const rowLater = (): Promise<readonly [row: Row] | undefined> =>
    new Promise<IteratorResult<Row> | undefined>((resolve, reject) => {
      interrupt = resolve;
      (async () => iterator.next())().then(resolve, reject);
    }).then(taken, failed);

  return {
    read: () => read,
    async next(size) {
      const given: Row[] = [];
      const refused = new Map<number, Rejection>();
      const places: number[] = [];
      const texts: string[] = [];
      const first = held ? read - 1 : read;
      for (let bytes = 0; given.length < size; held = undefined) {
        held ??= isOver ? undefined : later ? await rowLater() : rowNow();
        if (!held) break;
        const [row] = held;
        try {
          const text = writer.row(row);
          const length = lengthOf(text);
          if (length > room) refused.set(given.length, { code: "row_too_large" });
          else {
            bytes += length + 1;
            if (bytes > room + 1) break;
            places.push(given.length);
            texts.push(text);
          }
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          refused.set(given.length, { code: "row_not_writable", message: error.message });
        }
        given.push(row);
      }
      return given.length === 0
        ? undefined
        : { first, rows: given, refused, places, body: writer.body(texts), outcome: undefined };
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
