import { APIResponseTooLargeError } from "../errors/response-error.ts";
import { type Call, contextOf, scrubberOf } from "../request/call.ts";
import { requestIdOf } from "./interpret.ts";

/** The error of a success whose body is larger than what is read into memory. */
export function tooLarge(
  call: Call,
  { status, headers: told }: Response,
  limit: number,
): APIResponseTooLargeError {
  const headers = scrubberOf(call).headers(told);
  const { method, path } = call.operation;
  return new APIResponseTooLargeError(
    `${method} ${path} was answered ${status} with more than ${limit} bytes (maxResponseBytes). Raise the limit, ask for less, or read the body bit by bit with asResponse().`,
    {
      ...contextOf(call),
      status,
      headers,
      contentType: headers.get("content-type") ?? undefined,
      requestId: requestIdOf(call, headers, undefined),
      excerpt: "",
      limit,
    },
  );
}
