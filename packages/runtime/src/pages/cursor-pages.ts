import { readExact } from "../pointer.ts";
import { describeValue } from "../values/plain.ts";
import { pageError } from "./page-error.ts";
import {
  type Field,
  isCursor,
  itemsOf,
  type MorePointers,
  readField,
  seenCursors,
  statedMore,
  writeField,
} from "./reading.ts";
import type { PageParams } from "./style.ts";
import type { PageAnswer, PageReading, ReadPage, WalkStyle } from "./types.ts";
import { walkStyle } from "./walk-style.ts";

/** Pages whose answers name the next one by an opaque cursor. */
export interface CursorPagesOptions extends MorePointers {
  /** Pointer of the items in the answer; "" = the answer is the array. */
  readonly items: string;
  /** Request field of the cursor. */
  readonly cursor: Field;
  /** Pointer of the next cursor in the answer; null, missing or empty = the end. */
  readonly next: string;
}

/**
 * Walks by an opaque cursor, which is sent back exactly as it came. An empty page is not the end as long as it
 * names a cursor. A cursor that comes a second time is an error: the walk would go round for ever.
 */
export function cursorPages(options: CursorPagesOptions): WalkStyle {
  const { cursor: field, next } = options;
  return cursorStyle("cursor", options.items, field, (answer) => {
    const items = itemsOf(answer, options.items);
    const more = statedMore(answer, options);
    if (more === false) return { items };
    const cursor = readExact(answer.body, next);
    if (isCursor(cursor)) return goOn(answer, items, field, next, cursor);
    return more
      ? contradiction(answer, items, `The answer says that there is more, but names no cursor at ${next}.`)
      : { items };
  });
}

/** A style that is asked for by a value of its own. */
export function cursorStyle(name: string, items: string, field: Field, read: ReadPage): WalkStyle {
  return walkStyle(name, items, { read }, ({ params }) => {
    const cursor = readField(params, field);
    return isCursor(cursor) ? cursor : undefined;
  });
}

/** The page, and the way to the one that a cursor names; the pointer is for errors. */
export function goOn(
  answer: PageAnswer,
  items: readonly unknown[],
  field: Field,
  pointer: string,
  cursor: unknown,
): PageReading {
  if (typeof cursor !== "string" && typeof cursor !== "number" && typeof cursor !== "bigint") {
    const found = describeValue(cursor);
    return contradiction(
      answer,
      items,
      `The cursor at ${pointer} is ${found}; a string or a number is expected.`,
    );
  }
  const next = writeField(answer.params, field, cursor);
  const seen = seenCursors(answer, readField(answer.params, field));
  if (seen.has(cursor)) {
    const shown = shownCursor(answer, cursor);
    return contradiction(
      answer,
      items,
      `The cursor ${shown} came a second time; the walk would go round for ever.`,
      next,
    );
  }
  seen.add(cursor);
  return { items, next, remembered: { seen, size: seen.size } };
}

/** The page, after which the walk ends with an error. */
export function contradiction(
  answer: PageAnswer,
  items: readonly unknown[],
  message: string,
  resume?: PageParams,
): PageReading {
  return { items, next: pageError(answer, message, resume) };
}

/** A cursor as errors may show it. */
export function shownCursor(answer: PageAnswer, cursor: unknown): string {
  return JSON.stringify(answer.scrub().json(typeof cursor === "bigint" ? String(cursor) : cursor));
}
