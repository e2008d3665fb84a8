import type { ClientState } from "../client-state.ts";
import { chooseSchemes } from "../credentials/choose-schemes.ts";
import { secretsGiven } from "../credentials/secrets-given.ts";
import { UsageError } from "../errors/usage-error.ts";
import { putHeaders, sentHeaders } from "../headers.ts";
import type { CallRequest } from "../layer.ts";
import { unlessEnded } from "../layers/unless-ended.ts";
import type { Operation } from "../operation.ts";
import { send } from "./call.ts";
import { isIssuer } from "./is-issuer.ts";
import { factsOf, ofCall } from "./prepare.ts";

/** The parts of a `Request` that are read. Not every program has the type `Request`. */
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
 * @param through what this request alone goes through
 * @throws {UsageError} for a request that leads elsewhere than to the client's base URL
 */
export async function sendRaw(
  state: ClientState,
  request: SentRequest,
  route: string | undefined,
  through?: CallRequest["through"],
): Promise<Response> {
  const { baseURL } = state;
  const { method } = request;
  const [address = ""] = request.url.split(/[?#]/);
  if (!`${address}/`.startsWith(`${baseURL}/`)) {
    throw ofRawCall(
      state,
      method,
      route,
      new UsageError(`A raw request must stay below ${baseURL}, which the client's credentials are for.`),
    );
  }
  const operation = rawOperation(method, route ?? address.slice(baseURL.length));
  const own = putHeaders({}, request.headers);
  const callerHeaders = { ...state.callerHeaders, ...own };
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const given = (): string[] => secretsGiven(state.access.schemes, callerHeaders, query);
  const issuesTokens = isIssuer(state.issuers, baseURL, request.url);
  const facts = { ...factsOf(state, operation), given, issuesTokens };
  const prepared: CallRequest = {
    facts,
    method,
    url: request.url,
    headers: sentHeaders({ ...state.headers, ...own }),
    schemes: chooseSchemes(state.access, { facts, callerHeaders, query }),
    body: undefined,
    reads: "stream",
    limits: state.limits,
    choice: {},
    deadline: Number.POSITIVE_INFINITY,
    signal: request.signal,
    onReleased: undefined,
    onSending: undefined,
    through,
  };
  // Read before it is sent, so that it can be sent again: a stream may stall here as well as on the wire.
  const read = await unlessEnded(bodyOf(request), prepared, state.limits.timeout, "timeout");
  const body = read && { body: read, contentType: undefined, repeatable: true };
  return send(state, { ...prepared, body }, ({ response, text }) => {
    if (text === undefined) return response;
    const { status, statusText, headers } = response;
    return new Response(text === "" ? null : text, { status, statusText, headers });
  });
}

/** The error of a raw call that says whose it is. */
export function ofRawCall(
  state: ClientState,
  method: string,
  route: string | undefined,
  error: unknown,
): unknown {
  return ofCall(error, factsOf(state, rawOperation(method, route ?? "")));
}

function rawOperation(method: string, path: string): Operation {
  return { id: `${method} ${path}`, method, path };
}

// Firefox and React Native do not show a request's body, though they have it.
async function bodyOf(request: SentRequest): Promise<Blob | ArrayBuffer | undefined> {
  if (request.body) return request.arrayBuffer();
  if (request.body === null) return undefined;
  const hidden = await request.blob();
  return hidden.size > 0 ? hidden : undefined;
}
