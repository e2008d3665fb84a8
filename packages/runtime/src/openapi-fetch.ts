import imported, { type Client, createFinalURL } from "openapi-fetch";
import type { APIClient } from "./api-client.ts";
import { resolveBaseURL } from "./base-url.ts";
import { clientState } from "./client-state.ts";
import { serializePath } from "./paths/serialize-path.ts";
import { serializeQuery } from "./query/serialize-query.ts";
import type { Call } from "./request/call.ts";
import { sendRaw } from "./request/raw.ts";

// The one file that knows openapi-fetch. Of a typed call it makes the address; its client, which makes a `Request`, copies
// the headers and reads the answer in its own way, is for the raw calls.

/** The address of a call, its query included. @throws {UsageError} for parameters that cannot be written */
export function addressOf(call: Call): string {
  const { operation, state, path, query } = call;
  return createFinalURL(serializePath(operation.path, path, operation.pathStyles), {
    baseUrl: serverOf(call) ?? state.baseURL,
    params: { query },
    querySerializer: () => serializeQuery(query, operation.query),
    pathSerializer: String,
  });
}

/** A server of the operation's own; where the caller named the base URL, everything goes there. */
function serverOf({ operation: { server }, state }: Call): string | undefined {
  if (server === undefined || state.customBaseURL) return undefined;
  const { dangerouslyAllowHTTP } = state.options;
  return resolveBaseURL({ ...state.definition, environments: { server } }, { dangerouslyAllowHTTP });
}

/** By Node's rules a CJS build is handed the whole module in place of its default export. */
function openapiFetch(): typeof imported {
  return (imported as unknown as { default?: typeof imported }).default ?? imported;
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
  const base = state.baseURL.replace(/\/$/, "");
  // Middleware may replace the request; then only its address is known.
  const routes: WeakMap<Request, string> = new WeakMap();
  const raw = openapiFetch()<Paths>({
    baseUrl: base,
    fetch: (request) => sendRaw(state, request, routes.get(request)),
    // It is given the base URL and the template in one piece.
    pathSerializer: (address, values) => base + serializePath(address.slice(base.length), values),
    querySerializer: (query) => serializeQuery({ ...state.options.defaultQuery, ...query }),
  });
  raw.use({
    onRequest: ({ request, schemaPath }) => {
      routes.set(request, schemaPath);
    },
  });
  return raw;
}
