import { APIResponseTooLargeError } from "../errors/response-error.ts";
import { contextOf, type Facts, scrubberOf } from "../layer.ts";
import { requestIdOf } from "../request-id.ts";

/** The error of a success whose body is larger than what is read into memory. */
export function tooLarge(facts: Facts, response: Response, limit: number): APIResponseTooLargeError {
  const { status } = response;
  const context = contextOf(facts);
  const headers = scrubberOf(facts).headers(response.headers);
  return new APIResponseTooLargeError(
    `${context.method} ${context.path} was answered ${status} with more than ${limit} bytes (maxResponseBytes). Raise the limit, ask for less, or read the body bit by bit with asResponse().`,
    {
      ...context,
      status,
      headers,
      contentType: headers.get("content-type") ?? undefined,
      requestId: requestIdOf(facts, headers, undefined),
      excerpt: "",
      limit,
    },
  );
}
