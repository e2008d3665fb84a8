import { inBrowser } from "./browser.ts";
import type { Ending } from "./clock/clock.ts";
import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIUserAbortError,
} from "./errors/connection-errors.ts";
import { detailOf } from "./errors/detail-of.ts";
import type { TrunklineError } from "./errors/trunkline-error.ts";
import { UsageError } from "./errors/usage-error.ts";
import { type CallRequest, contextOf, type Facts, scrubberOf } from "./layer.ts";
import { requestIdOf } from "./request-id.ts";
import { tellCause } from "./retry/tell-cause.ts";

type Ended = Pick<CallRequest, "facts" | "limits" | "signal">;

/**
 * What the call is ended by.
 *
 * @param isSent the request had begun to go out
 * @param answer the answer within whose body it ended
 */
export function endingError(
  { facts, limits, signal }: Ended,
  ending: Ending,
  { isSent = true, answer }: { readonly isSent?: boolean; readonly answer?: Response } = {},
): APIConnectionError {
  const isBegun = facts.attempts > 0;
  const unsent = !isBegun || (!isSent && !facts.isProcessed);
  const context = { ...contextOf(facts), requestId: idOf(facts, answer), unsent };
  if (ending === "signal") {
    return new APIUserAbortError("The call was aborted by its signal.", {
      ...context,
      cause: signal?.reason,
    });
  }
  const limit = limits[ending];
  const what = {
    timeout: isBegun
      ? unsent
        ? `There was no connection within ${limit} ms (timeout); nothing was sent.`
        : `The answer was not complete within ${limit} ms (timeout).`
      : `There was no credential within ${limit} ms (timeout); nothing was sent.`,
    totalTimeout: `The call with all its attempts was not done within ${limit} ms (totalTimeout).`,
    idleTimeout: `The body fell silent for ${limit} ms (idleTimeout).`,
  };
  return new APIConnectionTimeoutError(what[ending], context);
}

/** The connection failed, before an answer or within its body. */
export function connectionError(
  { facts, limits, url, body }: CallRequest,
  thrown: unknown,
  {
    isSent = true,
    isAnswered = false,
    answer,
  }: { readonly isSent?: boolean; readonly isAnswered?: boolean; readonly answer?: Response } = {},
): TrunklineError {
  const { origin } = new URL(url);
  const cause = scrubberOf(facts).thrown(thrown);
  const detail = detailOf(cause);
  const told = tellCause(cause);
  const context = { ...contextOf(facts), requestId: idOf(facts, answer), cause };
  if (told === "timeout") {
    return new APIConnectionTimeoutError(
      `${origin} was silent for longer than fetch waits by itself, whatever timeout (${limits.timeout} ms) and idleTimeout (${limits.idleTimeout} ms) say: ${detail}. Set headersTimeout and bodyTimeout of the dispatcher that fetch is given.`,
      context,
    );
  }
  if (told === "misfit" && !isAnswered) {
    return new UsageError(
      `fetch and its dispatcher do not fit: ${detail}. A dispatcher of the undici package goes with that package's fetch (fetch: undici.fetch); the runtime's own fetch takes one of the undici that it was built with (process.versions.undici).`,
      context,
    );
  }
  const isBarred = told === "barred";
  const unsent = !isAnswered && !facts.isProcessed && (!isSent || isBarred || told === "unsent");
  const what = unsent
    ? `Could not connect to ${origin}; nothing was sent`
    : isAnswered
      ? `The answer of ${origin} broke off`
      : `No answer from ${origin}`;
  // The page is told nothing of a preflight that fails, nor of an answer that it may not read.
  const stream = body?.repeatable === false ? " Or HTTP/1.1, over which Chromium sends no stream." : "";
  const hint =
    !isAnswered && inBrowser()
      ? ` (the cause may be CORS: does the API let this page call it?${stream})`
      : isBarred
        ? ". It will be the same next time: check baseURL, and that this runtime trusts the certificate (Node: NODE_EXTRA_CA_CERTS)"
        : "";
  return new APIConnectionError(
    `${what}: ${detail}${hint}`,
    { ...context, unsent },
    isBarred || told === "declined" ? "connection.final" : undefined,
  );
}

function idOf(facts: Facts, answer: Response | undefined): string | undefined {
  return answer && requestIdOf(facts, scrubberOf(facts).headers(answer.headers), undefined);
}
