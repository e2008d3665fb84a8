import { type JsonValue, listOf, stringField } from "./json.ts";
import { valueAt } from "./pointer.ts";
import { unreachable } from "./unreachable.ts";
import type { LastItemPagination, LinkPagination, Pagination } from "./x-trunkline.ts";

/** A way to page in which the request says which page it wants. */
export type PositionedPagination = Exclude<Pagination, LinkPagination>;

/** What the request carries to say which page it wants; `undefined` where the answer's link says it. */
export function positionField(pagination: PositionedPagination): string;
export function positionField(pagination: Pagination): string | undefined;
export function positionField(pagination: Pagination): string | undefined {
  switch (pagination.style) {
    case "cursor":
      return pagination.request.cursor;
    case "page":
      return pagination.request.page;
    case "offset":
      return pagination.request.offset;
    case "link":
      return undefined;
    case "lastItem":
      return pagination.request.after;
    default:
      return unreachable(pagination);
  }
}

/** Whether the request says which page it wants, and not a link of the answer before. */
export function isPositioned(pagination: Pagination): pagination is PositionedPagination {
  return positionField(pagination) !== undefined;
}

type KeysOf<Union> = Union extends unknown ? keyof Union : never;

/** What an answer may say of a walk, in one style or another; `itemId` is what each item says. */
export type AnswerKey = Exclude<KeysOf<NonNullable<Pagination["response"]>>, "itemId">;

/** Where the answer says something of the walk, if it does. */
export function answerPointer(pagination: Pagination, key: AnswerKey): string | undefined {
  return stringField(pagination.response, key);
}

/** Number of the first page, or of the first item. */
export function firstPosition(pagination: Pagination): number {
  switch (pagination.style) {
    case "page":
      return pagination.request.first ?? 1;
    case "cursor":
    case "offset":
    case "link":
    case "lastItem":
      return 0;
    default:
      return unreachable(pagination);
  }
}

/** The id of the last item of an answer, which the next request begins after. */
export function lastItemId(
  { items, response }: LastItemPagination,
  answer: JsonValue,
): JsonValue | undefined {
  const last = listOf(valueAt(answer, items)).at(-1);
  return last === undefined ? undefined : valueAt(last, response.itemId);
}
