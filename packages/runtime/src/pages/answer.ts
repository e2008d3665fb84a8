import { readPointer } from "../pointer.ts";
import { describeValue } from "../values/plain.ts";
import { PageError } from "./page-error.ts";
import type { PageAnswer } from "./types.ts";

/** The items of an answer. `null` is how Go writes an empty list; a missing one is no page at all. */
export function itemsOf(answer: PageAnswer, pointer: string): readonly unknown[] {
  const items = readPointer(answer.body, pointer);
  if (Array.isArray(items)) return items;
  if (items === null && pointer !== "") return [];
  // 204 is how some say that a list is empty.
  if (answer.body === undefined && pointer === "") return [];
  throw new PageError(
    `The answer has no list of items at ${pointer === "" ? "its root" : pointer}: found ${describeValue(items)}.`,
    answer.source,
    answer.params,
  );
}

/** A number that the answer states, or `undefined`: it may be missing, null or a text. */
export function statedNumber(answer: PageAnswer, pointer: string | undefined): number | undefined {
  const value = pointer === undefined ? undefined : readPointer(answer.body, pointer);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A yes or no that the answer states, or `undefined`. */
export function statedBoolean(answer: PageAnswer, pointer: string | undefined): boolean | undefined {
  const value = pointer === undefined ? undefined : readPointer(answer.body, pointer);
  return typeof value === "boolean" ? value : undefined;
}
