import type { APIError } from "../errors/api-error.ts";
import { makeAPIError } from "../errors/make-api-error.ts";
import { scrubHeaders } from "../errors/scrub.ts";
import { type Call, contextOf, scrubberOf } from "../request/call.ts";
import { retryHint } from "../retry/hints.ts";
import { type Reply, requestIdOf } from "./interpret.ts";

/** The error of an answer that is no success. */
export function errorOf(call: Call, { response, text = "" }: Reply): APIError {
  const { status } = response;
  const { errors, envelope, retryAfter } = call.state.definition;
  // Some servers repeat the key that they refuse.
  const scrub = scrubberOf(call);
  const headers = scrubHeaders(response.headers, scrub);
  const body = parsed(scrub(text));
  return makeAPIError(
    {
      ...contextOf(call),
      attempts: call.attempts,
      status,
      headers,
      body,
      requestId: requestIdOf(call, headers, body, ...(errors?.requestId ?? []), envelope?.requestId),
      retryAfterMs: retryHint(status, headers, body, retryAfter),
    },
    errors,
  );
}

function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
