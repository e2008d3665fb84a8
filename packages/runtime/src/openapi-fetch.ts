import imported, { type Client, createQuerySerializer, type ClientOptions as Options } from "openapi-fetch";
import { type APIClient, type Fetch, type Guarded, guarded } from "./client.ts";
import {
  checkBody,
  checkCall,
  checkHeaders,
  fetchOptionsOf,
  readBaseURL,
  readRawOptions,
  unshownOptions,
} from "./raw/raw-options.ts";
import { guardPath, type PathSerializer, writeRawPath } from "./raw/raw-path.ts";
import { guardQuery, plainValues, type QuerySerializer, writeRawQuery } from "./raw/raw-query.ts";

// The one file that knows openapi-fetch, which is for raw calls: typed ones need nothing of it, and do not load it.

/** By Node's rules a CJS build is handed the whole module in place of its default export. */
function openapiFetch(): typeof imported {
  return (imported as unknown as { default?: typeof imported }).default ?? imported;
}

/** A genuine openapi-fetch client: `GET`, `POST` …, middleware, `{ data, error, response }`. */
export type RawClient<Paths extends object> = Client<Paths>;

/**
 * openapi-fetch's own options. The client stays in charge: a `fetch` gets each attempt as a `Request` with its
 * credentials; serializers cannot lead to another path; `baseUrl` must lie below the client's base URL.
 */
export interface RawOptions extends Omit<Options, "body" | "method" | "redirect" | "window"> {}

type Send = NonNullable<Options["fetch"]>;

/** What is read of the options of one call. */
interface CallInit extends RawOptions {
  readonly params?: { readonly header?: unknown; readonly query?: object };
  readonly [name: string]: unknown;
}

/**
 * An openapi-fetch client that sends with a vendor client's base URL, credentials, retries and timeouts. Its middleware
 * works, because requests are real `Request` objects; their bodies are read into memory before they are sent.
 *
 * @param options openapi-fetch's own
 * @throws {UsageError} for options that are unknown, or that would lead elsewhere
 * @example
 * const raw = createRawClient<paths>(client, { headers: { "accept-language": "de" } });
 * const { data, error } = await raw.GET("/agents", { params: { query: { limit: 5 } } });
 */
export function createRawClient<Paths extends object>(
  client: APIClient,
  options?: RawOptions,
): RawClient<Paths> {
  const { baseURL, defaultQuery, fetch, clientOptions, ofCall } = guarded(client);
  const given = readRawOptions(options, clientOptions);
  checkHeaders(given.headers);
  const { fetch: ownFetch, requestInitExt: _ext, dispatcher: _dispatcher, ...others } = given as CallInit;
  // Middleware may replace the request; then only its address is known.
  const routes: WeakMap<Request, string> = new WeakMap();
  const unshown = unshownOptions(given as CallInit);

  /** Sends with the client's care, through a `fetch` of the caller's if there is one. */
  const sender =
    (through: Options["fetch"], Made: typeof Request = given.Request ?? Request): Send =>
    (request) => {
      const fetchOptions = { ...unshown, ...fetchOptionsOf(request, new Request(request.url)) };
      const makeRequest: Fetch = (url, init) => {
        const made = Object.assign(new Made(url, init), { ...request });
        return (through as typeof globalThis.fetch)(made, given.requestInitExt as RequestInit);
      };
      return fetch(request, routes.get(request), { fetchOptions, ...(through && { fetch: makeRequest }) });
    };

  const querySerializer = (one: Options["querySerializer"]): QuerySerializer => {
    if (typeof one === "function") return guardQuery(one as QuerySerializer, defaultQuery);
    const write = one ? createQuerySerializer(one) : undefined;
    return guardQuery(
      write ? (values) => (write as QuerySerializer)(plainValues(values)) : writeRawQuery,
      defaultQuery,
    );
  };

  const pathSerializer: PathSerializer = (address, values) =>
    baseURL + writeRawPath(address.slice(baseURL.length), values);

  const guardedBody =
    (write: NonNullable<Options["bodySerializer"]>): NonNullable<Options["bodySerializer"]> =>
    (...body) =>
      checkBody(write(...body));

  /** A call's own options under the same care. */
  const guardCall = (init: CallInit | undefined): CallInit | undefined => {
    if (!init) return init;
    checkCall(init);
    checkHeaders(init.headers);
    checkHeaders(init.params?.header);
    const own: Record<string, unknown> = { ...init };
    if (init.baseUrl !== undefined) own.baseUrl = readBaseURL(init.baseUrl, baseURL);
    if (init.fetch || init.Request) own.fetch = sender(init.fetch ?? ownFetch, init.Request);
    if (init.pathSerializer) own.pathSerializer = guardPath(init.pathSerializer, baseURL);
    if (init.bodySerializer) own.bodySerializer = guardedBody(init.bodySerializer);
    const { querySerializer: query } = init;
    if (query) {
      const usual = typeof given.querySerializer === "object" ? given.querySerializer : {};
      own.querySerializer = querySerializer(typeof query === "object" ? { ...usual, ...query } : query);
    }
    return own as CallInit;
  };

  const raw = openapiFetch()<Paths>({
    ...others,
    baseUrl: readBaseURL(given.baseUrl, baseURL),
    fetch: sender(ownFetch),
    pathSerializer: given.pathSerializer ? guardPath(given.pathSerializer, baseURL) : pathSerializer,
    querySerializer: querySerializer(given.querySerializer),
    ...(given.bodySerializer && { bodySerializer: guardedBody(given.bodySerializer) }),
  });
  raw.use({
    onRequest: ({ request, schemaPath }) => {
      routes.set(request, schemaPath);
    },
  });
  return guardCalls(raw, guardCall, ofCall);
}

/** A path of the document may have a query of its own, and a fragment, which is never sent. */
function withFixedQuery(
  path: unknown,
  init: CallInit | undefined,
): { readonly path: unknown; readonly init: CallInit | undefined } {
  if (typeof path !== "string" || !/[?#]/.test(path)) return { path, init };
  const [sent = ""] = path.split("#");
  const [bare = "", fixed] = sent.split("?");
  if (fixed === undefined) return { path: bare, init };
  const query = { ...Object.fromEntries(new URLSearchParams(fixed)), ...init?.params?.query };
  return { path: bare, init: { ...init, params: { ...init?.params, query } } };
}

/** Looks at the options of every call: a method's last argument. */
function guardCalls<C extends object>(
  raw: C,
  guard: (init: CallInit | undefined) => CallInit | undefined,
  ofCall: Guarded["ofCall"],
): C {
  const methods = raw as Record<string, (...given: unknown[]) => unknown>;
  for (const [name, method] of Object.entries(methods)) {
    if (name === "use" || name === "eject") continue;
    const at = name === "request" ? 2 : 1;
    methods[name] = async (...given) => {
      const { path, init } = withFixedQuery(given[at - 1], given[at] as CallInit | undefined);
      const verb = at === 2 ? given[0] : name;
      try {
        return await method(...given.slice(0, at - 1), path, guard(init));
      } catch (error) {
        throw ofCall(error, String(verb).toUpperCase(), String(path));
      }
    };
  }
  return raw;
}
