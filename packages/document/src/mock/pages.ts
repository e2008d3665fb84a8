import { type JsonValue, listOf } from "../json.ts";
import {
  answerPointer,
  firstPosition,
  isPositioned,
  lastItemId,
  type PositionedPagination,
  positionField,
} from "../pagination.ts";
import { valueAt, withValueAt } from "../pointer.ts";
import { unreachable } from "../unreachable.ts";
import type { LinkPagination, Pagination } from "../x-trunkline.ts";
import type { DocumentContent, DocumentExample } from "./document/content.ts";
import { examplesInShape, roleOf } from "./document/example-shape.ts";
import { contentOf, type DocumentOperation } from "./document/operations.ts";
import type { RecordedBody } from "./types.ts";

/** A page of the walk over an operation's examples: one of them, or a made-up page after the last. */
export interface ChosenPage {
  readonly example: string;
  /** Set when the example cannot be answered as it is: when there is none of an empty page, or it links elsewhere. */
  readonly body: JsonValue | undefined;
}

/** What a request says of the page that it wants. */
export interface PageRequest {
  /** Address that was asked, without its query; links to other pages begin with it. */
  readonly address: string;
  readonly query: readonly (readonly [string, string])[];
  readonly body: RecordedBody | undefined;
}

/**
 * Chooses the example that answers a request, by what the request asks for and what the examples say of
 * themselves, so that any client can walk: first, middle, last, and empty beyond.
 */
export function choosePage(
  operation: DocumentOperation,
  paginations: readonly Pagination[],
  request: PageRequest,
  shape?: string,
): ChosenPage | undefined {
  const content = contentOf(operation, undefined).find((one) => one.examples.length > 0);
  const used = usedPagination(paginations, request, content, shape);
  if (content === undefined || used === undefined) return undefined;
  const walk = walkOf(content, used.items, shape);
  if (!isPositioned(used)) return linkedPage(walk, used, request);
  const wanted = asked(request, positionField(used));
  const index = wanted === undefined ? 0 : positionOf(walk, used, wanted);
  const page = walk[index];
  if (page !== undefined) return { example: page.name, body: undefined };
  const last = walk.at(-1);
  const empty = examplesInShape(content.examples, used.items, shape).find(
    ({ name }) => roleOf(name) === "empty",
  );
  if (empty !== undefined) return { example: empty.name, body: undefined };
  return last && { example: last.name, body: emptied(last.value, used) };
}

/** What the request carries under a name of a pagination: in its query, or by a pointer in its body. */
export function asked({ query, body }: PageRequest, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (name.startsWith("/")) return scalar(valueAt(body?.json, name));
  return query.find(([key]) => key === name)?.[1];
}

/**
 * Of several ways to page, that of the shape that is wanted, else the one that the request uses; the first one when it
 * uses none.
 */
export function usedPagination(
  paginations: readonly Pagination[],
  request: PageRequest,
  content: DocumentContent | undefined,
  shape: string | undefined,
): Pagination | undefined {
  const ofShape =
    shape === undefined
      ? undefined
      : paginations.find(
          ({ items }) => examplesInShape(content?.examples ?? [], items, shape, true).length > 0,
        );
  const used = paginations.find((one) => asked(request, positionField(one)) !== undefined);
  return ofShape ?? used ?? paginations[0];
}

const ORDER = ["first", "middle", "last"];

/**
 * Examples in the order of a walk: by their conventional names, else as the document has them.
 *
 * @param items where the pages have their items: examples in another shape are left out
 * @param shape only those of this shape, where there are any
 */
export function walkOf(content: DocumentContent, items?: string, shape?: string): readonly DocumentExample[] {
  const fitting = examplesInShape(content.examples, items, shape);
  const named = ORDER.flatMap((role) => fitting.filter(({ name }) => roleOf(name) === role));
  return named.length > 0 ? named : fitting.filter(({ name }) => roleOf(name) !== "empty");
}

/** Which page of the walk a request asks for, by what the examples say of themselves. */
function positionOf(walk: readonly DocumentExample[], used: PositionedPagination, wanted: string): number {
  const said = (pointer: string | undefined): number =>
    walk.findIndex((one) => scalar(read(one, pointer)) === wanted);
  switch (used.style) {
    case "cursor": {
      const before = said(used.response.next);
      return before === -1 ? walk.length : before + 1;
    }
    case "page": {
      const found = said(used.response?.page);
      return found === -1 ? position(Number(wanted) - firstPosition(used)) : found;
    }
    case "offset": {
      const found = said(used.response?.offset);
      return found === -1 ? countedTo(walk, used.items, Number(wanted)) : found;
    }
    case "lastItem": {
      const before = walk.findIndex((one) => scalar(lastItemId(used, one.value)) === wanted);
      return before === -1 ? walk.length : before + 1;
    }
    default:
      return unreachable(used);
  }
}

/** The first page that begins at an offset or after it. */
function countedTo(walk: readonly DocumentExample[], items: string, wanted: number): number {
  let start = 0;
  for (const [index, one] of walk.entries()) {
    if (start >= wanted) return index;
    start += listOf(valueAt(one.value, items)).length;
  }
  return walk.length;
}

/** The page that the one before links to, its own link leading back to this server. */
function linkedPage(
  walk: readonly DocumentExample[],
  used: LinkPagination,
  { address, query }: PageRequest,
): ChosenPage | undefined {
  const { next } = used.response ?? {};
  const queryOf = (example: DocumentExample): URLSearchParams | undefined => {
    const link = scalar(read(example, next));
    return link === undefined ? undefined : new URL(link, address).searchParams;
  };
  const before = walk.findIndex((example) => {
    const wanted = [...(queryOf(example) ?? [])];
    return (
      wanted.length > 0 && wanted.every(([name, value]) => query.some(([n, v]) => n === name && v === value))
    );
  });
  const page = walk[before + 1];
  if (page === undefined) return undefined;
  const link = queryOf(page);
  if (next === undefined || link === undefined) return { example: page.name, body: undefined };
  return { example: page.name, body: withValueAt(page.value, next, `${address}?${link}`) };
}

function position(index: number): number {
  return Number.isInteger(index) && index >= 0 ? index : Number.MAX_SAFE_INTEGER;
}

function read(example: DocumentExample, pointer: string | undefined): JsonValue | undefined {
  return pointer === undefined ? undefined : valueAt(example.value, pointer);
}

export function scalar(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** A page after the last, made from the last one: a walk must end even when no example shows the end. */
function emptied(value: JsonValue, page: Pagination): JsonValue {
  const changed = withValueAt(value, page.items, []);
  const withoutNext = without(changed, answerPointer(page, "next"), null);
  const withoutMore = without(withoutNext, answerPointer(page, "more"), false);
  return without(withoutMore, answerPointer(page, "done"), true);
}

function without(value: JsonValue, pointer: string | undefined, end: JsonValue): JsonValue {
  if (pointer === undefined || valueAt(value, pointer) === undefined) return value;
  return withValueAt(value, pointer, end);
}
