import imported, { type Client, type ClientOptions as RawOptions } from "openapi-fetch";
import type { APIClient } from "./api-client.ts";
import { resolveBaseURL } from "./base-url.ts";
import { clientState, type Transport } from "./client-state.ts";
import { serializePath } from "./paths/serialize-path.ts";
import { serializeQuery } from "./query/serialize-query.ts";
import type { Call } from "./request/call.ts";
import { sendRaw } from "./request/raw.ts";
import type { Reply } from "./response/interpret.ts";

// The one file that knows openapi-fetch. It makes URL and request of a call. Headers and body go past it, since it would
// copy them; what it would do with the answer is left to us.

/** By Node's rules a CJS build is handed the whole module in place of its default export. */
function openapiFetch(): typeof imported {
  return (imported as unknown as { default?: typeof imported }).default ?? imported;
}

/** Stands in for `Request`: cheaper than a real one, and it follows no signal. */
class RecordingRequest {
  readonly url: string;
  /** openapi-fetch copies options that it does not know onto the request. */
  declare readonly call: Call;
  constructor(url: string) {
    this.url = url;
  }
}

interface Parked {
  readonly ok: true;
  readonly status: number;
  readonly headers: Headers;
  /** `parseAs: "stream"` leaves it untouched. */
  readonly body: Reply;
}

const NO_HEADERS: Headers = new Headers();

interface Untyped {
  request(
    method: string,
    path: string,
    init: Record<string, unknown>,
  ): Promise<{ readonly response: Parked }>;
}

/** A server of the operation's own; where the caller named the base URL, everything goes there. */
function serverOf({ operation: { server }, state }: Call): string | undefined {
  if (server === undefined || state.customBaseURL) return undefined;
  return resolveBaseURL(
    { ...state.definition, environments: { server } },
    {
      dangerouslyAllowHTTP: state.options.dangerouslyAllowHTTP,
    },
  );
}

/** Makes the transport of one client. */
export function createTransport(
  baseURL: string,
  send: (call: Call, url: string) => Promise<Reply>,
): Transport {
  const client = openapiFetch()({
    baseUrl: baseURL,
    Request: RecordingRequest,
    fetch: async ({ call, url }: RecordingRequest): Promise<Parked> => ({
      ok: true,
      status: 200,
      headers: NO_HEADERS,
      body: await send(call, url),
    }),
    // The base URL stands before the template, and is not for the serialiser.
    pathSerializer: (whole: string, { path, operation }: Call) =>
      whole.slice(0, -operation.path.length) + serializePath(operation.path, path, operation.pathStyles),
    querySerializer: (call: Call) => serializeQuery(call.query, call.operation.query),
  } as unknown as RawOptions) as unknown as Untyped;
  return async (call) => {
    const { operation } = call;
    const { response } = await client.request(operation.method, operation.path, {
      baseUrl: serverOf(call),
      params: { path: call, query: call },
      parseAs: "stream",
      call,
    });
    // Not `data`, which is missing for HEAD.
    return response.body;
  };
}

/** A genuine openapi-fetch client: `GET`, `POST` …, middleware, `{ data, error, response }`. */
export type RawClient<Paths extends object> = Client<Paths>;

/**
 * An openapi-fetch client with a vendor client's base URL, credentials, retries and clock. Requests are real
 * ones, so that middleware works; bodies are read into memory before they are sent.
 *
 * @example
 * const raw = createRawClient<paths>(client);
 * const { data, error } = await raw.GET("/agents", { params: { query: { limit: 5 } } });
 */
export function createRawClient<Paths extends object>(client: APIClient): RawClient<Paths> {
  const state = clientState(client);
  // Middleware may replace the request; then only its address is known.
  const routes: WeakMap<Request, string> = new WeakMap();
  const raw = openapiFetch()<Paths>({
    baseUrl: state.baseURL,
    fetch: (request) => sendRaw(state, request, routes.get(request)),
    querySerializer: (query) => serializeQuery({ ...state.options.defaultQuery, ...query }),
  });
  raw.use({
    onRequest: ({ request, schemaPath }) => {
      routes.set(request, schemaPath);
    },
  });
  return raw;
}
