import {
  type AnswerKey,
  isObject,
  type Pagination,
  positionField,
  textsOf,
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
  readonly style: Pagination["style"];
  readonly pagination: Pagination;
  /** Where its answer says what. */
  readonly says: AnswerPlaces;
  /** What its request carries the page size in. */
  readonly limit: string | undefined;
  /** Params that choose this style where the operation has several. */
  readonly start: Readonly<Record<string, unknown>>;
  /** The cursor, page number or offset that a request asks for. */
  asked(request: Received): string | undefined;
  /** The limit that a request asks for. */
  askedLimit(request: Received): number | undefined;
  /** A page in the document's own shape. */
  page(script: PageScript): unknown;
  /** A cursor of the type that the document uses. */
  cursor(number: number): string | number;
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
    .filter(({ pagination }) => pagination.style === style && wanted(pagination.response ?? {}))
    .sort(
      (one, other) => one.rank - other.rank || one.probe.names.path.length - other.probe.names.path.length,
    )[0];
  return found && describe(found.probe, found.pagination, found.rank);
}

function describe(probe: Probe, pagination: Pagination, rank: number): Paging {
  const { style } = pagination;
  const [limit] = textsOf(pagination.request?.limit);
  const says: AnswerPlaces = pagination.response ?? {};
  const examples = exampleOf(probe, pagination);
  const items = valueAt(examples, pagination.items);
  const [item] = Array.isArray(items) ? items : [];
  const place = positionField(pagination) ?? "";
  const read = (received: Received, name: string | undefined): string | undefined => {
    if (name === undefined) return undefined;
    if (!name.startsWith("/")) return received.query.get(name) ?? undefined;
    const value = valueAt(received.json, name);
    return value === undefined || value === null ? undefined : String(value);
  };
  const numeric = style === "cursor" && typeof valueAt(examples, pagination.response.next) === "number";
  const origin = style === "cursor" ? cursorExample(probe, place) : style === "page" ? 1 : 0;
  return {
    probe,
    style,
    pagination,
    says,
    limit,
    start: rank > 0 && !place.startsWith("/") ? { [place]: origin } : {},
    asked: (received) => read(received, place),
    askedLimit: (received) => {
      const given = read(received, limit);
      return given === undefined ? undefined : Number(given);
    },
    cursor: (number) => (numeric ? 1000 + number : `cursor-${number}`),
    number: (one) => (isObject(one) ? Number(one[MARK]) : Number(String(one).replace(/^\D*/, ""))),
    page: (script) => {
      const marked = script.items.map((number) =>
        isObject(item) ? { ...item, [MARK]: number } : `item-${number}`,
      );
      let body = withValueAt(examples, pagination.items, marked);
      const put = (name: AnswerKey, value: unknown): void => {
        const pointer = says[name];
        if (pointer !== undefined && value !== undefined) body = withValueAt(body, pointer, value);
      };
      if (style === "cursor") put("next", script.next ?? null);
      put("more", script.more ?? (style === "cursor" ? script.next !== undefined : undefined));
      for (const name of ["total", "page", "limit", "offset"] as const) put(name, script[name]);
      return body;
    },
  };
}

/** A cursor to begin with, where one must be given to choose this style. */
function cursorExample(probe: Probe, name: string): unknown {
  return (
    probe.operation.parameters.find((one) => one.in === "query" && one.name === name)?.example ?? "start"
  );
}

/** The example of the first page: the one with most items. */
function exampleOf(probe: Probe, pagination: Pagination): unknown {
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
