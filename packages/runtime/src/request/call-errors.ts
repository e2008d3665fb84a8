import { inBrowser } from "../browser.ts";
import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIUserAbortError,
} from "../errors/connection-errors.ts";
import { detailOf } from "../errors/detail-of.ts";
import { isUnsent } from "../retry/unsent.ts";
import { type Call, contextOf, scrubberOf } from "./call.ts";
import { limitOf } from "./limits.ts";

/** The caller's signal ended the call. */
export function abortError(call: Call): APIUserAbortError {
  return new APIUserAbortError("The call was aborted by its signal.", {
    ...contextOf(call),
    cause: call.options.signal?.reason,
  });
}

/** A time was up. */
export function lateError(
  call: Call,
  limit: "timeout" | "totalTimeout" | "idleTimeout",
): APIConnectionTimeoutError {
  const ms = limitOf(call, limit);
  const what = {
    timeout: `The answer was not complete within ${ms} ms (timeout).`,
    totalTimeout: `The call with all its attempts was not done within ${ms} ms (totalTimeout).`,
    idleTimeout: `The body fell silent for ${ms} ms (idleTimeout).`,
  };
  return new APIConnectionTimeoutError(what[limit], contextOf(call));
}

/** The connection failed, before an answer or within its body. */
export function connectionError(
  call: Call,
  address: string,
  thrown: unknown,
  answered: boolean,
): APIConnectionError {
  const cause = scrubberOf(call).thrown(thrown);
  const unsent = !answered && !call.done && isUnsent(cause);
  const { origin } = new URL(address);
  const what = unsent
    ? `Could not connect to ${origin}; nothing was sent`
    : answered
      ? `The answer of ${origin} broke off`
      : `No answer from ${origin}`;
  // The page is told nothing of a preflight that fails, nor of an answer that it may not read.
  const stream = call.body?.repeatable === false ? " Or HTTP/1.1, over which Chromium sends no stream." : "";
  const hint =
    !answered && inBrowser() ? ` (the cause may be CORS: does the API let this page call it?${stream})` : "";
  return new APIConnectionError(`${what}: ${detailOf(cause)}${hint}`, {
    ...contextOf(call),
    unsent,
    cause,
  });
}
