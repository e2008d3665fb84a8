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

/** Names that emitted files import from the runtime, or that the package exports from there. */
export const runtimeErrors: readonly string[] = [
  "APIConnectionError",
  "APIConnectionTimeoutError",
  "APIError",
  "APIRedirectError",
  "APIResponseError",
  "APIResponseTooLargeError",
  "APIUserAbortError",
  "AuthenticationError",
  "BadRequestError",
  "ConflictError",
  "InternalServerError",
  "NotFoundError",
  "PageError",
  "PermissionDeniedError",
  "RateLimitError",
  "TrunklineError",
  "UnprocessableEntityError",
  "UsageError",
];

export const runtimeNames: ReadonlySet<string> = new Set([
  ...runtimeErrors,
  "APIClient",
  "APIErrorGuard",
  "APIPromise",
  "APIResource",
  "ClientDefinition",
  "ClientOptions",
  "Credential",
  "IdempotentRequestOptions",
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
  "VERSION",
  "apiKeyCookie",
  "apiKeyHeader",
  "apiKeyQuery",
  "basic",
  "bearer",
  "binary",
  "clientCredentials",
  "cookieParameters",
  "createRaw",
  "cursorPages",
  "definition",
  "errorGuard",
  "eventStream",
  "firstOf",
  "formUrlEncoded",
  "headerParameters",
  "idempotencyKeys",
  "isAPIError",
  "isErrorOf",
  "jsonAs",
  "jsonLines",
  "linkPages",
  "multipart",
  "mutualTLS",
  "offsetPages",
  "operations",
  "pageNumberPages",
  "pageSize",
  "pages",
  "paramField",
  "pathParameter",
  "queryParameter",
  "serverVariables",
  "textBody",
  "tokenExchange",
]);

const objectMembers =
  "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ catch constructor finally hasOwnProperty " +
  "isPrototypeOf propertyIsEnumerable prototype then toJSON toLocaleString toString valueOf";

/** Members that a resource has by itself, or that a promise or the language would trip over. */
export const resourceMembers: ReadonlySet<string> = new Set(
  `${objectMembers} _call _client _page`.split(" "),
);

/** The same of a client. */
export const clientMembers: ReadonlySet<string> = new Set(
  `${objectMembers} _call _options _page baseURL delete fetch get head options patch post preview put request withOptions`.split(
    " ",
  ),
);

/** Members of a page: a field of the answer with such a name stays on `.body`. */
export const pageMembers: ReadonlySet<string> = new Set(
  "__proto__ body constructor getNextPage hasNextPage iterPages then toJSON".split(" "),
);

/** Options that every client has. */
export const clientOptionNames: ReadonlySet<string> = new Set([
  ...[
    "baseURL",
    "environment",
    "defaultHeaders",
    "defaultQuery",
    "userAgent",
    "fetch",
    "fetchOptions",
    "timeout",
  ],
  ...[
    "totalTimeout",
    "idleTimeout",
    "maxRetries",
    "retry",
    "maxRetryAfter",
    "maxPages",
    "maxResponseBytes",
    "logger",
    "logLevel",
  ],
  ...["hooks", "dangerouslyAllowBrowser", "dangerouslyAllowHTTP", "tokenStore", "__proto__", "constructor"],
]);
