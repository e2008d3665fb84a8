import { deadlineIn, until } from "../clock/deadline.ts";
import { sleep } from "../clock/sleep.ts";
import { now } from "../clock/timers.ts";
import { acquire, waitFor } from "../credentials/acquire.ts";
import type { AppliedCredential } from "../credentials/scheme.ts";
import type { APIError } from "../errors/api-error.ts";
import { kindOf } from "../errors/brand.ts";
import type { APIConnectionError } from "../errors/connection-errors.ts";
import { errorOf } from "../response/error-of.ts";
import type { Reply } from "../response/interpret.ts";
import { retryDelay } from "../retry/backoff.ts";
import { type Failure, mayRepeat } from "../retry/policy.ts";
import { attempt, isRepeatable } from "./attempt.ts";
import { type Call, named } from "./call.ts";
import { abortError } from "./call-errors.ts";
import { sentHeaders, visibleHeaders } from "./headers.ts";
import { limitOf } from "./limits.ts";
import { previewOf } from "./preview.ts";

/**
 * Sends a call until it succeeds, or until sending it again would not be safe, allowed or of use.
 *
 * @param read makes what is returned of a success
 * @throws {APIError} for an answer that is no success
 * @throws {APIConnectionError} where no answer arrived
 */
export async function send<T>(call: Call, url: string, read: (call: Call, reply: Reply) => T): Promise<T> {
  const { state, options } = call;
  const { report } = state;
  if (state.preview) {
    state.preview(previewOf(call, url));
    // There is no answer, and what waits for one does not run.
    return new Promise(() => {});
  }
  const deadline = deadlineIn(limitOf(call, "totalTimeout"));
  let replayed = false;
  let retries = 0;
  let reply: Reply | undefined;
  try {
    for (;;) {
      reply = undefined;
      const acquired = acquire(call, deadline);
      call.credentials = "then" in acquired ? await acquired : acquired;
      if (options.signal?.aborted) throw abortError(call);
      call.attempts += 1;
      const startedAt = report && now();
      report?.(call, "request", {
        url,
        headers: visibleHeaders(Object.entries(sentHeaders(call.headers)), [
          state.definition.idempotency?.header,
        ]),
      });
      let error: Error;
      let failure: Failure | undefined;
      try {
        reply = await attempt(call, url, deadline);
        const { status, headers, ok } = reply.response;
        report?.(call, "response", { status, headers, duration: now() - Number(startedAt) });
        if (ok) {
          if (call.attempts === 1) state.budget.earn();
          break;
        }
        // A replay is no retry: of a request whose credential was refused nothing was done.
        const replay =
          status === 401 &&
          (await waitFor(
            renewed(call.credentials, !replayed && !call.done && isRepeatable(call)),
            call,
            deadline,
          ));
        if (replay) {
          replayed = true;
          continue;
        }
        error = errorOf(call, reply);
        if (headers.get("x-should-retry") !== "false") failure = { kind: "status", status };
      } catch (thrown) {
        error = thrown as Error;
        failure = FAILURES[kindOf(thrown) ?? ""]?.(thrown as APIConnectionError);
      }
      const delay = failure && delayOf(call, failure, error, retries, deadline);
      if (delay === undefined) {
        if (reply && call.mode === "raw") break;
        throw error;
      }
      retries += 1;
      report?.(call, "retry", { delay, error });
      await sleep(delay, options.signal, () => abortError(call));
    }
    return read(call, reply);
  } catch (error) {
    report?.(call, "error", { error });
    throw named(error, state, call);
  }
}

/** Errors after which a request may be sent again; an abort, a refused redirect and the like are none. */
const FAILURES: Readonly<Record<string, (error: APIConnectionError) => Failure>> = {
  connection: ({ unsent }) => ({ kind: unsent ? "unsent" : "lost" }),
  "connection.timeout": () => ({ kind: "timeout" }),
};

async function renewed(credentials: readonly AppliedCredential[], replay: boolean): Promise<boolean> {
  let again = false;
  for (const { rejected } of credentials) {
    if (await rejected?.(replay)) again = true;
  }
  return again;
}

/** Milliseconds until the call is sent again; undefined when it is not. */
function delayOf(
  call: Call,
  failure: Failure,
  error: Error,
  retries: number,
  deadline: number,
): number | undefined {
  const { state, operation } = call;
  const { statuses, baseDelay = 500, maxDelay = 8000 } = state.options.retry ?? {};
  if (retries >= limitOf(call, "maxRetries") || !isRepeatable(call)) return undefined;
  const question = {
    operation,
    keyed: call.key !== undefined,
    done: call.done,
    policy: state.definition.retry,
    statuses,
  };
  if (!mayRepeat(question, failure)) return undefined;
  const hint = (error as Partial<APIError>).retryAfterMs;
  const delay = retryDelay(retries + 1, hint, baseDelay, maxDelay);
  // Waiting for less than the vendor asks would only be refused again: the caller should know now.
  if ((hint ?? 0) > limitOf(call, "maxRetryAfter") || delay >= until(deadline)) return undefined;
  return state.budget.spend(failure.kind === "timeout") ? delay : undefined;
}
