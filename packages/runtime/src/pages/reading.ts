import { readExact, readPointer, writePointer } from "../pointer.ts";
import { describeValue } from "../values/plain.ts";
import { pageError } from "./page-error.ts";
import type { PageParams } from "./style.ts";
import type { PageAnswer } from "./types.ts";

/** The items of an answer. `null` is how Go writes an empty list; a body without one is not a page. */
export function itemsOf(answer: PageAnswer, pointer: string): readonly unknown[] {
  const items = readPointer(answer.body, pointer);
  if (Array.isArray(items)) return items;
  if (items === null && pointer !== "") return [];
  // 204 is how some say that a list is empty.
  if (answer.body === undefined) return [];
  throw pageError(
    answer,
    `The answer has no list of items at ${pointer === "" ? "its root" : pointer}: found ${describeValue(items)}.`,
  );
}

/** A number that the answer states, as some do in a text; `undefined` where it is missing or anything else. */
export function statedNumber(answer: PageAnswer, pointer: string | undefined): number | undefined {
  const found = pointer === undefined ? undefined : readExact(answer.body, pointer);
  const isText = typeof found === "string" && /^\d+$/.test(found);
  const value = isText || typeof found === "bigint" ? Number(found) : found;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A yes or no that the answer states, or `undefined`. */
export function statedBoolean(answer: PageAnswer, pointer: string | undefined): boolean | undefined {
  const value = pointer === undefined ? undefined : readPointer(answer.body, pointer);
  return typeof value === "boolean" ? value : undefined;
}

/** Where an answer says whether there is more. */
export interface MorePointers {
  /** Pointer of a boolean that says whether there is more. */
  readonly more?: string | undefined;
  /** Pointer of a boolean that says whether this is the last page. */
  readonly done?: string | undefined;
}

/** Whether the answer states that there is more, or `undefined`. */
export function statedMore(answer: PageAnswer, { more, done }: MorePointers): boolean | undefined {
  const ended = statedBoolean(answer, done);
  return statedBoolean(answer, more) ?? (ended === undefined ? undefined : !ended);
}

/** A request field of a page style: a name in `params`, or a place deeper in them made by `paramField`. */
export type Field = string | FieldAccess;

/** Where a request field lies. */
export interface FieldAccess {
  /** What errors call it. */
  readonly name: string;
  read(params: PageParams): unknown;
  /** The params with the field set; the caller's own stay as they are. */
  write(params: PageParams, value: unknown): PageParams;
}

/** A request field inside a JSON body or a nested group, by its pointer into `params` (`/body/page/cursor`). */
export function paramField(pointer: string): FieldAccess {
  return {
    name: pointer,
    read: (params) => readPointer(params, pointer),
    write: (params, value) => writePointer(params, pointer, value) as PageParams,
  };
}

export function readField(params: PageParams, field: Field): unknown {
  return typeof field === "string" ? params[field] : field.read(params);
}

export function writeField(params: PageParams, field: Field, value: unknown): PageParams {
  return typeof field === "string" ? { ...params, [field]: value } : field.write(params, value);
}

/** Cursors of a walk in their order. Its pages share the set, and each knows how much of it is its own. */
export interface SeenCursors {
  readonly seen: Set<unknown>;
  readonly size: number;
}

/**
 * The trail up to an answer; `first` is the cursor that the walk began with, if any. When a page is asked a
 * second time for its successor, the set already holds what came after: that must not look like a repetition.
 */
export function seenCursors({ previous }: PageAnswer, first: unknown): Set<unknown> {
  const before = previous?.remembered as SeenCursors | undefined;
  if (!before) return new Set(isCursor(first) ? [first] : []);
  return before.seen.size === before.size ? before.seen : new Set([...before.seen].slice(0, before.size));
}

/** False for the ways in which vendors write "no further page". */
export function isCursor(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && value !== false;
}
