import { until } from "../clock/clock.ts";
import { sleep } from "../clock/sleep.ts";
import { now } from "../clock/timers.ts";
import type { ClientDefinition, RetryPolicy } from "../definition.ts";
import type { APIError } from "../errors/api-error.ts";
import { remade } from "../errors/remade.ts";
import type { ErrorContext } from "../errors/trunkline-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import { type CallRequest, contextOf, type Facts, isRepeatable, type Layer, type Reply } from "../layer.ts";
import { endingError } from "../layer-errors.ts";
import type { ClientOptions } from "../options.ts";
import { retryDelay } from "../retry/backoff.ts";
import type { RetryBudget } from "../retry/budget.ts";
import { type Failure, failureOf } from "../retry/failure.ts";
import { type Holds, type Place, quotaGroup } from "../retry/holds.ts";
import { leavesOpen, mayRepeat } from "../retry/policy.ts";
import { describeValue } from "../values/plain.ts";
import { unlessEnded } from "./unless-ended.ts";

const BUDGET_IS_SPENT = "(Not sent again: the client's retryBudget is spent.)";

/** When failed requests are sent again. */
export interface Retrying {
  /** The vendor's own policy. */
  readonly policy: RetryPolicy | undefined;
  /** The caller's wishes. */
  readonly options: Pick<ClientOptions, "retry" | "shouldRetry">;
  readonly budget: RetryBudget;
  readonly holds: Holds;
  /** What the vendor allows, as its document says. */
  readonly quotas?: ClientDefinition["quotas"];
  /** Told of a refusal that names its end, in milliseconds. */
  readonly refused?: ((facts: Facts, wait: number) => void) | undefined;
}

/** What replies say, which this layer cannot read. */
export interface Judge {
  /** What a reply is where it is not a success; undefined for one that is. */
  errorOf(facts: Facts, reply: Reply): Error | undefined;
  /** How long nothing more will be let through, in milliseconds, whatever became of this request. */
  exhaustionOf(reply: Reply): number | undefined;
}

/** Sends a request until it succeeds, or until sending it again would not be safe, allowed or of use. */
export function retrying(how: Retrying, judge: Judge, next: Layer): Layer {
  return async (request) => {
    const { facts, limits, signal } = request;
    let isLost = false;
    let pause: Pause | undefined;
    const passed: Passed = { end: undefined };
    const outgoing = { ...request, mayGo: () => heldBack(how, request, passed) };
    for (let retries = 0; ; retries++) {
      if (pause && !pause.isHeld && !(await sleep(pause.delay, signal))) throw endingError(request, "signal");
      const group = heldGroup(how, facts);
      if (group !== undefined) {
        const own = pause?.isHeld ? pause.delay : 0;
        const limit = own ? Number.POSITIVE_INFINITY : limits.maxRetryAfter;
        const place = how.holds.join(group, facts.attempts, limit, own);
        if (place) await turnOf(how, place, request, passed);
      }
      let reply: Reply | undefined;
      let error: unknown;
      try {
        reply = await next(outgoing);
        error = judge.errorOf(facts, reply);
      } catch (thrown) {
        error = thrown;
      }
      const failure = error ? ownFailure(facts, error) : undefined;
      const exhaustion = reply && judge.exhaustionOf(reply);
      if (failure || exhaustion) pause = pauseAfter(how, request, retries, failure, exhaustion);
      if (reply && !error) {
        if (facts.attempts === 1) how.budget.earn();
        return reply;
      }
      const verdict = failure && pause && mayGoOn(how, request, { failure, error, retries, isLost, pause });
      if (!failure || !pause || verdict !== true) {
        const last = verdict ? remade(error, { sentence: BUDGET_IS_SPENT }) : error;
        if (!reply) throw last;
        return { ...reply, error: last as Error };
      }
      isLost ||= leavesOpen(failure);
      facts.report?.(facts, "retry", { delay: pause.delay, error });
    }
  };
}

/** How the call itself failed. An exchange for its token is a call of its own, and has had its own attempts. */
function ownFailure(facts: Facts, error: unknown): Failure | undefined {
  const own = contextOf(facts);
  const { client = own.client, operation = own.operation } = Object(error) as Partial<ErrorContext>;
  return client === own.client && operation === own.operation ? failureOf(error) : undefined;
}

/** The hold that a call has waited out last, by its end. */
interface Passed {
  end: number | undefined;
}

/** The wait before the next attempt. */
interface Pause {
  readonly delay: number;
  /** What the server asks for; 0 where it names nothing. */
  readonly hint: number;
  /** Others wait as well, so that it ends by turns. */
  readonly isHeld: boolean;
}

/** How long to wait after a reply. Where it names the end of a refusal, other calls of the quota group are held back. */
function pauseAfter(
  { options: { retry = {} }, holds, quotas, refused }: Retrying,
  { facts, limits }: CallRequest,
  retries: number,
  failure: Failure | undefined,
  exhaustion: number = 0,
): Pause {
  const stated = failure?.hint ?? 0;
  const end = (failure?.kind === "status" && failure.status === 429 && stated) || exhaustion;
  const isHeld = end > 0 && end <= limits.maxRetryAfter;
  const hint = isHeld ? Math.max(stated, end) : stated;
  const delay = retryDelay(retries + 1, hint, retry.baseDelay ?? 500, retry.maxDelay ?? 8000);
  if (isHeld) {
    holds.begin(quotaGroup(facts.operation, quotas), end, delay);
    refused?.(facts, end);
  }
  return { delay, hint, isHeld };
}

/** The quota group of a call, where it is held back, or was not long ago. */
function heldGroup({ holds: { held }, quotas }: Retrying, { operation }: Facts): string | undefined {
  if (held.size === 0) return undefined;
  const group = quotaGroup(operation, quotas);
  return held.has(group) ? group : undefined;
}

/**
 * A hold may have begun while the request stood in the transport's queue.
 *
 * @param passed the end of a hold that it has waited out, however early its timer fired
 */
function heldBack(how: Retrying, request: CallRequest, passed: Passed): Promise<void> | undefined {
  const { holds } = how;
  const { facts, limits } = request;
  const group = heldGroup(how, facts);
  if (group === undefined) return undefined;
  const end = holds.endOf(group) ?? 0;
  if (end === passed.end || end <= now()) return undefined;
  const place = holds.join(group, facts.attempts, limits.maxRetryAfter);
  return place && turnOf(how, place, request, passed);
}

async function turnOf(
  { holds, quotas }: Retrying,
  { turn, leave }: Place,
  request: CallRequest,
  passed: Passed,
): Promise<void> {
  try {
    await unlessEnded(turn, request, until(request.deadline), "totalTimeout");
    passed.end = holds.endOf(quotaGroup(request.facts.operation, quotas));
  } finally {
    leave();
  }
}

interface Attempt {
  readonly failure: Failure;
  readonly error: unknown;
  readonly retries: number;
  readonly isLost: boolean;
  readonly pause: Pause;
}

/** Whether the request is sent again; "unaffordable" where only the budget says no. */
function mayGoOn(
  { policy, options, budget }: Retrying,
  request: CallRequest,
  { failure, error, retries, isLost, pause }: Attempt,
): boolean | "unaffordable" {
  const { facts, limits, choice, deadline } = request;
  const question = {
    operation: facts.operation,
    keyed: facts.idempotencyKey !== undefined,
    isLost,
    isProcessed: facts.isProcessed,
    repeatable: choice.repeatable,
    policy,
    statuses: options.retry?.statuses,
  };
  if (retries >= limits.maxRetries || !isRepeatable(request) || !mayRepeat(question, failure)) return false;
  // Waiting for less than the vendor asks would only be refused again: the caller should know now.
  if (pause.hint > limits.maxRetryAfter || pause.delay >= until(deadline)) return false;
  for (const { shouldRetry } of [options, choice]) {
    if (shouldRetry && !isYes(shouldRetry(error as APIError), facts, error)) return false;
  }
  return pause.hint > 0 || budget.spend(failure.kind === "timeout") || "unaffordable";
}

/**
 * What a caller's predicate says; nothing is a no.
 *
 * @throws {UsageError} for a promise, which nobody waits for, and for any other value that is neither yes nor no
 */
function isYes(said: unknown, facts: Facts, cause: unknown): boolean {
  if (typeof said === "boolean") return said;
  if (said === undefined || said === null) return false;
  if (said instanceof Promise) said.catch(() => {});
  throw new UsageError(`shouldRetry returned ${describeValue(said)}; true or false is expected.`, {
    ...contextOf(facts),
    cause,
  });
}
