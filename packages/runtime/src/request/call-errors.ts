import { inBrowser } from "../browser.ts";
import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIUserAbortError,
} from "../errors/connection-errors.ts";
import { scrubError, scrubText } from "../errors/scrub.ts";
import { isUnsent } from "../retry/unsent.ts";
import { type Call, contextOf, secretsOf } from "./call.ts";
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
  const secrets = secretsOf(call);
  const unsent = !answered && !call.done && isUnsent(thrown);
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
  return new APIConnectionError(`${what}: ${scrubText(detailOf(thrown), secrets)}${hint}`, {
    ...contextOf(call),
    unsent,
    cause: scrubError(thrown, secrets),
  });
}

// undici says "fetch failed" and keeps what happened in the cause.
function detailOf(thrown: unknown, depth = 0): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown.cause instanceof Error && depth < 4) return detailOf(thrown.cause, depth + 1);
  return thrown.message || (thrown as { code?: string }).code || thrown.name;
}
