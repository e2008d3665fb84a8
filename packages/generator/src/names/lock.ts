import type { JsonObject, Pagination } from "@trunkline/document";
import { escapeInvisible } from "../invisible.ts";

/** The committed record of every public name, so that a change of the document never renames what exists. */
export interface NamesLock {
  readonly version: 1;
  readonly client: string;
  /** Keyed by `GET /programs`, sorted by path, then method. */
  readonly operations: Readonly<Record<string, LockedOperation>>;
  /** The same routes in other forms, each a method of its own, keyed by `POST /files (sent as multipart/form-data)`. */
  readonly variants?: Readonly<Record<string, LockedOperation>>;
  /** Resource id -> name of its class. */
  readonly resources: Readonly<Record<string, string>>;
  /** Pointer of a schema -> name of its type. */
  readonly types: Readonly<Record<string, string>>;
  /** Pointer of a schema -> name of the type that requests use, where that differs. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Id of a security scheme -> its secrets, each with its option and the variable that it is read from. */
  readonly credentials?: Readonly<Record<string, Readonly<Record<string, LockedCredential>>>>;
  /** What was guessed, as `x-trunkline` at the root would say it: the mock server and the suites go by it. */
  readonly guessed?: JsonObject;
  /** Routes that the client lacks, because it cannot express them. */
  readonly leftOut?: readonly string[];
}

export interface LockedCredential {
  readonly option: string;
  readonly env?: string;
}

export interface LockedOperation {
  readonly id: string;
  /** Dotted when nested: `me.links`; "" = the client itself. */
  readonly resource: string;
  readonly method: string;
  readonly walk?: string;
  /** Method that takes any number of rows. */
  readonly bulk?: string;
  /** The method gives pages: a change of the document alone must not make it do so, or no longer. */
  readonly paged?: boolean;
  /** The ways to page that were guessed, as `x-trunkline` would say them. */
  readonly pagination?: readonly Pagination[];
  /** A switch of the body that the method sets itself. */
  readonly fixed?: string;
  /** Media type of the body, where it is not `application/json`: another one would change what callers give. */
  readonly media?: string;
  /** Former `resource.method` names that still work. */
  readonly aliases: readonly string[];
  /** Path parameters in template order: one is positional, several stand in `params`. */
  readonly path: readonly string[];
  readonly query: readonly string[];
  readonly header: readonly string[];
  readonly cookie?: readonly string[];
  readonly body: "none" | "fields" | "body";
  /** Group -> field of `params` that holds it. */
  readonly nested: Readonly<Record<string, string>>;
  readonly types: { readonly params?: string; readonly result?: string; readonly bulk?: string };
}

/** The lock as a file: the same bytes for the same names, one fact a line, so that merges and reviews are easy. */
export function formatLock(lock: NamesLock): string {
  const sorted = (names: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(names).sort(([a], [b]) => compare(a, b)));
  const byRoute = (routes: Readonly<Record<string, LockedOperation>>): Record<string, LockedOperation> =>
    Object.fromEntries(Object.entries(routes).sort(([a], [b]) => compareRoutes(a, b)));
  const text = JSON.stringify(
    {
      version: lock.version,
      client: lock.client,
      operations: byRoute(lock.operations),
      ...(lock.variants === undefined ? {} : { variants: byRoute(lock.variants) }),
      resources: sorted(lock.resources),
      types: sorted(lock.types),
      inputs: sorted(lock.inputs),
      ...(lock.credentials === undefined ? {} : { credentials: byId(lock.credentials) }),
      ...(lock.guessed === undefined ? {} : { guessed: lock.guessed }),
      ...(lock.leftOut === undefined ? {} : { leftOut: lock.leftOut }),
    },
    null,
    2,
  );
  return `${escapeInvisible(text)}\n`;
}

function byId(credentials: NonNullable<NamesLock["credentials"]>): NonNullable<NamesLock["credentials"]> {
  return Object.fromEntries(Object.entries(credentials).sort(([a], [b]) => compare(a, b)));
}

const methodOrder = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE"];

function compareRoutes(a: string, b: string): number {
  const [methodA = "", pathA = ""] = split(a);
  const [methodB = "", pathB = ""] = split(b);
  return compare(pathA, pathB) || methodOrder.indexOf(methodA) - methodOrder.indexOf(methodB);
}

function split(route: string): [string, string] {
  const space = route.indexOf(" ");
  return [route.slice(0, space), route.slice(space + 1)];
}

// Not localeCompare: its order differs between machines.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
