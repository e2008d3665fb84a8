import { atPointer, isJsonObject, type Pagination } from "@trunkline/mock/document";
import type { Received } from "../bench/server.ts";
import { isExchange } from "./find.ts";
import { withPointer } from "./pointer.ts";
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

/** A paginated operation, and how to write its pages. */
export interface Paging {
  readonly probe: Probe;
  readonly style: Pagination["style"];
  readonly pagination: Pagination;
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
  wanted: (pagination: Pagination) => boolean = () => true,
): Paging | undefined {
  const found = target.probes
    .filter((probe) => probe.returns === "json" && !isExchange(target, probe))
    .flatMap((probe) => probe.paginations.map((pagination, rank) => ({ probe, pagination, rank })))
    .filter(({ pagination }) => pagination.style === style && wanted(pagination))
    .sort(
      (one, other) => one.rank - other.rank || one.probe.names.path.length - other.probe.names.path.length,
    )[0];
  return found && describe(found.probe, found.pagination, found.rank);
}

function describe(probe: Probe, pagination: Pagination, rank: number): Paging {
  const { request, response, style } = pagination;
  const examples = exampleOf(probe);
  const items = atPointer(examples, pagination.items);
  const [item] = Array.isArray(items) ? items : [];
  const place = request[style === "cursor" ? "cursor" : style] ?? "";
  const read = (received: Received, name: string | undefined): string | undefined => {
    if (name === undefined) return undefined;
    if (!name.startsWith("/")) return received.query.get(name) ?? undefined;
    const value = atPointer(received.json, name);
    return value === undefined || value === null ? undefined : String(value);
  };
  const numeric = style === "cursor" && typeof atPointer(examples, response.next ?? "") === "number";
  const origin = style === "cursor" ? cursorExample(probe, place) : style === "page" ? 1 : 0;
  return {
    probe,
    style,
    pagination,
    start: rank > 0 && !place.startsWith("/") ? { [place]: origin } : {},
    asked: (received) => read(received, place),
    askedLimit: (received) => {
      const limit = read(received, request.limit);
      return limit === undefined ? undefined : Number(limit);
    },
    cursor: (number) => (numeric ? 1000 + number : `cursor-${number}`),
    number: (one) => (isJsonObject(one) ? Number(one[MARK]) : Number(String(one).replace(/^\D*/, ""))),
    page: (script) => {
      const marked = script.items.map((number) =>
        isJsonObject(item) ? { ...item, [MARK]: number } : `item-${number}`,
      );
      let body = withPointer(examples, pagination.items, marked);
      const put = (name: string, value: unknown): void => {
        const pointer = response[name];
        if (pointer !== undefined && value !== undefined) body = withPointer(body, pointer, value);
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
function exampleOf(probe: Probe): unknown {
  const [pagination] = probe.paginations;
  const all = probe.operation.responses.flatMap((one) =>
    one.status.startsWith("2") ? one.content.flatMap(({ examples }) => examples) : [],
  );
  const count = (value: unknown): number => {
    const items = atPointer(value, pagination?.items ?? "");
    return Array.isArray(items) ? items.length : 0;
  };
  const [best] = all.sort((one, other) => count(other.value) - count(one.value));
  return best?.value ?? probe.answer.value;
}
