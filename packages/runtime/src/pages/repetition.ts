import { isSameValue } from "../values/same-value.ts";
import { PageError, pageError } from "./page-error.ts";
import type { PageAnswer, PageReading } from "./types.ts";

/**
 * A server that ignores what it is asked for, or takes a page beyond the last one for the last one, sends the same items
 * for ever. Whole pages are compared: an item alone may come again, as when others are put in front of it.
 *
 * @throws {PageError} for a page with the items of the one before it
 */
export function refuseRepetition(before: PageReading, reading: PageReading, answer: PageAnswer): void {
  const { length } = reading.items;
  // A contradiction says more, and ends the walk as well.
  if (length === 0 || reading.next instanceof PageError || !areSame(before.items, reading.items)) return;
  throw pageError(
    answer,
    `Two pages in a row have the same ${length === 1 ? "item" : `${length} items`}: the server seems to ignore where the next page begins.`,
  );
}

function areSame(before: readonly unknown[], items: readonly unknown[]): boolean {
  try {
    return isSameValue(before, items);
  } catch {
    // Nested deeper than the engine goes.
    return false;
  }
}
