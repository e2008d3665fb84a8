import type { IncomingMessage } from "node:http";
import { parsePairs } from "./body.ts";
import { belowBase, type createRouter, type Routed } from "./route.ts";

/** What is needed to tell where a request leads. */
export interface HeadParts {
  /** Paths of the document's servers. */
  readonly bases: readonly string[];
  readonly route: ReturnType<typeof createRouter>;
}

/** A request without its body, and where it leads. */
export interface Head extends Routed {
  readonly method: string;
  readonly target: string;
  readonly rawPath: string;
  /** Below the server's path where it is one, else the whole path. */
  readonly path: string;
  readonly isBelow: boolean;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads what stands before a body, and finds its operation. */
export function readHead(parts: HeadParts, request: IncomingMessage): Head {
  const target = request.url ?? "/";
  const method = request.method ?? "GET";
  const mark = target.indexOf("?");
  const rawPath = mark === -1 ? target : target.slice(0, mark);
  const below = belowBase(rawPath, parts.bases);
  const query = mark === -1 ? [] : parsePairs(target.slice(mark + 1));
  const routed =
    below === undefined
      ? { operation: undefined, values: [], methods: [] }
      : parts.route(method, below, query);
  return {
    ...routed,
    method,
    target,
    rawPath,
    path: below ?? rawPath,
    isBelow: below !== undefined,
    query,
    headers: headerRecord(request.rawHeaders),
  };
}

function headerRecord(raw: readonly string[]): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? "").toLowerCase();
    const value = raw[index + 1] ?? "";
    const known = fields.get(name);
    fields.set(name, known === undefined ? value : `${known}, ${value}`);
  }
  return Object.fromEntries(fields);
}

/** Whether a path is percent-encoded UTF-8. */
export function isDecodable(path: string): boolean {
  try {
    // Its result is used: a bundler takes the bare call for one without an effect, and leaves it out.
    return decodeURIComponent(path).length >= 0;
  } catch {
    return false;
  }
}
