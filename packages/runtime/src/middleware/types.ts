import type { HeaderValues, QueryValues } from "../options.ts";
import type { MiddlewareChain } from "../plug-in.ts";

/** One attempt of a call, as middleware sees it: without its credentials. Frozen; what it changes is given to `next`. */
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
   * Names the credentials and the base URL without telling anything of them: the same for all requests that go with the
   * same ones through this chain, another one for any other. A cache that has it in its keys gives no tenant the answer
   * of another. It is made anew with each chain, so it means nothing to another process.
   */
  readonly identity: string;
  /** Address with its query, without credentials. */
  readonly url: string;
  /** Header fields by name in lower case, without credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, where it is a text: JSON, a form. */
  readonly body: string | undefined;
  /** Ends when the call does: the caller's signal, or `totalTimeout`. */
  readonly signal: AbortSignal;
}

/** What middleware may change of a request. A copy of the whole request is taken as well. */
export interface MiddlewareChanges {
  /** Fields to send beside those that are there; `null` removes one. Not those that the client itself sets. */
  readonly headers?: HeaderValues | undefined;
  /** Query fields, in place of those of the same name. Not those that carry credentials. */
  readonly query?: QueryValues | undefined;
}

/**
 * Sends the request, through the middleware that comes next.
 *
 * @throws {APIConnectionError} when no answer arrives
 * @throws {UsageError} for a second call, and for changes that are not allowed
 */
export type MiddlewareNext = (changes?: MiddlewareChanges) => Promise<Response>;

/**
 * A function around each attempt of a call. It returns what `next` gives, or a `Response` of its own; then nothing is
 * sent. An answer that is a failure (4xx, 5xx) is a `Response` too. What it throws ends the call as it is.
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
