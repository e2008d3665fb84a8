import { until } from "../clock/clock.ts";
import { sleep } from "../clock/sleep.ts";
import type { RetryPolicy } from "../definition.ts";
import { type CallRequest, type Facts, isRepeatable, type Layer, type Reply } from "../layer.ts";
import { endingError } from "../layer-errors.ts";
import type { RetryOptions } from "../options.ts";
import { retryDelay } from "../retry/backoff.ts";
import type { RetryBudget } from "../retry/budget.ts";
import { failureOf } from "../retry/failure.ts";
import { mayRepeat } from "../retry/policy.ts";

/** When failed requests are sent again. */
export interface Retrying {
  /** The vendor's own policy. */
  readonly policy: RetryPolicy | undefined;
  /** The caller's wishes. */
  readonly options: RetryOptions | undefined;
  readonly budget: RetryBudget;
}

/** What a reply is where it is not a success; undefined for one that is. */
export type Judge = (facts: Facts, reply: Reply) => Error | undefined;

/** Sends a request until it succeeds, or until sending it again would not be safe, allowed or of use. */
export function retrying(how: Retrying, judge: Judge, next: Layer): Layer {
  return async (request) => {
    const { facts, signal } = request;
    for (let retries = 0; ; retries++) {
      let reply: Reply | undefined;
      let error: unknown;
      try {
        reply = await next(request);
        error = judge(facts, reply);
      } catch (thrown) {
        error = thrown;
      }
      if (reply && !error) {
        if (facts.attempts === 1) how.budget.earn();
        return reply;
      }
      const delay = delayOf(how, request, error, retries);
      if (delay === undefined) {
        if (!reply) throw error;
        return { ...reply, error: error as Error };
      }
      facts.report?.(facts, "retry", { delay, error });
      if (!(await sleep(delay, signal))) throw endingError(request, "signal");
    }
  };
}

/** Milliseconds until the request is sent again; undefined when it is not. */
function delayOf(
  { policy, options = {}, budget }: Retrying,
  request: CallRequest,
  error: unknown,
  retries: number,
): number | undefined {
  const { facts, limits, deadline } = request;
  const failure = failureOf(error);
  if (!failure || retries >= limits.maxRetries || !isRepeatable(request)) return undefined;
  const question = {
    operation: facts.operation,
    keyed: facts.idempotencyKey !== undefined,
    isProcessed: facts.isProcessed,
    policy,
    statuses: options.statuses,
  };
  if (!mayRepeat(question, failure)) return undefined;
  const { hint } = failure;
  const delay = retryDelay(retries + 1, hint, options.baseDelay ?? 500, options.maxDelay ?? 8000);
  // Waiting for less than the vendor asks would only be refused again: the caller should know now.
  if ((hint ?? 0) > limits.maxRetryAfter || delay >= until(deadline)) return undefined;
  return budget.spend(failure.kind === "timeout") ? delay : undefined;
}
