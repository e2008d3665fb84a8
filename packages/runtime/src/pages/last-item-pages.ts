import { byCursor } from "./cursor-pages.ts";
import type { Field, MorePointers } from "./reading.ts";
import type { WalkStyle } from "./types.ts";

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
 * Walks by the id of a page's last item, which is sent back exactly as it came. The end is where the answer says so; where
 * it says nothing, an empty page. A page whose last item came before is an error, and none of it is yielded.
 */
export function lastItemPages({ after, itemId, ...options }: LastItemPagesOptions): WalkStyle {
  return byCursor("last item", {
    ...options,
    cursor: after,
    at: (size) => (size === 0 ? undefined : `${options.items}/${size - 1}${itemId}`),
    isOfItem: true,
  });
}
