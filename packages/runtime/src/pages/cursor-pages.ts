import { readExact } from "../pointer.ts";
import { describeValue } from "../values/plain.ts";
import { PageError } from "./page-error.ts";
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
import type { PageAnswer, PageReading, WalkStyle } from "./types.ts";
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
  return byCursor("cursor", { ...options, at: () => options.next });
}

/** What `byCursor` needs of a style. */
interface ByCursor extends MorePointers {
  readonly items: string;
  readonly cursor: Field;
  /** Where an answer with so many items has the cursor; undefined = nowhere, which is the end. */
  at(size: number): string | undefined;
  /** The cursor is the last item's own: it must be there, and a page whose last item came before is a repetition. */
  readonly isOfItem?: boolean;
}

/** A style whose next page is asked for by a value that the answer holds. */
export function byCursor(name: string, options: ByCursor): WalkStyle {
  return walkStyle(name, options.items, { read: (answer) => read(answer, options) }, ({ params }) => {
    const cursor = readField(params, options.cursor);
    return isCursor(cursor) ? cursor : undefined;
  });
}

function read(answer: PageAnswer, options: ByCursor): PageReading {
  const { source, params } = answer;
  const { isOfItem } = options;
  const items = itemsOf(answer, options.items);
  const contradiction = (message: string, resume = params): PageReading => ({
    items,
    next: new PageError(message, source, resume),
  });

  const more = statedMore(answer, options);
  if (more === false) return { items };
  const at = options.at(items.length);
  if (at === undefined) {
    return more
      ? contradiction("The answer says that there is more, but has no item to go on from.")
      : { items };
  }
  const cursor = readExact(answer.body, at);
  if (!isCursor(cursor)) {
    if (!more && !isOfItem) return { items };
    const reason = more ? "The answer says that there is more, but names" : "The last item has";
    return contradiction(`${reason} no cursor at ${at}.`);
  }
  if (typeof cursor !== "string" && typeof cursor !== "number" && typeof cursor !== "bigint") {
    return contradiction(
      `The cursor at ${at} is ${describeValue(cursor)}; a string or a number is expected.`,
    );
  }
  const seen = seenCursors(answer, readField(params, options.cursor));
  if (seen.has(cursor)) {
    const shown = JSON.stringify(answer.scrub().json(typeof cursor === "bigint" ? String(cursor) : cursor));
    // Its items came already.
    if (isOfItem && answer.previous) {
      throw new PageError(
        `The last item, ${shown}, came already: the server seems to ignore where the next page begins.`,
        source,
        params,
      );
    }
    return contradiction(
      `The cursor ${shown} came a second time; the walk would go round for ever.`,
      writeField(params, options.cursor, cursor),
    );
  }
  seen.add(cursor);
  return {
    items,
    next: writeField(params, options.cursor, cursor),
    remembered: { seen, size: seen.size },
  };
}
