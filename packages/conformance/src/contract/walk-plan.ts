import {
  type AnswerKey,
  answerPointer,
  firstPosition,
  isPositioned,
  type JsonValue,
  lastItemId,
  listOf,
  type Pagination,
  type PositionedPagination,
  positionField,
  unreachable,
  valueAt,
  withValueAt,
} from "@trunkline/document";
import type { RecordedRequest } from "@trunkline/mock";
import type { DocumentExample } from "@trunkline/mock/document";
import type { Sample } from "./types.ts";

/** A walk as the examples tell it: which pages, and what each request asks for. */
export interface PlannedWalk {
  readonly pagination: Pagination;
  /** What a request asks for, in the words of the style. */
  asks(sent: RecordedRequest): string | undefined;
  /** What the first request must say so that this style is used: name or pointer, and value. */
  readonly start: readonly [name: string, value: JsonValue] | undefined;
  readonly pages: readonly DocumentExample[];
  /** The cursor, page number or offset of every request; a walk may need one more to see the end. */
  readonly requests: readonly (string | undefined)[];
}

/** @param seeded the style is not the operation's usual one, so the caller has to begin with it */
export function expectedWalk(
  pages: readonly DocumentExample[],
  pagination: Pagination,
  seeded: boolean,
): PlannedWalk {
  const name = positionField(pagination) ?? "";
  const plan = {
    pagination,
    asks: (sent: RecordedRequest) => asked(sent, name),
    pages,
  };
  const first = (value: JsonValue): PlannedWalk["start"] => (seeded ? [name, value] : undefined);
  switch (pagination.style) {
    case "cursor":
    case "lastItem": {
      const cursors = cursorsAfter(pages, pagination);
      const [second = null] = cursors;
      const known = cursors.slice(0, showsEnd(pages, pagination) ? -1 : undefined).map(scalar);
      // Only a cursor can ask for this style, and the first page has none: such a walk begins with the second.
      return seeded
        ? { ...plan, start: first(second), pages: pages.slice(1), requests: known }
        : { ...plan, start: undefined, requests: [undefined, ...known] };
    }
    case "page":
    case "offset": {
      const positions = positionsOf(pages, pagination);
      const requests = positions.slice(0, showsEnd(pages, pagination) ? pages.length : pages.length + 1);
      return { ...plan, start: first(positions[0] ?? 0), requests: requests.map(String) };
    }
    case "link": {
      const links = pages.map((page) => queryOf(scalar(read(page, pagination.response?.next))));
      const names = new Set(links.flatMap((link) => [...link.keys()]));
      const asks = (fields: (name: string) => string | undefined): string =>
        [...names].map((one) => `${one}=${fields(one) ?? ""}`).join("&");
      return {
        ...plan,
        asks: (sent) => asks((one) => asked(sent, one)),
        start: undefined,
        requests: [undefined, ...links.slice(0, -1).map((link) => asks((one) => link.get(one) ?? undefined))],
      };
    }
    default:
      return unreachable(pagination);
  }
}

/** A page as a mock answers it: its link has the mock's own address, with the query that the example has. */
export function answered({ pagination }: PlannedWalk, { value }: DocumentExample, body: unknown): JsonValue {
  const next = isPositioned(pagination) ? undefined : answerPointer(pagination, "next");
  if (next === undefined) return value;
  const got = scalar(valueAt(body, next));
  const isSame = got !== undefined && String(queryOf(got)) === String(queryOf(scalar(valueAt(value, next))));
  return isSame ? withValueAt(value, next, got) : value;
}

function queryOf(link: string | undefined): URLSearchParams {
  return link === undefined ? new URLSearchParams() : new URL(link, "http://localhost").searchParams;
}

/** What each page gives to ask for the page after it. */
function cursorsAfter(
  pages: readonly DocumentExample[],
  pagination: Extract<PositionedPagination, { readonly style: "cursor" | "lastItem" }>,
): readonly (JsonValue | undefined)[] {
  switch (pagination.style) {
    case "cursor":
      return pages.map((page) => read(page, pagination.response.next));
    case "lastItem":
      return pages.map((page) => lastItemId(pagination, page.value));
    default:
      return unreachable(pagination);
  }
}

function positionsOf(
  pages: readonly DocumentExample[],
  pagination: Extract<PositionedPagination, { readonly style: "page" | "offset" }>,
): readonly number[] {
  switch (pagination.style) {
    case "page": {
      const [first] = pages;
      const start = firstPosition(pagination);
      const from = Number(first === undefined ? start : (read(first, pagination.response?.page) ?? start));
      return [...pages.map((_, index) => from + index), from + pages.length];
    }
    case "offset":
      return offsets(pages, pagination);
    default:
      return unreachable(pagination);
  }
}

function offsets(pages: readonly DocumentExample[], pagination: Pagination): readonly number[] {
  const sums = [0];
  for (const page of pages) sums.push((sums.at(-1) ?? 0) + count(page, pagination));
  return sums;
}

/** Whether the last page says that it is the last. */
function showsEnd(pages: readonly DocumentExample[], pagination: Pagination): boolean {
  const last = pages.at(-1);
  if (last === undefined) return true;
  const said = (key: AnswerKey): JsonValue | undefined => read(last, answerPointer(pagination, key));
  const hasMore = said("more");
  if (hasMore !== undefined) return hasMore === false;
  const isDone = said("done");
  if (isDone !== undefined) return isDone === true;
  // No cursor is the end; no address of a next page, too.
  if (answerPointer(pagination, "next") !== undefined) return true;
  const allPages = said("pages");
  if (typeof allPages === "number") return pages.length >= allPages;
  const all = said("total");
  const received = pages.reduce((sum, page) => sum + count(page, pagination), 0);
  if (typeof all === "number") return received >= all;
  const size = said("limit");
  return typeof size === "number" && count(last, pagination) < size;
}

function count(page: DocumentExample, pagination: Pagination): number {
  return listOf(valueAt(page.value, pagination.items)).length;
}

function read(page: DocumentExample, pointer: string | undefined): JsonValue | undefined {
  return pointer === undefined ? undefined : valueAt(page.value, pointer);
}

function scalar(value: JsonValue | undefined): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

/** The sample that also says where to begin. */
export function withRequest(sample: Sample, start: PlannedWalk["start"]): Sample {
  if (start === undefined) return sample;
  const [name, value] = start;
  if (!name.startsWith("/")) return { ...sample, query: new Map([...sample.query, [name, value]]) };
  const { body } = sample;
  if (body === undefined) throw new Error(`there is no body for ${name} to stand in`);
  const changed = withValueAt(body.example.value, name, value);
  return { ...sample, body: { ...body, example: { ...body.example, value: changed } } };
}

function asked(sent: RecordedRequest, name: string): string | undefined {
  if (name.startsWith("/")) return scalar(valueAt(sent.body?.json, name));
  return sent.query.find(([key]) => key === name)?.[1];
}
