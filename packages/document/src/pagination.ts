import { stringField } from "./json.ts";
import { unreachable } from "./unreachable.ts";
import type { Pagination } from "./x-trunkline.ts";

/** What the request carries to say which page it wants; `undefined` where the answer's link says it. */
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
    default:
      return unreachable(pagination);
  }
}

type KeysOf<Union> = Union extends unknown ? keyof Union : never;

/** What an answer may say of a walk, in one style or another. */
export type AnswerKey = KeysOf<NonNullable<Pagination["response"]>>;

/** Where the answer says something of the walk, if it does. */
export function answerPointer(pagination: Pagination, key: AnswerKey): string | undefined {
  return stringField(pagination.response, key);
}
