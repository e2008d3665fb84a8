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
  /** Scheme and authority of the address that was asked; links to other pages begin with it. */
  readonly origin: string;
  readonly method: string;
  readonly target: string;
  readonly rawPath: string;
  /** Below the server's path where it is one, else the whole path. */
  readonly path: string;
  readonly isBelow: boolean;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Finds the operation of a request by what stands before its body. */
export function headOf(
  parts: HeadParts,
  { origin, method, target, headers }: Pick<Head, "origin" | "method" | "target" | "headers">,
): Head {
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
    origin,
    method,
    target,
    rawPath,
    path: below ?? rawPath,
    isBelow: below !== undefined,
    query,
    headers,
  };
}
