import {
  type AnswerKey,
  answerPointer,
  type JsonValue,
  listOf,
  type OffsetPagination,
  objectOf,
  type PagePagination,
  type Pagination,
  positionField,
  unreachable,
  valueAt,
} from "@trunkline/document";
import type { RecordedRequest } from "@trunkline/mock";
import type { DocumentExample } from "@trunkline/mock/document";
import type { Sample } from "./types.ts";

/** A walk as the examples tell it: which pages, and what each request asks for. */
export interface PlannedWalk {
  readonly pagination: Pagination;
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
  const name = positionField(pagination);
  if (pagination.style === "link" || name === undefined)
    throw new Error(`a walk by ${pagination.style} is its follower's`);
  if (pagination.style === "cursor") {
    const cursors = pages.map((page) => read(page, pagination.response.next));
    const [second] = cursors;
    // Only a cursor can ask for this style, and the first page has none: such a walk begins with the second.
    return seeded
      ? {
          pagination,
          start: [name, second ?? null],
          pages: pages.slice(1),
          requests: cursors.slice(0, -1).map(scalar),
        }
      : { pagination, start: undefined, pages, requests: [undefined, ...cursors.slice(0, -1).map(scalar)] };
  }
  const positions = positionsOf(pages, pagination);
  const [first = 0] = positions;
  const requests = positions.slice(0, showsEnd(pages, pagination) ? pages.length : pages.length + 1);
  return { pagination, start: seeded ? [name, first] : undefined, pages, requests: requests.map(String) };
}

function positionsOf(
  pages: readonly DocumentExample[],
  pagination: PagePagination | OffsetPagination,
): readonly number[] {
  switch (pagination.style) {
    case "page":
      return pageNumbers(pages, pagination);
    case "offset":
      return offsets(pages, pagination);
    default:
      return unreachable(pagination);
  }
}

function pageNumbers(pages: readonly DocumentExample[], pagination: PagePagination): readonly number[] {
  const [first] = pages;
  const start = Number(first === undefined ? 1 : (read(first, pagination.response?.page) ?? 1));
  return [...pages.map((_, index) => start + index), start + pages.length];
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
  const changed = { ...objectOf(body.example.value), [name.slice(1)]: value };
  return { ...sample, body: { ...body, example: { ...body.example, value: changed } } };
}

/** What a request asks for, in the words of its style. */
export function asks(pagination: Pagination, sent: RecordedRequest): string | undefined {
  const name = positionField(pagination);
  if (name === undefined) return undefined;
  if (name.startsWith("/")) return scalar(valueAt(sent.body?.json, name));
  return sent.query.find(([key]) => key === name)?.[1];
}
