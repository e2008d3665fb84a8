import imported, { type Client } from "openapi-fetch";
import { type APIClient, guarded } from "./client.ts";

// The one file that knows openapi-fetch, which is for raw calls: typed ones need nothing of it, and do not load it.

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
  const { baseURL, fetch, writePath, writeQuery } = guarded(client);
  // Middleware may replace the request; then only its address is known.
  const routes: WeakMap<Request, string> = new WeakMap();
  const raw = openapiFetch()<Paths>({
    baseUrl: baseURL,
    fetch: (request) => fetch(request, routes.get(request)),
    // It is given the base URL and the template in one piece.
    pathSerializer: (address, values) => baseURL + writePath(address.slice(baseURL.length), values),
    querySerializer: writeQuery,
  });
  raw.use({
    onRequest: ({ request, schemaPath }) => {
      routes.set(request, schemaPath);
    },
  });
  return raw;
}
