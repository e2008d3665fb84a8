import type { ClientState } from "../client-state.ts";
import { startClock } from "../clock/attempt-clock.ts";
import type { EncodedBody, Method, Operation, WireBody } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { Call } from "./call.ts";
import { abortError, lateError } from "./call-errors.ts";
import { type HeaderFields, putHeaders } from "./headers.ts";
import { limitOf } from "./limits.ts";
import { send } from "./send.ts";

/** What is read of a `Request`, of which not every program has the type. */
export interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  readonly body?: unknown;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<Blob>;
}

/**
 * Sends a real `Request` with the client's credentials, retries and clock. Every status is an answer, as `fetch`
 * has it; what `fetch` rejects with is an error of ours.
 *
 * @param route path template, as far as it is known
 * @throws {UsageError} for a request that leads elsewhere than to the client's base URL
 */
export async function sendRaw(
  state: ClientState,
  request: SentRequest,
  route: string | undefined,
): Promise<Response> {
  const { baseURL } = state;
  const [address = ""] = request.url.split(/[?#]/);
  if (!`${address}/`.startsWith(`${baseURL}/`)) {
    throw new UsageError(`A raw request must stay below ${baseURL}, which the client's credentials are for.`);
  }
  const method = request.method as Method;
  const path = route ?? address.slice(baseURL.length);
  const operation: Operation = { id: `${method} ${path}`, method, path };
  const own = putHeaders({}, request.headers);
  const headers: HeaderFields = { ...state.headers, ...own };
  const prepared: Call = {
    state,
    operation,
    options: { signal: request.signal },
    mode: "raw",
    whole: true,
    path: {},
    query: {},
    headers,
    decided: { ...state.decided, ...own },
    body: undefined,
    key: undefined,
    secrets: [],
    attempts: 0,
    done: false,
    credentials: [],
  };
  const call = { ...prepared, body: await bodyWithin(prepared, request) };
  const { response, text } = await send(call, request.url, (_, reply) => reply);
  if (text === undefined) return response;
  const { status, statusText } = response;
  return new Response(text === "" ? null : text, { status, statusText, headers: response.headers });
}

/** Read before it is sent, so that it can be sent again: a stream may stall here as well as on the wire. */
async function bodyWithin(call: Call, request: SentRequest): Promise<EncodedBody | undefined> {
  const clock = startClock(request.signal, () => abortError(call));
  clock.arm(limitOf(call, "timeout"), () => lateError(call, "timeout"));
  const body: WireBody | undefined = await clock.race(bodyOf(request)).finally(clock.stop);
  return body && { body, contentType: undefined, repeatable: true };
}

// Firefox and React Native do not show a request's body, though they have it.
async function bodyOf(request: SentRequest): Promise<Blob | ArrayBuffer | undefined> {
  if (request.body) return request.arrayBuffer();
  if (request.body === null) return undefined;
  const hidden = await request.blob();
  return hidden.size > 0 ? hidden : undefined;
}
