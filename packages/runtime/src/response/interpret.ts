import { firstText } from "../errors/make-api-error.ts";
import { APIResponseError } from "../errors/response-error.ts";
import { readPointer } from "../pointer.ts";
import type { CallOutcome } from "../promise.ts";
import { type Call, contextOf, issuesTokens, scrubberOf } from "../request/call.ts";
import { excerptOf } from "./excerpt.ts";

/** What one attempt brought. */
export interface Reply {
  readonly response: Response;
  /** Text of the body, where it was read as text. */
  readonly text: string | undefined;
  /** The value, where there is one without interpreting text. */
  readonly value?: unknown;
}

/**
 * The value of a success.
 *
 * @throws {APIResponseError} when the answer is not what the operation promises
 */
export function interpret<T>(call: Call, reply: Reply): CallOutcome<T> {
  const { response, text } = reply;
  const body =
    text === undefined ? reply.value : call.operation.response === "text" ? text : parse(call, reply);
  return {
    data: (text === undefined ? body : unwrap(call, reply, body)) as T,
    response,
    scrub: () => scrubberOf(call),
    requestId: () => requestIdOf(call, response.headers, body, call.state.definition.envelope?.requestId),
  };
}

/** The vendor's id of a request: from the headers, else from the body. */
export function requestIdOf(
  call: Pick<Call, "state">,
  headers: Headers,
  body: unknown,
  ...pointers: readonly (string | undefined)[]
): string | undefined {
  for (const name of call.state.definition.errors?.requestIdHeaders ?? ["x-request-id", "request-id"]) {
    const id = headers.get(name);
    if (id) return id;
  }
  return firstText(
    body,
    pointers.filter((pointer) => pointer !== undefined),
  );
}

function parse(call: Call, reply: Reply): unknown {
  const { text = "" } = reply;
  try {
    // Members called `__proto__` or `constructor` become the value's own; nothing of ours copies them further.
    return JSON.parse(text);
  } catch {
    const [first] = text.trim();
    const what = first === "<" ? "HTML or XML" : "text that is no JSON, or JSON that breaks off";
    throw lie(call, reply, first ? what : "an empty body");
  }
}

function unwrap(call: Call, reply: Reply, body: unknown): unknown {
  const { operation, state, whole } = call;
  const places = operation.data ?? state.definition.envelope?.data;
  if (whole || !places || operation.response === "text") return body;
  const pointers = [places].flat();
  const pointer = pointers.find((one) => readPointer(body, one) !== undefined);
  if (pointer === undefined) throw lie(call, reply, `JSON without anything at ${pointers.join(" or ")}`);
  return readPointer(body, pointer);
}

function lie(call: Call, { response, text = "" }: Reply, what: string): APIResponseError {
  const { status } = response;
  const scrub = scrubberOf(call);
  const headers = scrub.headers(response.headers);
  const contentType = headers.get("content-type") ?? undefined;
  const excerpt = issuesTokens(call) ? "" : excerptOf(text, scrub);
  return new APIResponseError(
    `${call.operation.method} ${call.operation.path} was answered ${status} with ${what} (${contentType ?? "no content type"}).${excerpt ? ` It begins: ${excerpt.slice(0, 100)}` : ""}`,
    {
      ...contextOf(call),
      status,
      headers,
      contentType,
      requestId: requestIdOf(call, headers, undefined),
      excerpt,
    },
  );
}
