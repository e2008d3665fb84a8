import {
  isObject,
  isPositioned,
  type JsonValue,
  listOf,
  objectOf,
  type Pagination,
  textOf,
  textsOf,
  valueAt,
  withValueAt,
} from "@trunkline/document";
import { type DocumentExample, type DocumentOperation, freshId } from "@trunkline/mock/document";

/** A list that no example shows more than a page of, cut into pages by the mock server. */
export interface MadeList {
  readonly items: readonly JsonValue[];
  /** Items on a page. */
  readonly limit: number;
}

const LIMIT = 2;

/**
 * Items like the one that an example shows, each another, of two pages and a half; undefined where none can be made, or
 * where a page could not be asked for.
 */
export function madeList(
  operation: DocumentOperation,
  pagination: Pagination,
  example: DocumentExample | undefined,
): MadeList | undefined {
  const [item] = listOf(valueAt(example?.value, pagination.items));
  if (item === undefined || !canBeAsked(operation, pagination)) return undefined;
  const items = Array.from({ length: LIMIT * 2 + 1 }, (_, index) => another(item, pagination, index));
  return items.includes(undefined) ? undefined : { items: items as readonly JsonValue[], limit: LIMIT };
}

/** A link says its position in a query field, of which the operation must know one. */
function canBeAsked({ parameters }: DocumentOperation, pagination: Pagination): boolean {
  const limits = textsOf(pagination.request?.limit);
  // How many items a page has is the mock server's word, unless the request has to say it.
  if (parameters.some(({ name, required }) => required && limits.includes(name))) return false;
  return (
    isPositioned(pagination) || parameters.some((one) => one.in === "query" && !limits.includes(one.name))
  );
}

function another(item: JsonValue, pagination: Pagination, index: number): JsonValue | undefined {
  const itemId = textOf(objectOf(pagination.response).itemId);
  if (itemId !== undefined) return withValueAt(item, itemId, freshId(valueAt(item, itemId), index + 1));
  if (isObject(item)) return { ...item, "x-made": index };
  if (typeof item === "string") return `${item}-${index}`;
  return typeof item === "number" ? index : undefined;
}
