import { inBrowser } from "./browser.ts";
import type { Ending } from "./clock/clock.ts";
import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIUserAbortError,
} from "./errors/connection-errors.ts";
import { detailOf } from "./errors/detail-of.ts";
import { type CallRequest, contextOf, type Facts, scrubberOf } from "./layer.ts";
import { requestIdOf } from "./request-id.ts";
import { isUnsent } from "./retry/unsent.ts";

type Ended = Pick<CallRequest, "facts" | "limits" | "signal">;

/** What the call is ended by, within the body of an answer if one is given. */
export function endingError(
  { facts, limits, signal }: Ended,
  ending: Ending,
  answer?: Response,
): APIConnectionError {
  const context = { ...contextOf(facts), requestId: idOf(facts, answer) };
  if (ending === "signal") {
    return new APIUserAbortError("The call was aborted by its signal.", {
      ...context,
      cause: signal?.reason,
    });
  }
  const limit = limits[ending];
  const what = {
    timeout: `The answer was not complete within ${limit} ms (timeout).`,
    totalTimeout: `The call with all its attempts was not done within ${limit} ms (totalTimeout).`,
    idleTimeout: `The body fell silent for ${limit} ms (idleTimeout).`,
  };
  return new APIConnectionTimeoutError(what[ending], context);
}

/** The connection failed, before an answer or within its body. */
export function connectionError(
  { facts, url, body }: CallRequest,
  thrown: unknown,
  {
    isSent = true,
    isAnswered = false,
    answer,
  }: { readonly isSent?: boolean; readonly isAnswered?: boolean; readonly answer?: Response } = {},
): APIConnectionError {
  const { origin } = new URL(url);
  const cause = scrubberOf(facts).thrown(thrown);
  const unsent = !isAnswered && !facts.isProcessed && (!isSent || isUnsent(cause));
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
      : "";
  return new APIConnectionError(`${what}: ${detailOf(cause)}${hint}`, {
    ...contextOf(facts),
    requestId: idOf(facts, answer),
    unsent,
    cause,
  });
}

function idOf(facts: Facts, answer: Response | undefined): string | undefined {
  return answer && requestIdOf(facts, scrubberOf(facts).headers(answer.headers), undefined);
}
