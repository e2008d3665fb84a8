/**
 * What every event says about its call. It never holds a secret. Only the error of an event can hold a body: that of an
 * error answer.
 */
export interface CallEvent {
  readonly client: string;
  /** Operation id, as in `agents.list`. */
  readonly operation: string;
  readonly method: string;
  /** Path template, as in `/agents/{id}`: safe as a metric's label. */
  readonly path: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/** An attempt is about to be sent. */
export interface RequestEvent extends CallEvent {
  /** Address without credentials. */
  readonly url: string;
  /** Header fields, secrets redacted. */
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer arrived. */
export interface ResponseEvent extends CallEvent {
  readonly status: number;
  readonly headers: Headers;
  /** Milliseconds from the start of the attempt to the end of the body, or to the headers of a streamed one. */
  readonly duration: number;
}

/** An attempt failed and will be repeated. */
export interface RetryEvent extends CallEvent {
  /** Milliseconds until the next attempt. */
  readonly delay: number;
  readonly error: Error;
}

/**
 * The call failed for good. There is no event for what only the caller's code meets: arguments that are refused before
 * anything is sent (`UsageError`), a walk whose answers contradict each other or that has read `maxPages`
 * (`PageError`), a stream that breaks while it is iterated, and a body that is read from `asResponse()`.
 */
export interface ErrorEvent extends CallEvent {
  readonly error: Error;
}

/**
 * Functions that watch a client's calls. They cannot change a call. An error that they throw is logged, and the call
 * goes on.
 *
 * @example
 * new Vendor({ hooks: { response: (event) => histogram.observe({ route: event.path }, event.duration) } });
 */
export interface Hooks {
  request?: ((event: RequestEvent) => unknown) | undefined;
  response?: ((event: ResponseEvent) => unknown) | undefined;
  retry?: ((event: RetryEvent) => unknown) | undefined;
  error?: ((event: ErrorEvent) => unknown) | undefined;
}

/**
 * The channels of `node:diagnostics_channel` that every client of a process publishes to, and the type of their
 * messages: a way to watch a program whose clients you do not construct. They cost nothing while nobody subscribes. A
 * subscriber is told of the calls that begin after it subscribed, in their own asynchronous context. What a subscriber
 * throws becomes an uncaught exception, as with every channel of Node.js.
 *
 * @example
 * import { subscribe } from "node:diagnostics_channel";
 * import type { DiagnosticsChannels } from "@trunkline/runtime";
 *
 * subscribe("trunkline:response", (message) => {
 *   const { client, path, status, duration } = message as DiagnosticsChannels["trunkline:response"];
 *   histogram.observe({ client, path, status }, duration);
 * });
 */
export interface DiagnosticsChannels {
  readonly "trunkline:request": RequestEvent;
  readonly "trunkline:response": ResponseEvent;
  readonly "trunkline:retry": RetryEvent;
  readonly "trunkline:error": ErrorEvent;
}
