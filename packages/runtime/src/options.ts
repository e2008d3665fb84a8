import type { APIError } from "./errors/api-error.ts";
import type { APIConnectionError } from "./errors/connection-errors.ts";
import type { Hooks } from "./hooks.ts";
import type { Logger, LogLevel } from "./log/log.ts";
import type { PathValue } from "./operation.ts";
import type { MiddlewareChain, Quota } from "./plug-in.ts";
import type { TokenStore } from "./security-scheme.ts";
import type { StatusPattern } from "./status.ts";
import type { Transport } from "./transport.ts";

/**
 * A secret, or a function that is called for it before every request. Options take `null` too: then there is no secret,
 * and the environment is not read.
 */
export type Credential = string | (() => string | Promise<string>);

/** The `fetch` that a client sends through. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Header fields; `null` removes one that would be sent otherwise. */
export type HeaderValues =
  | Headers
  | Readonly<Record<string, string | number | boolean | null | undefined>>
  | readonly (readonly [string, string])[];

/** Query fields; `undefined` is left out. */
export type QueryValues = Readonly<Record<string, unknown>>;

/** Times and limits, for a client or for one call. All times are in milliseconds. */
export interface Limits {
  /**
   * Longest time for one attempt: connecting, headers and body, bodies of errors too. Node's own fetch gives up after
   * 300_000. The client raises that limit for you; if you bring a `fetch` or a dispatcher of your own, make it with
   * longer limits (`headersTimeout`, `bodyTimeout`).
   *
   * @default 30_000
   */
  timeout?: number | undefined;
  /** Longest time for one call: all attempts, and the waits between them. @default none */
  totalTimeout?: number | undefined;
  /**
   * Longest silence between two chunks of a body that you read yourself: a stream, a binary body, or that of
   * `asResponse()`.
   *
   * @default 60_000
   */
  idleTimeout?: number | undefined;
  /** How many times a failed request is sent again, if that is safe. @default 2 */
  maxRetries?: number | undefined;
  /**
   * Longest wait that the server may ask for with `Retry-After`. If it asks for a longer one, the error is thrown at
   * once.
   *
   * @default 60_000, or what the API documents
   */
  maxRetryAfter?: number | undefined;
  /**
   * Largest JSON or text body that is read into memory, in bytes after decompression. A larger one fails the call with
   * an `APIResponseTooLargeError`, and the call is not repeated. Bodies that you read yourself have no such limit:
   * streams, binary bodies, and those of `asResponse()`.
   *
   * @default 268_435_456
   */
  maxResponseBytes?: number | undefined;
  /** Most pages that one walk reads before it stops with an error. @default none */
  maxPages?: number | undefined;
}

/** Lets the caller decide whether a failed request is sent again. */
export interface RetryChoice {
  /**
   * Called before a failed request is sent again, with the error that the call would otherwise throw. `false` throws
   * it. `true` sends the request again, but never one that is not safe to repeat. If client and call both have a
   * function, both must return `true`.
   *
   * @example
   * { shouldRetry: (error) => !(error instanceof APIError && error.code === "insufficient_quota") }
   * @default none
   */
  shouldRetry?: ((error: APIError | APIConnectionError) => boolean) | undefined;
}

/** Options of one call. */
export interface RequestOptions extends Limits, RetryChoice {
  /**
   * Whether the call can be done twice without harm, which only you can know. `true`: it is sent again after every
   * failure that may pass, whatever its method. `false`: it is sent again only if it certainly was not sent.
   *
   * @default depends on the HTTP method, on an idempotency key, and on what is known of the operation
   */
  repeatable?: boolean | undefined;
  /** Extra header fields; `null` removes one. @default none */
  headers?: HeaderValues | undefined;
  /** Extra query fields, for those that this package does not know. @default none */
  query?: QueryValues | undefined;
  /** Ends the call when it aborts, whether the call is sending, reading or waiting. @default none */
  signal?: AbortSignal | null | undefined;
  /** How many pages a walk reads at the same time, if the API's way of paging allows it. @default 1 */
  concurrency?: number | undefined;
}

/** Options of a call whose operation declares an idempotency key. */
export interface IdempotentRequestOptions extends RequestOptions {
  /**
   * Identifies the call, so that the API does it once, however many times it is sent.
   * @default made by the client for each call of the methods that say so, else none
   */
  idempotencyKey?: string | undefined;
}

/** Options of a call to a route that the document does not know. */
export interface UntypedOptions extends RequestOptions {
  /** Values of the path's parameters: `client.get("/things/{id}", { path: { id } })`. @default none */
  path?: Readonly<Record<string, PathValue>> | undefined;
  /** JSON value; FormData, URLSearchParams, Blob, bytes and streams are sent as they are. @default none */
  body?: unknown;
  /** @default "json" */
  response?: "json" | "text" | "binary" | "none" | undefined;
}

/** How failed requests are repeated. */
export interface RetryOptions {
  /**
   * Statuses or families (`"5XX"`) after which a request may be repeated, in place of all other lists.
   *
   * @default 408, 425, 429 and 5XX but 501 and 505. A vendor's list is added for methods that only read, and replaces
   * it for the others
   */
  statuses?: readonly StatusPattern[] | undefined;
  /** Upper bound of the first wait, in milliseconds; doubles with every attempt. @default 500 */
  baseDelay?: number | undefined;
  /** Upper bound of any wait that the server did not ask for, in milliseconds. @default 8_000 */
  maxDelay?: number | undefined;
}

/** Options of every client; a vendor's own options extend them. */
export interface ClientOptions extends Limits, RetryChoice {
  /** Address that paths are appended to. Never taken from an environment variable. @default the URL of `environment` */
  baseURL?: string | undefined;
  /** Named server of the API. @default the first one that the API names */
  environment?: string | undefined;
  /** Sent with every request; `null` removes a field. @default none */
  defaultHeaders?: HeaderValues | undefined;
  /** Sent with every request. @default none */
  defaultQuery?: QueryValues | undefined;
  /** Put before the client's own `User-Agent`; browsers do not let it be set. @default none */
  userAgent?: string | undefined;
  /** Sends the requests. @default the runtime's own, looked up at every call */
  fetch?: Fetch | undefined;
  /** Passed to `fetch` as they are: dispatcher, proxy, TLS, cache … The client's own fields win. @default none */
  fetchOptions?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Sends the requests in place of `fetch`, which cannot be given beside it. `nodeTransport()` of `@trunkline/node` has
   * connections, proxies and certificates as options.
   *
   * @default `fetch`
   */
  transport?: Transport | undefined;
  /**
   * After which statuses failed requests are repeated, and how long the client waits before that.
   *
   * @default see `RetryOptions`
   */
  retry?: RetryOptions | undefined;
  /**
   * Tokens that retries are paid from, so that an outage is not answered with a storm of them: a retry costs 5, after a
   * timeout 10, a call that succeeds at once gives 1 back. A wait that the server named costs nothing. `Infinity` for no
   * limit.
   *
   * @default 500
   */
  retryBudget?: number | undefined;
  /** Where log messages go. @default the console */
  logger?: Logger | undefined;
  /** Least severe message that is logged. Bodies and secrets never are. @default "off" */
  logLevel?: LogLevel | undefined;
  /** Called at every step of a call. @default none */
  hooks?: Hooks | undefined;
  /**
   * Your own functions around each attempt of a call; made by `chainMiddleware`. They can change a request or answer it
   * themselves, where hooks only watch.
   *
   * @default none
   */
  middleware?: MiddlewareChain | undefined;
  /**
   * Makes requests wait so that they stay within the API's quotas: `memoryQuota()` of `@trunkline/runtime/quota`, or
   * one that a fleet shares. Clients that are given the same quota share it.
   *
   * @default none: the client waits only after the API has refused a request
   */
  quota?: Quota | undefined;
  /**
   * Keeps the token that the client gets in exchange for a key, for example in a cache that processes share. Use one
   * store for each credential.
   *
   * @default memory
   */
  tokenStore?: TokenStore | undefined;
  /** Allow secret keys in a browser, where every visitor can read them. @default false */
  dangerouslyAllowBrowser?: boolean | undefined;
  /** Allow `http:` to hosts other than loopback: keys and data travel in the clear. @default false */
  dangerouslyAllowHTTP?: boolean | undefined;
}
