import {
  type BulkDefinition,
  type Operation,
  type RequestOptions,
  readPointer,
  UsageError,
} from "../client.ts";
import type { BulkOptions, BulkRows } from "./types.ts";

/** Numbers of a run, and what is left for its calls. */
export interface Settings {
  readonly bulk: BulkDefinition;
  readonly numbers: Readonly<Record<"chunk" | "maxBytes" | "concurrency" | "maxFailures", number>>;
  readonly ofCalls: RequestOptions;
}

/** @throws {UsageError} for arguments that no run can be made of */
export function checkRun(
  { id, bulk }: Operation,
  rows: BulkRows<unknown>,
  params: object,
  options: BulkOptions,
): Settings {
  if (
    !bulk ||
    typeof rows !== "object" ||
    !rows ||
    !(Symbol.iterator in rows || Symbol.asyncIterator in rows)
  )
    throw new UsageError(`The rows of ${id} are not a list, nor anything else to iterate over.`);
  if (readPointer(params, bulk.rows) !== undefined)
    throw new UsageError(`${bulk.rows} of params is where the rows go: give them as the rows.`);
  const { max = 1e9 } = bulk;
  const {
    journal: _,
    onProgress: __,
    chunk = Math.min(500, max),
    maxBytes = 4_194_304,
    concurrency = 1,
    maxFailures = 3,
    ...ofCalls
  } = options;
  const numbers = { chunk, maxBytes, concurrency, maxFailures };
  for (const [name, value] of Object.entries(numbers)) {
    const most = name === "chunk" ? max : 1e9;
    if (!Number.isInteger(value) || value < 1 || value > most)
      throw new UsageError(`${name} is ${value}; a whole number from 1 to ${most} is expected.`);
  }
  return { bulk, numbers, ofCalls };
}
