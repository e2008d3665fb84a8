import type { APIError } from "../errors/api-error.ts";
import { makeAPIError } from "../errors/make-api-error.ts";
import { readPointer } from "../pointer.ts";
import { type Call, contextOf, issuesTokens, scrubberOf } from "../request/call.ts";
import { retryHint } from "../retry/hints.ts";
import { type Reply, requestIdOf } from "./interpret.ts";

/** The error of an answer that is no success. */
export function errorOf(call: Call, { response, text = "" }: Reply): APIError {
  const { status } = response;
  const { errors, envelope, retryAfter } = call.state.definition;
  // Some servers repeat the key that they refuse.
  const scrub = scrubberOf(call);
  const headers = scrub.headers(response.headers);
  const said = parsed(text);
  // Before it is scrubbed: a short key may be a number of seconds as well.
  const hint = scrub.json(retryHint(status, response.headers, said, retryAfter));
  const isHidden = issuesTokens(call);
  const code = isHidden ? oauthCode(said) : undefined;
  const body = isHidden ? undefined : typeof said === "string" ? scrub.cut(said) : scrub.json(said);
  return makeAPIError(
    {
      ...contextOf(call),
      attempts: call.attempts,
      status,
      headers,
      body,
      requestId: requestIdOf(call, headers, body, ...(errors?.requestId ?? []), envelope?.requestId),
      retryAfterMs: typeof hint === "number" ? hint : undefined,
      code,
      said: isHidden ? `${code ? `${code}. ` : ""}The body is not shown: it may hold a token.` : undefined,
    },
    errors,
  );
}

/** What RFC 6749, 5.2, lets a token endpoint say; anything else could be a token. */
function oauthCode(body: unknown): string | undefined {
  const code = readPointer(body, "/error");
  const known =
    /^(?:invalid_(?:request|client|grant|scope)|unauthorized_client|unsupported_grant_type)$/.test(
      String(code),
    );
  return known ? String(code) : undefined;
}

function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
