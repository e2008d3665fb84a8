import { bulkExports, bulkNames } from "./bulk-names.ts";
import {
  clientMemberNames,
  pageMemberNames,
  resourceMemberNames,
  runtimeErrors,
  clientOptionNames as runtimeOptionNames,
  type runtimeTypes,
  runtimeValues,
} from "./runtime-names.ts";

/**
 * Names of the platform that emitted code or its readers use: a schema called `Date` must not hide them. Kept as a list
 * of its own, not read from the running platform, so that output is the same everywhere.
 */
export const globalNames: ReadonlySet<string> = new Set(
  (
    "AbortController AbortSignal AggregateError Array ArrayBuffer Atomics BigInt Blob Boolean Buffer Console Crypto " +
    "CustomEvent DataView Date Document Element Error EvalError Event EventTarget File FileList FormData Function " +
    "Headers Infinity Intl Iterable Iterator AsyncIterable AsyncIterator Generator AsyncGenerator JSON Location Map " +
    "Math NaN Navigator Node Number Object Performance Promise PromiseLike Proxy RangeError ReadableStream " +
    "ReferenceError Reflect RegExp Request RequestInit Response ResponseInit Set SharedArrayBuffer Storage String " +
    "Symbol SyntaxError TransformStream TypeError URIError URL URLSearchParams Uint8Array WeakMap WeakRef WeakSet " +
    "WebSocket Window WritableStream " +
    "Awaited Capitalize ConstructorParameters Exclude Extract InstanceType Lowercase NoInfer NonNullable Omit " +
    "OmitThisParameter Parameters Partial Pick Readonly ReadonlyArray ReadonlyMap ReadonlySet Record Required " +
    "ReturnType ThisType Uncapitalize Uppercase PropertyKey Disposable AsyncDisposable globalThis process console " +
    "exports module require"
  ).split(" "),
);

/** Types of the runtime that emitted files name. Other types of the runtime may be called as a document calls its own. */
export const usedRuntimeTypes = [
  "APIClient",
  "APIErrorGuard",
  "APIPromise",
  "ClientDefinition",
  "ClientOptions",
  "Credential",
  "DateWriter",
  "EventStream",
  "IdempotentRequestOptions",
  "Int64Reader",
  "Middleware",
  "NamedUpload",
  "NoParams",
  "Operation",
  "Operations",
  "Page",
  "PagePromise",
  "PageStyle",
  "RequestOptions",
  "ServerSentEvent",
  "Uploadable",
] as const;

/** A type of the runtime that emitted code may name. */
export type UsedRuntimeType = (typeof usedRuntimeTypes)[number];

/** A function or class of the runtime that emitted code may use. */
export type RuntimeValue = (typeof runtimeValues)[number] | (typeof runtimeErrors)[number];

/** What emitted files declare for themselves. */
const ownNames: readonly string[] = [
  ...bulkNames,
  ...bulkExports.values,
  ...bulkExports.types,
  "VERSION",
  "createRaw",
  "definition",
  "exact",
  "isAPIError",
  "operations",
  "pages",
];

/** Names that emitted files import from the runtime or declare, so that no type of a document may have them. */
export const runtimeNames: ReadonlySet<string> = new Set([
  ...runtimeErrors,
  ...runtimeValues,
  ...(usedRuntimeTypes satisfies readonly (typeof runtimeTypes)[number][]),
  ...ownNames,
]);

const objectMembers: readonly string[] = (
  "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ catch constructor finally hasOwnProperty " +
  "isPrototypeOf propertyIsEnumerable prototype then toJSON toLocaleString toString valueOf _call _client _options _page"
).split(" ");

/** Members that a resource has by itself, or that a promise or the language would trip over. */
export const resourceMembers: ReadonlySet<string> = new Set([
  ...objectMembers.filter((name) => name !== "_options"),
  ...resourceMemberNames,
]);

/** The same of a client. `fetch` and the further methods of HTTP are kept free for it. */
export const clientMembers: ReadonlySet<string> = new Set([
  ...objectMembers.filter((name) => name !== "_client"),
  ...clientMemberNames,
  ...["fetch", "head", "options", "request"],
]);

/** Members of a page: a field of the answer with such a name stays on `.body`. */
export const pageMembers: ReadonlySet<string> = new Set([
  ...["__proto__", "constructor", "then", "toJSON"],
  ...pageMemberNames,
]);

/** Options that every client has, and what no option can be called. */
export const clientOptionNames: ReadonlySet<string> = new Set<string>([
  ...runtimeOptionNames,
  ...["__proto__", "constructor"],
]);
