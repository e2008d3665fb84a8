import { readExact } from "../pointer.ts";
import { contradiction, cursorStyle, goOn, shownCursor } from "./cursor-pages.ts";
import { pageError } from "./page-error.ts";
import { type Field, isCursor, itemsOf, type MorePointers, seenCursors, statedMore } from "./reading.ts";
import type { PageAnswer, PageReading, WalkStyle } from "./types.ts";

/** Pages that begin after an item, which the request names by its id. */
export interface LastItemPagesOptions extends MorePointers {
  /** Pointer of the items in the answer; "" = the answer is the array. */
  readonly items: string;
  /** Request field of the id of the item that the page begins after. */
  readonly after: Field;
  /** Pointer of the id in an item; "" = the item is the id. */
  readonly itemId: string;
}

/**
 * Walks by the id of a page's last item, which is sent back exactly as it came. The walk ends where the answer says so;
 * if answers do not say it, at an empty page. A page whose last item came before is an error, and its items are not
 * given.
 */
export function lastItemPages(options: LastItemPagesOptions): WalkStyle {
  return cursorStyle("last item", options.items, options.after, (answer) => read(answer, options));
}

function read(answer: PageAnswer, options: LastItemPagesOptions): PageReading {
  const items = itemsOf(answer, options.items);
  const more = statedMore(answer, options);
  if (more === false) return { items };
  if (items.length === 0) {
    return more
      ? contradiction(answer, items, "The answer says that there is more, but has no item to go on from.")
      : { items };
  }
  const place = `${options.items}/${items.length - 1}${options.itemId}`;
  const id = readExact(answer.body, place);
  if (!isCursor(id))
    return contradiction(answer, items, `The last item has no id at ${place} to go on from.`);
  if (answer.previous && seenCursors(answer, undefined).has(id)) {
    throw pageError(
      answer,
      `The last item, ${shownCursor(answer, id)}, came already: the server seems to ignore where the next page begins.`,
    );
  }
  return goOn(answer, items, options.after, place, id);
}
