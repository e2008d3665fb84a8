import { decodeEscapes } from "./decode-escapes.ts";
import type { Head } from "./head.ts";
import type { RecordedAnswer, RecordedBody, RecordedRequest, Violation } from "./types.ts";

/** What became of a request. */
export interface Happened {
  readonly body: RecordedBody | undefined;
  readonly violations: readonly Violation[];
  readonly answer: RecordedAnswer | undefined;
}

/** The record of a request, as a test sees it. */
export function recordOf(
  { operation, method, target, path, query, headers }: Head,
  { body, violations, answer }: Happened,
): RecordedRequest {
  return {
    operation: operation?.id ?? operation?.route,
    route: operation?.route,
    method,
    target,
    path,
    segments: path.split("/").slice(1).map(decodeEscapes),
    query,
    headers,
    body,
    violations,
    answer,
  };
}
