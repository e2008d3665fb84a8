import { sleep } from "../clock/sleep.ts";
import { now } from "../clock/timers.ts";
import { acquire } from "../credentials/acquire.ts";
import type { AppliedCredential } from "../credentials/scheme.ts";
import { APIConnectionError, APIConnectionTimeoutError } from "../errors/connection-errors.ts";
import { reportError, reportRequest, reportResponse, reportRetry } from "../hooks/report.ts";
import { errorOf } from "../response/error-of.ts";
import type { Reply } from "../response/interpret.ts";
import { retryDelay } from "../retry/backoff.ts";
import { type Failure, mayRepeat } from "../retry/policy.ts";
import { attempt, type WireRequest } from "./attempt.ts";
import type { Call } from "./call.ts";
import { abortError } from "./call-errors.ts";
import { limitOf } from "./limits.ts";
import { PREVIEWED, previewOf } from "./preview.ts";

/**
 * Sends a call until it succeeds, or until sending it again would not be safe, allowed or of use.
 *
 * @throws {APIError} for an answer that is no success
 * @throws {APIConnectionError} where no answer arrived
 */
export async function send(call: Call, request: WireRequest): Promise<Reply> {
  const { state } = call;
  if (state.preview) {
    state.preview(previewOf(call, request));
    throw PREVIEWED;
  }
  const deadline = now() + limitOf(call, "totalTimeout");
  try {
    return await sendUntil(call, request, deadline);
  } catch (error) {
    reportError(call, error as Error);
    throw error;
  }
}

async function sendUntil(call: Call, request: WireRequest, deadline: number): Promise<Reply> {
  let replayed = false;
  for (let retries = 0; ; ) {
    const acquired = acquire(call, deadline - now());
    const credentials = "then" in acquired ? await acquired : acquired;
    call.attempts += 1;
    const outcome = await once(call, request, credentials, deadline);
    if ("reply" in outcome && outcome.reply.response.ok) {
      if (call.attempts === 1) call.state.budget.earn();
      return outcome.reply;
    }
    if ("reply" in outcome && outcome.reply.response.status === 401) {
      // Not a retry: with a credential that the vendor refused, nothing was done.
      const again = await renewed(credentials, !replayed && isRepeatable(call));
      if (again && !replayed) {
        replayed = true;
        continue;
      }
    }
    const failed = failureOf(call, outcome);
    const delay = delayOf(call, failed, retries, deadline);
    if (delay === undefined) {
      if (call.mode === "raw" && "reply" in outcome) return outcome.reply;
      throw failed.error;
    }
    retries += 1;
    reportRetry(call, failed.error, delay);
    await sleep(delay, call.options.signal, () => abortError(call));
  }
}

type Attempted = { readonly reply: Reply } | { readonly error: Error };

async function once(
  call: Call,
  request: WireRequest,
  credentials: readonly AppliedCredential[],
  deadline: number,
): Promise<Attempted> {
  const startedAt = now();
  reportRequest(call, request);
  try {
    const reply = await attempt(call, request, credentials, deadline);
    reportResponse(call, reply.response, now() - startedAt);
    return { reply };
  } catch (error) {
    return { error: error as Error };
  }
}

async function renewed(credentials: readonly AppliedCredential[], replay: boolean): Promise<boolean> {
  let again = false;
  for (const { rejected } of credentials) {
    if (rejected && (await rejected(replay))) again = true;
  }
  return again;
}

interface Failed {
  readonly error: Error;
  /** Undefined = never repeated: aborted, redirected, or an error before sending. */
  readonly failure: Failure | undefined;
  readonly hint?: number | undefined;
}

function failureOf(call: Call, outcome: Attempted): Failed {
  if ("reply" in outcome) {
    const { response } = outcome.reply;
    const error = errorOf(call, outcome.reply);
    const obeyed = response.headers.get("x-should-retry") === "false";
    return {
      error,
      failure: obeyed ? undefined : { kind: "status", status: response.status },
      hint: error.retryAfterMs,
    };
  }
  const { error } = outcome;
  if (error instanceof APIConnectionTimeoutError) return { error, failure: { kind: "timeout" } };
  const plain = error instanceof APIConnectionError && error.name === "APIConnectionError";
  return { error, failure: plain ? { kind: error.unsent ? "unsent" : "lost" } : undefined };
}

/** Milliseconds until the call is sent again; undefined when it is not. */
function delayOf(
  call: Call,
  { failure, hint }: Failed,
  retries: number,
  deadline: number,
): number | undefined {
  const { state, operation } = call;
  const { retry: policy } = state.definition;
  const { statuses, baseDelay = 500, maxDelay = 8000 } = state.options.retry ?? {};
  if (!failure || retries >= limitOf(call, "maxRetries") || !isRepeatable(call)) return undefined;
  if (!mayRepeat({ operation, keyed: call.key !== undefined, policy, statuses }, failure)) return undefined;
  // Waiting for less than the vendor asks would only be refused again: the caller should know now.
  if (hint !== undefined && hint > limitOf(call, "maxRetryAfter")) return undefined;
  const delay = retryDelay(retries + 1, hint, baseDelay, maxDelay);
  if (delay >= deadline - now()) return undefined;
  return state.budget.spend(failure.kind === "timeout") ? delay : undefined;
}

function isRepeatable({ body }: Call): boolean {
  return body?.repeatable ?? true;
}
