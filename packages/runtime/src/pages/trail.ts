import type { PageAnswer } from "./types.ts";

/** Cursors of a walk in their order. Its pages share the set, and each knows how much of it is its own. */
export interface Trail {
  readonly seen: Set<unknown>;
  readonly size: number;
}

/**
 * The trail up to an answer; `first` is the cursor that the walk began with, if any. When a page is asked a
 * second time for its successor, the set already holds what came after: that must not look like a repetition.
 */
export function trailOf({ previous }: PageAnswer, first: unknown): Set<unknown> {
  const before = previous?.trail as Trail | undefined;
  if (!before) return new Set(isCursor(first) ? [first] : []);
  return before.seen.size === before.size ? before.seen : new Set([...before.seen].slice(0, before.size));
}

/** False for the ways in which vendors write "no further page". */
export function isCursor(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && value !== false;
}
