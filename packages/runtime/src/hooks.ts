/** What every event tells about its call. Never holds a secret; only an error holds a body, the answer's. */
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
 * The call failed for good. Not told of what ends in code of the caller's own: arguments that are refused before anything
 * is sent (`UsageError`), a walk whose answers contradict each other or that has read `maxPages` (`PageError`), a stream
 * that breaks while it is iterated, and a body that is read from `asResponse()`.
 */
export interface ErrorEvent extends CallEvent {
  readonly error: Error;
}

/**
 * Observers of a client's calls. They cannot change a call; what they throw is logged, not thrown.
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
 * Channels of `node:diagnostics_channel` that every client in a process publishes to, with what they carry: for whoever
 * watches a program without making its clients. It costs nothing while nobody is subscribed. A subscriber hears of the
 * calls that begin from then on, in their own asynchronous context. What it throws is an uncaught exception, as Node.js has
 * it for every channel.
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
