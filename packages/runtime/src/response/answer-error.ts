import type { APIError } from "../errors/api-error.ts";
import { type Lost, type Parsed, parseJSON, tellLost } from "../exact-json.ts";
import { contextOf, type Facts, type Reply, scrubberOf } from "../layer.ts";
import { readPointer } from "../pointer.ts";
import { requestIdOf } from "../request-id.ts";
import { retryHint } from "../retry/hints.ts";
import { makeAPIError } from "./make-api-error.ts";
import { withoutTokens } from "./without-tokens.ts";

/**
 * The error of an answer that is not a success, or of a stream that says that it failed.
 *
 * @param lead what its message begins with, in place of the status
 */
export function answerError(facts: Facts, { response, text = "" }: Reply, lead?: string): APIError {
  const { errors, envelope, retryAfter } = facts.vendor;
  const { status } = response;
  // Some servers repeat the key that they refuse.
  const scrubber = scrubberOf(facts);
  const headers = scrubber.headers(response.headers);
  const lost: Lost[] = [];
  const parsed = parse(text, lost);
  // Before it is scrubbed: a short key may be a number of seconds as well.
  const hint = scrubber.json(retryHint(status, response.headers, parsed[0], retryAfter));
  facts.operation.int64?.error?.(parsed);
  tellLost(lost, facts.onLost);
  const [said] = parsed;
  const issues = facts.issuesTokens;
  // The caller's own call gets the error that is documented; a text could be a token that broke off.
  const isHidden = issues && (facts.secrets.length > 0 || typeof said === "string");
  const code = isHidden ? oauthCode(said) : undefined;
  const body = isHidden
    ? undefined
    : typeof said === "string"
      ? scrubber.cut(said)
      : scrubber.json(issues ? withoutTokens(said) : said);
  return makeAPIError(
    {
      ...contextOf(facts),
      attempts: facts.attempts,
      status,
      headers,
      body,
      requestId: requestIdOf(facts, headers, body, ...(errors?.requestId ?? []), envelope?.requestId),
      retryAfterMs: typeof hint === "number" ? hint : undefined,
      code,
      lead,
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

function parse(text: string, lost: Lost[]): Parsed {
  if (text === "") return [undefined];
  try {
    return parseJSON(text, lost);
  } catch {
    return [text];
  }
}
