import { readExact } from "../pointer.ts";
import { describeValue } from "../values/plain.ts";
import { PageError } from "./page-error.ts";
import {
  type Field,
  isCursor,
  itemsOf,
  readField,
  seenCursors,
  statedBoolean,
  writeField,
} from "./reading.ts";
import type { PageAnswer, PageReading, WalkStyle } from "./types.ts";
import { walkStyle } from "./walk-style.ts";

/** Pages whose answers name the next one by an opaque cursor. */
export interface CursorPagesOptions {
  /** Pointer of the items in the answer; "" = the answer is the array. */
  readonly items: string;
  /** Request field of the cursor. */
  readonly cursor: Field;
  /** Pointer of the next cursor in the answer; null, missing or empty = the end. */
  readonly next: string;
  /** Pointer of a boolean that says whether there is more. */
  readonly more?: string | undefined;
}

/**
 * Walks by an opaque cursor, which is sent back exactly as it came. An empty page is not the end as long as it
 * names a cursor. A cursor that comes a second time is an error: the walk would go round for ever.
 */
export function cursorPages(options: CursorPagesOptions): WalkStyle {
  return walkStyle(
    "cursor",
    options.items,
    { read: (answer) => readCursorPage(answer, options) },
    ({ params }) => {
      const cursor = readField(params, options.cursor);
      return isCursor(cursor) ? cursor : undefined;
    },
  );
}

function readCursorPage(answer: PageAnswer, options: CursorPagesOptions): PageReading {
  const { source, params } = answer;
  const items = itemsOf(answer, options.items);
  const contradiction = (message: string, resume = params): PageReading => ({
    items,
    next: new PageError(message, source, resume),
  });

  const more = statedBoolean(answer, options.more);
  const cursor = readExact(answer.body, options.next);
  if (more === false) return { items };
  if (!isCursor(cursor)) {
    if (!more) return { items };
    return contradiction(`The answer says that there is more, but names no cursor at ${options.next}.`);
  }
  if (typeof cursor !== "string" && typeof cursor !== "number" && typeof cursor !== "bigint") {
    return contradiction(
      `The cursor at ${options.next} is ${describeValue(cursor)}; a string or a number is expected.`,
    );
  }
  const next = writeField(params, options.cursor, cursor);
  const seen = seenCursors(answer, readField(params, options.cursor));
  if (seen.has(cursor)) {
    return contradiction(
      `The cursor ${JSON.stringify(answer.scrub().json(typeof cursor === "bigint" ? String(cursor) : cursor))} came a second time; the walk would go round for ever.`,
      next,
    );
  }
  seen.add(cursor);
  return { items, next, remembered: { seen, size: seen.size } };
}
