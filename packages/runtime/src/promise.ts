import type { APIResponseError } from "./errors/response-error.ts";
import type { ErrorContext } from "./errors/trunkline-error.ts";
import { UsageError } from "./errors/usage-error.ts";
import { getHidden, setHidden } from "./hidden.ts";
import { realResponse } from "./real-response.ts";
import type { Scrubber } from "./secrets/scrubber.ts";

/** What a call gives: the value, and the answer that it came from. */
export interface Outcome<T> {
  readonly data: T;
  readonly response: Response;
  readonly requestId: string | undefined;
}

/** An {@link Outcome} within the client, which looks for the request id only when it is asked. */
export interface CallOutcome<T> {
  data: T;
  readonly response: Response;
  readonly requestId: () => string | undefined;
  /** Which call an error about the value belongs to. */
  readonly context: () => ErrorContext;
  /** Takes the call's secrets out of what is shown. */
  readonly scrub: () => Scrubber;
  /** Makes the error of a value that is not what it has to be; `what` says what it is instead. */
  readonly invalid: (what: string) => APIResponseError;
}

/** "parsed": the body is read within the call; "response": it is handed over unread. */
export type CallMode = "parsed" | "response";

/** Starts a prepared call. If the call cannot be sent, this throws or the promise rejects. */
export interface StartCall<T> {
  (mode: CallMode): Promise<CallOutcome<T>>;
  /** Which call an error about its promise belongs to; undefined where none was prepared. */
  context?: (() => ErrorContext) | undefined;
}

interface Started {
  mode: CallMode | undefined;
  outcome: CallOutcome<unknown> | undefined;
  /** Why the call is not sent. */
  refusal: UsageError | undefined;
  readonly context: StartCall<unknown>["context"];
}

const TURN: Promise<void> = Promise.resolve();

/**
 * The promise that every method returns.
 *
 * The request goes out in a microtask, so that `asResponse()`, called at once, is known before the
 * body is read.
 *
 * @example
 * const agent = await client.agents.get("ag_1");
 * const { data, response, requestId } = await client.agents.get("ag_1").withResponse();
 */
export class APIPromise<T> extends Promise<T> {
  /** `then` gives an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  constructor(start: StartCall<T>) {
    const state: Started = {
      mode: undefined,
      outcome: undefined,
      refusal: undefined,
      context: start.context,
    };
    const settle = (outcome: CallOutcome<T>): T => {
      state.outcome = outcome;
      return outcome.data;
    };
    super((resolve, reject) => {
      TURN.then(() => {
        state.mode ??= "parsed";
        try {
          if (state.refusal) throw state.refusal;
          // Promise by promise: past a closure, engines do not find who waits for this one, and stacks would end here.
          start(state.mode).then(settle).then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      });
    });
    setHidden(this, state);
  }

  /**
   * Resolves with the `Response` itself, its body unread. Call it directly on the method's result, before any `await`.
   * While you read the body, `idleTimeout` watches over it.
   *
   * @throws {UsageError} when the body is already being read
   */
  asResponse(): Promise<Response> {
    const state: Started = getHidden(this);
    if (state.mode === "parsed") {
      throw new UsageError(
        "asResponse() came too late: the body is already being read. Call it at once, as in `client.x.get(id).asResponse()`.",
        state.context?.(),
      );
    }
    state.mode = "response";
    return this.withResponse().then(({ response }) => response);
  }

  /** The value together with the answer it came from and the vendor's request id. */
  withResponse(): Promise<Outcome<T>> {
    return this.then(() => {
      const { data, response, requestId } = getHidden<Started>(this).outcome as CallOutcome<T>;
      return { data, response: realResponse(response), requestId: requestId() };
    });
  }
}

/** The error of a promise that is used wrongly. A call that is not sent yet is not sent for it. */
export function misused(promise: APIPromise<unknown>, message: string): UsageError {
  const state: Started = getHidden(promise);
  const error = new UsageError(message, state.context?.());
  if (state.mode === undefined) {
    state.refusal = error;
    // Who is given the error need not wait for the call as well.
    promise.catch(() => {});
  }
  return error;
}
