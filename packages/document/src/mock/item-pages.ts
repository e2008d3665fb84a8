import { type JsonValue, objectOf, textsOf } from "../json.ts";
import { type AnswerKey, answerPointer, firstPosition, isPositioned, positionField } from "../pagination.ts";
import { valueAt, withValueAt } from "../pointer.ts";
import { unreachable } from "../unreachable.ts";
import type { Pagination } from "../x-trunkline.ts";
import type { DocumentContent } from "./document/content.ts";
import { envelopePlaces } from "./document/envelope.ts";
import type { OpenDocument } from "./document/open-document.ts";
import { contentOf, type DocumentOperation } from "./document/operations.ts";
import { paginationsOf } from "./document/pagination.ts";
import { asked, type PageRequest, scalar, usedPagination, walkOf } from "./pages.ts";
import type { ItemsRule } from "./types.ts";

/** A page made of items that a test gave. */
export interface ItemsPage {
  readonly body: JsonValue;
  /** `undefined` of a field: it is not sent, although the document has an example of it. */
  readonly headers: Readonly<Record<string, string | undefined>> | undefined;
}

/** Where an operation's answer holds its list; undefined when it has none. */
export function listPointer(document: OpenDocument, operation: DocumentOperation): string | undefined {
  const [pagination] = paginationsOf(document, operation);
  if (pagination !== undefined) return pagination.items;
  const example = examplesOf(operation)[0]?.value;
  return ["", ...envelopePlaces(document, operation)].find(
    (pointer) => example !== undefined && Array.isArray(valueAt(example, pointer)),
  );
}

/**
 * Cuts the page that a request asks for out of a list. The example of a first or a last page gives the rest of
 * the answer, so that the page looks as the vendor's do.
 */
export function pageOfItems(
  document: OpenDocument,
  operation: DocumentOperation,
  paginations: readonly Pagination[],
  request: PageRequest,
  rule: Pick<ItemsRule, "items" | "limit">,
  shape?: string,
): ItemsPage {
  const items = rule.items as readonly JsonValue[];
  const used = usedPagination(paginations, request, contentWithExamples(operation), shape);
  const examples = examplesOf(operation, used?.items, shape);
  const whole = examples[0]?.value ?? [];
  if (used === undefined) {
    const pointer = listPointer(document, operation) ?? "";
    return { body: withValueAt(whole, pointer, items), headers: undefined };
  }
  const limit = limitOf(operation, used, request, rule);
  const start = startOf(operation, used, request, limit, items);
  const page = items.slice(start, start + limit);
  const end = start + page.length;
  const isLast = end >= items.length;
  const lastExample = examples.at(-1)?.value ?? whole;
  const put = (body: JsonValue, pointer: string | undefined, value: JsonValue): JsonValue =>
    pointer === undefined ? body : withValueAt(body, pointer, value);
  const nextOf = (pointer: string): JsonValue => {
    if (!isLast) return typeof valueAt(whole, pointer) === "number" ? end : String(end);
    return valueAt(lastExample, pointer) === "" ? "" : null;
  };

  // A last page may leave out what leads on.
  const isLeftOut = (next: string): boolean => isLast && valueAt(lastExample, next) === undefined;
  let body = put(isLast ? lastExample : whole, used.items, page);
  // What an answer says for other ways to page must fit too, where they are ways to page through the same list.
  for (const pagination of paginations.filter((one) => one.items === used.items)) {
    const said: Readonly<Record<Exclude<AnswerKey, "next">, JsonValue>> = {
      total: items.length,
      page: Math.floor(start / limit) + firstPosition(pagination),
      pages: Math.ceil(items.length / limit),
      limit,
      offset: start,
      more: !isLast,
      done: isLast,
    };
    for (const key of Object.keys(said) as (keyof typeof said)[])
      body = put(body, answerPointer(pagination, key), said[key]);
    const next = isPositioned(pagination) ? answerPointer(pagination, "next") : undefined;
    if (next !== undefined && !isLeftOut(next)) body = put(body, next, nextOf(next));
  }
  if (isPositioned(used)) return { body, headers: undefined };
  const link = linkTo(operation, used, request, end);
  const { next } = used.response ?? {};
  if (next === undefined) return { body, headers: { link: isLast ? undefined : `<${link}>; rel="next"` } };
  return { body: isLeftOut(next) ? body : put(body, next, isLast ? null : link), headers: undefined };
}

function contentWithExamples(operation: DocumentOperation): DocumentContent | undefined {
  return contentOf(operation, undefined).find((one) => one.examples.length > 0);
}

/** Examples of a success, in the order of a walk; those whose items are elsewhere, or of another shape, are left out. */
export function examplesOf(
  operation: DocumentOperation,
  items?: string,
  shape?: string,
): ReturnType<typeof walkOf> {
  const content = contentWithExamples(operation);
  return content === undefined ? [] : walkOf(content, items, shape);
}

function limitOf(
  operation: DocumentOperation,
  used: Pagination,
  request: PageRequest,
  rule: Pick<ItemsRule, "items" | "limit">,
): number {
  const names = textsOf(used.request?.limit);
  const [name] = names;
  const declared = operation.parameters.find((one) => one.in === "query" && one.name === name)?.schema;
  const given = names.map((one) => asked(request, one));
  const wanted = [...given, rule.limit, scalar(objectOf(declared).default)];
  return wanted.map(Number).find((limit) => Number.isInteger(limit) && limit >= 1) ?? 20;
}

/** Index of the page's first item. A cursor is the index of the item it leads to. */
function startOf(
  operation: DocumentOperation,
  used: Pagination,
  request: PageRequest,
  limit: number,
  items: readonly JsonValue[],
): number {
  const wanted = asked(request, positionField(used) ?? positionName(operation, used));
  if (wanted === undefined) return 0;
  const number = Number(wanted) - firstPosition(used);
  const index = Number.isInteger(number) && number >= 0 ? number : Number.MAX_SAFE_INTEGER;
  switch (used.style) {
    case "page":
      return index * limit;
    case "cursor":
    case "offset":
    case "link":
      return index;
    case "lastItem": {
      const before = items.findIndex((item) => scalar(valueAt(item, used.response.itemId)) === wanted);
      return before === -1 ? items.length : before + 1;
    }
    default:
      return unreachable(used);
  }
}

function linkTo(operation: DocumentOperation, used: Pagination, request: PageRequest, end: number): string {
  const name = positionName(operation, used);
  const query = new URLSearchParams(request.query.filter(([key]) => key !== name) as [string, string][]);
  query.set(name, String(end));
  return `${request.address}?${query}`;
}

/** A declared query parameter that can carry a position: links name no parameter of their own. */
function positionName(operation: DocumentOperation, used: Pagination): string {
  const names = operation.parameters.filter((one) => one.in === "query").map((one) => one.name);
  const limits = textsOf(used.request?.limit);
  const fitting = names.filter((name) => !limits.includes(name));
  return fitting.find((name) => /cursor|page|offset|after|start|token/i.test(name)) ?? fitting[0] ?? "cursor";
}
