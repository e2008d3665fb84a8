import { UsageError } from "../errors/usage-error.ts";
import type { Hooks } from "../hooks.ts";
import { LEVELS } from "../log/log.ts";
import type { ClientOptions, Limits, RetryOptions, UntypedOptions } from "../options.ts";
import { isStatusPattern } from "../status.ts";
import { describeValue, isRecord, tagOf } from "../values/plain.ts";

/** What a value has to be, and how that is said. */
type Kind = readonly [is: (value: unknown) => boolean, expected: string];

/** Kinds of options by their names; limits, and options that say more of what is wrong with them, are checked elsewhere. */
export type OptionKinds = Readonly<Record<string, Kind | undefined>>;

const FLAG: Kind = [(value) => typeof value === "boolean", "true or false"];
const TEXT: Kind = [(value) => typeof value === "string", "a string"];
const FUNCTION: Kind = [(value) => typeof value === "function", "a function"];
const FIELDS: Kind = [isRecord, "an object with the fields"];
const HEADERS: Kind = [
  (value) => isRecord(value) || (typeof value === "object" && value !== null && Symbol.iterator in value),
  "an object with the fields",
];
const SIGNAL: Kind = [
  (value) =>
    value === null || typeof (value as { addEventListener?: unknown }).addEventListener === "function",
  "an AbortSignal",
];
const WAIT: Kind = [(value) => typeof value === "number" && value >= 0, "milliseconds, 0 or more,"];
// What asks waits for no promise, and any promise would count as a yes or a no.
const PREDICATE: Kind = [
  (value) => typeof value === "function" && tagOf(value) === "Function",
  "a function that returns true or false at once",
];

/** An object with these methods, of whatever class; a function may have them too. */
const having = (names: readonly string[]): Kind => [
  (value) =>
    ["object", "function"].includes(typeof value) &&
    names.every((name) => typeof (value as Readonly<Record<string, unknown>> | null)?.[name] === "function"),
  `an object with ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`,
];

type Others = keyof Limits | "baseURL" | "environment" | "retryBudget" | "transport" | "middleware" | "quota";

const CLIENT: Record<Exclude<keyof ClientOptions, Others | "retry" | "hooks">, Kind> = {
  defaultHeaders: HEADERS,
  defaultQuery: FIELDS,
  userAgent: TEXT,
  fetch: FUNCTION,
  fetchOptions: FIELDS,
  shouldRetry: PREDICATE,
  logger: having(["error", "warn", "info", "debug"]),
  logLevel: [(value) => LEVELS.includes(value as never), `one of ${LEVELS.join(", ")}`],
  tokenStore: having(["get", "set"]),
  dangerouslyAllowBrowser: FLAG,
  dangerouslyAllowHTTP: FLAG,
};

const CALL: Record<Exclude<keyof UntypedOptions, keyof Limits | "body" | "concurrency">, Kind> = {
  headers: HEADERS,
  query: FIELDS,
  signal: SIGNAL,
  repeatable: FLAG,
  shouldRetry: PREDICATE,
  path: FIELDS,
  response: [
    (value) => ["json", "text", "binary", "none"].includes(value as string),
    "one of json, text, binary, none",
  ],
};

const SERIALIZER: Kind = [
  (value) => typeof value === "function" || isRecord(value),
  "a function, or an object with the ways to write lists and objects,",
];

/** Of `createRaw`, as far as openapi-fetch would take another value for none, or fail in words of its own. */
const RAW: OptionKinds = {
  fetch: FUNCTION,
  Request: FUNCTION,
  bodySerializer: FUNCTION,
  pathSerializer: FUNCTION,
  querySerializer: SERIALIZER,
  headers: HEADERS,
  signal: SIGNAL,
  requestInitExt: FIELDS,
};

const RETRY: Record<keyof RetryOptions, Kind> = {
  statuses: [
    (value) => Array.isArray(value) && value.every(isStatusPattern),
    'a list of statuses and families such as 503 and "5XX"',
  ],
  baseDelay: WAIT,
  maxDelay: WAIT,
};

const HOOKS: Record<keyof Hooks, Kind> = {
  request: FUNCTION,
  response: FUNCTION,
  retry: FUNCTION,
  error: FUNCTION,
};

/** By whose options they are. */
export const KINDS: Readonly<Record<"client" | "call" | "raw" | "retry" | "hooks", OptionKinds>> = {
  client: CLIENT,
  call: CALL,
  raw: RAW,
  retry: RETRY,
  hooks: HOOKS,
};

/** @throws {UsageError} for a value that is not of its option's kind, and would be taken for another or for nothing */
export function checkKinds(given: Readonly<Record<string, unknown>>, kinds: OptionKinds = {}): void {
  for (const name of Object.keys(given)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    const value = given[name];
    if (value === undefined || !kind || kind[0](value)) continue;
    throw new UsageError(`${name} is ${describeValue(value)}; ${kind[1]} is expected.`);
  }
}
