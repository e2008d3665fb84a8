import { APIResponseError } from "../errors/response-error.ts";
import { contextOf, type Facts, scrubberOf } from "../layer.ts";
import { requestIdOf } from "../request-id.ts";
import { excerptOf } from "./excerpt.ts";
import { parseJSON } from "./parse-json.ts";
import { MAX_KEPT } from "./read-body.ts";
import { reasonOf } from "./tell-body.ts";

/**
 * The error of a success that is not what the operation promises.
 *
 * @param what what it is instead, given its content type: "HTML or XML (text/html)"
 * @param text what shows it; its beginning is kept
 */
export function invalidAnswer(
  facts: Facts,
  response: Response,
  what: (contentType: string) => string,
  text: string,
): APIResponseError {
  const { status } = response;
  const { errors, envelope } = facts.vendor;
  const context = contextOf(facts);
  const scrubber = scrubberOf(facts);
  const headers = scrubber.headers(response.headers);
  const contentType = headers.get("content-type") ?? undefined;
  const excerpt = facts.issuesTokens ? "" : excerptOf(text, scrubber);
  // A body of another kind is often an error that was sent with 200.
  const said = excerpt && text.length <= MAX_KEPT ? scrubber.json(parseJSON(text)) : undefined;
  const reason = reasonOf(said, errors);
  const begin = reason ? ` It says: ${reason}` : excerpt && ` It begins: ${excerpt.slice(0, 100)}`;
  const shown = what(contentType ?? "no content type");
  return new APIResponseError(
    `${context.method} ${context.path} was answered ${status} with ${shown}.${begin}`,
    {
      ...context,
      status,
      headers,
      contentType,
      requestId: requestIdOf(facts, headers, said, ...(errors?.requestId ?? []), envelope?.requestId),
      excerpt,
    },
  );
}
