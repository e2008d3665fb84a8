import type { DocumentContent, DocumentExample } from "./document/content.ts";
import { arrayOf, atPointer, isJsonObject, type Json, pointerSegments } from "./document/json.ts";
import { contentOf, type DocumentOperation } from "./document/operations.ts";
import type { Pagination } from "./document/pagination.ts";
import type { RecordedBody } from "./types.ts";

/** A page of the walk over an operation's examples: one of them, or a made-up page after the last. */
export interface ChosenPage {
  readonly example: string;
  /** Set when the document has no example of an empty page: answered in the example's place. */
  readonly body: Json | undefined;
}

/**
 * Chooses the example that answers a request, by what the request asks for and what the examples say of
 * themselves, so that any client can walk: first, middle, last, and empty beyond.
 */
export function choosePage(
  operation: DocumentOperation,
  paginations: readonly Pagination[],
  query: readonly (readonly [string, string])[],
  body: RecordedBody | undefined,
): ChosenPage | undefined {
  const asked = (name: string | undefined): string | undefined => {
    if (name === undefined) return undefined;
    if (name.startsWith("/")) return scalar(atPointer(body?.json, name));
    return query.find(([key]) => key === name)?.[1];
  };
  const content = contentOf(operation, undefined).find((one) => one.examples.length > 0);
  const used = paginations.find((one) => asked(one.request[one.style]) !== undefined) ?? paginations[0];
  if (content === undefined || used === undefined) return undefined;
  const walk = walkOf(content);
  const wanted = asked(used.request[used.style]);
  const index = wanted === undefined ? 0 : POSITION[used.style](walk, used, wanted);
  const page = walk[index];
  if (page !== undefined) return { example: page.name, body: undefined };
  const last = walk.at(-1);
  const empty = content.examples.find((example) => example.name === "empty");
  if (empty !== undefined) return { example: empty.name, body: undefined };
  return last && { example: last.name, body: emptied(last.value, used) };
}

const ORDER = ["first", "middle", "last"];

/** Examples in the order of a walk: by their conventional names, else as the document has them. */
function walkOf(content: DocumentContent): readonly DocumentExample[] {
  const named = ORDER.flatMap((name) => content.examples.filter((example) => example.name === name));
  return named.length > 0 ? named : content.examples.filter((example) => example.name !== "empty");
}

type Position = (walk: readonly DocumentExample[], page: Pagination, wanted: string) => number;

const POSITION: Readonly<Record<Pagination["style"], Position>> = {
  cursor: (walk, page, wanted) => {
    const before = walk.findIndex((one) => scalar(read(one, page.response.next)) === wanted);
    return before === -1 ? walk.length : before + 1;
  },
  page: (walk, page, wanted) => {
    const said = walk.findIndex((one) => scalar(read(one, page.response.page)) === wanted);
    return said === -1 ? position(Number(wanted) - 1) : said;
  },
  offset: (walk, page, wanted) => {
    const said = walk.findIndex((one) => scalar(read(one, page.response.offset)) === wanted);
    if (said !== -1) return said;
    let start = 0;
    for (const [index, one] of walk.entries()) {
      if (start >= Number(wanted)) return index;
      start += arrayOf(atPointer(one.value, page.items)).length;
    }
    return walk.length;
  },
};

function position(index: number): number {
  return Number.isInteger(index) && index >= 0 ? index : Number.MAX_SAFE_INTEGER;
}

function read(example: DocumentExample, pointer: string | undefined): Json | undefined {
  return pointer === undefined ? undefined : atPointer(example.value, pointer);
}

function scalar(value: Json | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** A page after the last, made from the last one: a walk must end even when no example shows the end. */
function emptied(value: Json, page: Pagination): Json {
  const changed = replaced(value, pointerSegments(page.items), []);
  const withoutNext = page.response.next === undefined ? changed : without(changed, page.response.next, null);
  return page.response.more === undefined ? withoutNext : without(withoutNext, page.response.more, false);
}

function without(value: Json, pointer: string, end: Json): Json {
  return atPointer(value, pointer) === undefined ? value : replaced(value, pointerSegments(pointer), end);
}

function replaced(value: Json | undefined, [head, ...rest]: readonly string[], end: Json): Json {
  if (head === undefined) return end;
  const object = isJsonObject(value) ? value : {};
  return { ...object, [head]: replaced(object[head], rest, end) };
}
