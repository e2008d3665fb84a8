import {
  type AnswerKey,
  firstPosition,
  isObject,
  type Pagination,
  type PositionedPagination,
  positionField,
  textsOf,
  unreachable,
  valueAt,
  withValueAt,
} from "@trunkline/document";
import type { Received } from "../bench/server.ts";
import { isExchange } from "./find.ts";
import type { Probe } from "./probe.ts";
import type { Target } from "./target.ts";

/** What one page of a scripted walk says. */
export interface PageScript {
  /** Numbers of its items. */
  readonly items: readonly number[];
  /** Cursor of the next page; undefined = the end. */
  readonly next?: unknown;
  readonly more?: boolean | undefined;
  readonly total?: number | undefined;
  readonly page?: number | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/** What an answer says of a walk -> where. */
export type AnswerPlaces = Readonly<Partial<Record<AnswerKey, string>>>;

/** A paginated operation, and how to write its pages. */
export interface Paging {
  readonly probe: Probe;
  readonly style: PositionedPagination["style"];
  readonly pagination: PositionedPagination;
  /** Where its answer says what. */
  readonly says: AnswerPlaces;
  /** What its request carries the page size in. */
  readonly limit: string | undefined;
  /** Params that choose this style where the operation has several. */
  readonly start: Readonly<Record<string, unknown>>;
  /** The cursor, page number (from 1), offset or item that a request asks for. */
  asked(request: Received): string | undefined;
  /** The limit that a request asks for. */
  askedLimit(request: Received): number | undefined;
  /** A page in the document's own shape. */
  page(script: PageScript): unknown;
  /** A cursor of the type that the document uses. */
  cursor(number: number): string | number;
  /** What asks for the page after so many items, in pages of a size. */
  after(items: number, size: number): string | number;
  /** Index of the first item that a request asks for, in pages of a size, by their number or an offset. */
  from(request: Received, size: number): number;
  /** The number of an item that the client yields. */
  number(item: unknown): number;
}

const MARK = "fault_item";

/** An operation that pages in this style; where it has several, the first counts, then those that can be asked for. */
export function paging(
  target: Target,
  style: Pagination["style"],
  wanted: (says: AnswerPlaces) => boolean = () => true,
): Paging | undefined {
  const found = target.probes
    .filter((probe) => probe.returns === "json" && !isExchange(target, probe))
    .flatMap((probe) => probe.paginations.map((pagination, rank) => ({ probe, pagination, rank })))
    .filter(({ pagination }) => pagination.style === style && wanted(placesOf(pagination)))
    .sort(
      (one, other) => one.rank - other.rank || one.probe.names.path.length - other.probe.names.path.length,
    )[0];
  return found && describe(found.probe, found.pagination, found.rank);
}

function describe(probe: Probe, pagination: PositionedPagination, rank: number): Paging {
  const { style } = pagination;
  const [limit] = textsOf(pagination.request?.limit);
  const says = placesOf(pagination);
  const examples = exampleOf(probe, pagination);
  const items = valueAt(examples, pagination.items);
  const [item] = Array.isArray(items) ? items : [];
  const place = positionField(pagination);
  const read = (received: Received, name: string | undefined): string | undefined => {
    if (name === undefined) return undefined;
    if (!name.startsWith("/")) return received.query.get(name) ?? undefined;
    const value = valueAt(received.json, name);
    return value === undefined || value === null ? undefined : String(value);
  };
  const { origin, shift, cursor, after, start, marked, hasMore } = traits(probe, pagination, examples, item);
  const asked = (received: Received): string | undefined => {
    const given = read(received, place);
    return given === undefined || shift === 0 ? given : String(Number(given) - shift);
  };
  return {
    probe,
    style,
    pagination,
    says,
    limit,
    start: rank > 0 && !place.startsWith("/") ? { [place]: origin } : {},
    asked,
    from: (received, size) => {
      const given = asked(received);
      return start(given === undefined ? undefined : Number(given), size);
    },
    askedLimit: (received) => {
      const given = read(received, limit);
      return given === undefined ? undefined : Number(given);
    },
    cursor,
    after,
    number: (one) => (isObject(one) ? Number(one[MARK]) : Number(String(one).replace(/^\D*/, ""))),
    page: (script) => {
      let body = withValueAt(examples, pagination.items, script.items.map(marked));
      const put = (name: AnswerKey, value: unknown): void => {
        const pointer = says[name];
        if (pointer !== undefined && value !== undefined) body = withValueAt(body, pointer, value);
      };
      put("next", script.next ?? null);
      const more = script.more ?? hasMore(script);
      put("more", more);
      put("done", more === undefined ? undefined : !more);
      const { total, limit: size, page } = script;
      put("pages", total === undefined || size === undefined ? undefined : Math.ceil(total / size));
      put("page", page === undefined ? undefined : page + shift);
      for (const name of ["total", "limit", "offset"] as const) put(name, script[name]);
      return body;
    },
  };
}

/** What differs from style to style. */
interface Traits {
  /** What asks for the first page. */
  readonly origin: unknown;
  /** What page numbers of the document are more than those of the scripts, which begin at 1. */
  readonly shift: number;
  readonly cursor: Paging["cursor"];
  readonly after: Paging["after"];
  /** Index of the first item of the page that a number asks for. */
  readonly start: (asked: number | undefined, size: number) => number;
  readonly marked: (number: number) => unknown;
  /** Whether there is more, where a script does not say it. */
  readonly hasMore: (script: PageScript) => boolean | undefined;
}

function traits(probe: Probe, pagination: PositionedPagination, examples: unknown, item: unknown): Traits {
  const cursorOf = (pointer: string, root: unknown) => {
    const isNumeric = typeof valueAt(root, pointer) === "number";
    return (number: number): string | number => (isNumeric ? 1000 + number : `cursor-${number}`);
  };
  const common: Traits = {
    origin: 0,
    shift: 0,
    cursor: cursorOf("", undefined),
    after: (items) => items,
    start: (asked = 0) => asked,
    marked: (number) => (isObject(item) ? { ...item, [MARK]: number } : `item-${number}`),
    hasMore: () => undefined,
  };
  switch (pagination.style) {
    case "cursor": {
      const cursor = cursorOf(pagination.response.next, examples);
      const origin = cursorExample(probe, positionField(pagination));
      return {
        ...common,
        origin,
        cursor,
        after: (items, size) => cursor(items / size),
        hasMore: ({ next }) => next !== undefined,
      };
    }
    case "page": {
      const first = firstPosition(pagination);
      return {
        ...common,
        origin: first,
        shift: first - 1,
        after: (items, size) => first + items / size,
        start: (asked = 1, size) => (asked - 1) * size,
      };
    }
    case "offset":
      return common;
    case "lastItem": {
      const { itemId } = pagination.response;
      const cursor = cursorOf(itemId, item);
      const id = (number: number): string | number => (itemId === "" ? `item-${number}` : cursor(number));
      return {
        ...common,
        origin: cursorExample(probe, positionField(pagination)),
        cursor,
        after: (items) => id(items - 1),
        marked: (number) =>
          itemId === "" ? id(number) : withValueAt(common.marked(number), itemId, id(number)),
        hasMore: ({ items, next }) => next !== undefined && items.length > 0,
      };
    }
    default:
      return unreachable(pagination);
  }
}

function placesOf({ response }: PositionedPagination): AnswerPlaces {
  const { itemId: _, ...places }: AnswerPlaces & { readonly itemId?: string } = response ?? {};
  return places;
}

/** A cursor to begin with, where one must be given to choose this style. */
function cursorExample(probe: Probe, name: string): unknown {
  return (
    probe.operation.parameters.find((one) => one.in === "query" && one.name === name)?.example ?? "start"
  );
}

/** The example of the first page: the one with most items. */
function exampleOf(probe: Probe, pagination: PositionedPagination): unknown {
  const all = probe.operation.responses.flatMap((one) =>
    one.status.startsWith("2") ? one.content.flatMap(({ examples }) => examples) : [],
  );
  const count = (value: unknown): number => {
    const items = valueAt(value, pagination.items);
    return Array.isArray(items) ? items.length : 0;
  };
  const [best] = all.sort((one, other) => count(other.value) - count(one.value));
  return best?.value ?? probe.answer.value;
}
