import type { HeaderValues, QueryValues } from "../options.ts";
import type { MiddlewareChain } from "../plug-in.ts";

/** One attempt of a call, as middleware sees it: without its credentials. It is frozen; give changes to `next`. */
export interface MiddlewareRequest {
  /** Name of the client class. */
  readonly client: string;
  /** Operation id, as in `agents.list`. */
  readonly operation: string;
  readonly method: string;
  /** Path template, as in `/agents/{id}`: safe as a label. */
  readonly path: string;
  /** 1 for the first attempt of the call. */
  readonly attempt: number;
  /**
   * Identifies the credentials and the base URL without showing them: requests with the same ones have the same value
   * within this chain, all others have another. Put it into the keys of a cache, so that no tenant gets another
   * tenant's answer. Each chain makes its own values, so they mean nothing to another process.
   */
  readonly identity: string;
  /** Address with its query, without credentials. */
  readonly url: string;
  /** Header fields by name in lower case, without credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, if it is a text, such as JSON or a form. */
  readonly body: string | undefined;
  /** Ends when the call does: the caller's signal, or `totalTimeout`. */
  readonly signal: AbortSignal;
}

/** What middleware may change in a request. A changed copy of the whole request is accepted too. */
export interface MiddlewareChanges {
  /** Header fields to add or replace; `null` removes one. Those that the client itself sets cannot be changed. */
  readonly headers?: HeaderValues | undefined;
  /** Query fields to add or replace. Those that carry credentials cannot be changed. */
  readonly query?: QueryValues | undefined;
}

/**
 * Passes the request on to the next middleware, and from the last one to the network.
 *
 * @throws {APIConnectionError} when no answer arrives
 * @throws {UsageError} for a second call, and for changes that are not allowed
 */
export type MiddlewareNext = (changes?: MiddlewareChanges) => Promise<Response>;

/**
 * A function around each attempt of a call. It returns what `next` gives, or a `Response` of its own without calling
 * `next`, so that nothing is sent. `next` gives a `Response` for failures (4xx, 5xx) too. What the function throws ends
 * the call, and reaches the caller as it is.
 *
 * @example
 * const timed: Middleware = async (request, next) => {
 *   const start = performance.now();
 *   const response = await next({ headers: { "x-request-start": String(Date.now()) } });
 *   histogram.observe({ route: request.path, status: response.status }, performance.now() - start);
 *   return response;
 * };
 */
export type Middleware = (request: MiddlewareRequest, next: MiddlewareNext) => Response | Promise<Response>;

/** What can stand in a chain: a function, another chain, or a plug-in. */
export type ChainMember = Middleware | MiddlewareChain;
