import { listOf } from "../json.ts";
import { decodeEscapes } from "./decode-escapes.ts";
import type { OpenDocument } from "./document/open-document.ts";
import { type DocumentOperation, serverURL } from "./document/operations.ts";
import { matchSegment, type SegmentTemplate, segmentTemplate } from "./template.ts";

/** Paths of all servers of a document, longest first, without a trailing slash. */
export function basePaths(
  document: OpenDocument,
  operations: readonly DocumentOperation[],
): readonly string[] {
  const urls = [...listOf(document.root.servers).flatMap(serverURL), ...operations.flatMap((o) => o.servers)];
  const paths = new Set(urls.map(pathOf));
  if (paths.size === 0) paths.add("");
  return [...paths].sort((a, b) => b.length - a.length);
}

/** Path of the document's first server, without a trailing slash. */
export function firstBasePath(document: OpenDocument): string {
  const [first] = listOf(document.root.servers).flatMap(serverURL);
  return first === undefined ? "" : pathOf(first);
}

function pathOf(url: string): string {
  const path = new URL(url, "http://localhost").pathname;
  let end = path.length;
  while (path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

/** What is left of `path` below one of the base paths; undefined when it is below none. */
export function belowBase(path: string, bases: readonly string[]): string | undefined {
  for (const base of bases) if (path.startsWith(`${base}/`)) return path.slice(base.length);
  return undefined;
}

/** What a path leads to. */
export interface Routed {
  readonly operation: DocumentOperation | undefined;
  /** Values of the path's parameters in the order of the template, percent-encoded. */
  readonly values: readonly string[];
  /** Methods that the path has. */
  readonly methods: readonly string[];
}

/** Finds the operation of a request. Segments with more literal text win over those with less, from left to right. */
export function createRouter(
  operations: readonly DocumentOperation[],
  isAwaited: IsAwaited,
): (method: string, path: string, query: Pairs) => Routed {
  const routes = operations
    .map((operation) => {
      const segments = operation.path.split("/").map(segmentTemplate);
      return { operation, segments, rank: segments.map(rankOf).join("/") };
    })
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  return (method, path, query) => {
    const segments = path.split("/");
    const methods: string[] = [];
    const found: { readonly operation: DocumentOperation; readonly values: readonly string[] }[] = [];
    let rank: string | undefined;
    for (const route of routes) {
      if (route.segments.length !== segments.length) continue;
      const values = matchSegments(route.segments, segments);
      if (values === undefined || !route.operation.fixedQuery.every((pair) => has(query, pair))) continue;
      methods.push(route.operation.method);
      if (route.operation.method !== method || (rank !== undefined && route.rank !== rank)) continue;
      rank = route.rank;
      found.push({ operation: route.operation, values });
    }
    const [best] = found.sort(
      (a, b) => likeness(b.operation, query, isAwaited) - likeness(a.operation, query, isAwaited),
    );
    if (best !== undefined) return { ...best, methods: [...new Set(methods)] };
    return { operation: undefined, values: [], methods: [...new Set(methods)] };
  };
}

/** What sorts a segment before those that also fit what it fits: `{base}...{head}` before `{range}`. */
function rankOf({ literals, names }: SegmentTemplate): string {
  if (names.length === 0) return `0${literals[0]}`;
  const length = literals.reduce((sum, literal) => sum + literal.length, 0);
  return `1${String(99_999 - length).padStart(5, "0")}${literals.join("\uffff")}`;
}

type Pairs = readonly (readonly [string, string])[];

/** Whether a rule says how the next request of an operation is answered. */
type IsAwaited = (operation: DocumentOperation) => boolean;

function has(query: Pairs, [name, value]: readonly [string, string]): boolean {
  return query.some((pair) => pair[0] === name && pair[1] === value);
}

/** Operations that differ in what is never sent: the one that a rule is for, else the one whose query is here. */
function likeness(operation: DocumentOperation, query: Pairs, isAwaited: IsAwaited): number {
  const required = operation.parameters.filter((one) => one.in === "query" && one.required);
  const isWhole = required.every(({ name }) => query.some((pair) => pair[0] === name));
  return (
    (isAwaited(operation) ? 1e6 : 0) + operation.fixedQuery.length * 1000 + (isWhole ? required.length : -1)
  );
}

function matchSegments(
  templates: readonly SegmentTemplate[],
  segments: readonly string[],
): readonly string[] | undefined {
  const all: string[] = [];
  for (const [index, template] of templates.entries()) {
    const segment = segments[index] ?? "";
    const values = matchSegment(template, template.isDecoded ? decodeEscapes(segment) : segment);
    if (values === undefined) return undefined;
    for (const value of values) all.push(template.isDecoded ? encodeURIComponent(value) : value);
  }
  return all;
}
