import { arrayOf } from "./document/json.ts";
import type { OpenDocument } from "./document/open.ts";
import { type DocumentOperation, serverURL } from "./document/operations.ts";

/** Paths of all servers of a document, longest first, without a trailing slash. */
export function basePaths(
  document: OpenDocument,
  operations: readonly DocumentOperation[],
): readonly string[] {
  const urls = [
    ...arrayOf(document.root.servers).flatMap(serverURL),
    ...operations.flatMap((o) => o.servers),
  ];
  const paths = new Set(urls.map(pathOf));
  if (paths.size === 0) paths.add("");
  return [...paths].sort((a, b) => b.length - a.length);
}

/** Path of the document's first server, without a trailing slash. */
export function firstBasePath(document: OpenDocument): string {
  const [first] = arrayOf(document.root.servers).flatMap(serverURL);
  return first === undefined ? "" : pathOf(first);
}

function pathOf(url: string): string {
  return new URL(url, "http://localhost").pathname.replace(/\/+$/, "");
}

/** What is left of `path` below one of the base paths; undefined when it is below none. */
export function belowBase(path: string, bases: readonly string[]): string | undefined {
  for (const base of bases) if (path.startsWith(`${base}/`)) return path.slice(base.length);
  return undefined;
}

/** Finds the operation of a request. Literal segments win over templated ones, from left to right. */
export function createRouter(
  operations: readonly DocumentOperation[],
): (method: string, path: string) => DocumentOperation | undefined {
  const routes = operations
    .map((operation) => ({
      operation,
      segments: operation.path.split("/").map(segmentPattern),
      rank: operation.path.replace(/\{[^}]+\}/g, "\uffff"),
    }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  return (method, path) => {
    const segments = path.split("/");
    return routes.find(
      (route) =>
        route.operation.method === method &&
        route.segments.length === segments.length &&
        route.segments.every((pattern, index) => pattern.test(segments[index] ?? "")),
    )?.operation;
  };
}

function segmentPattern(segment: string): RegExp {
  const source = segment
    .split(/\{[^}]+\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("(.+)");
  return new RegExp(`^${source}$`);
}
