import type { paths } from "@trunkline/buena/raw";
import type { AdapterErrorKind, AdapterOptions, AdapterRequest } from "@trunkline/conformance";
import createFetchClient, { type Client } from "openapi-fetch";

/** What openapi-fetch gives of a call. */
interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** openapi-fetch throws nothing for a status, so that a program of one's own has to. */
class StatusError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor({ error, response }: Result) {
    super(`${response.status} ${JSON.stringify(error)}`);
    this.status = response.status;
    this.body = error;
  }
}

/** The client as its own pages show it, with a signal for the timeout. */
export function createClient({ baseURL, fetch, credentials }: AdapterOptions): Client<paths> {
  const { ApiKeyAuth } = credentials;
  return createFetchClient<paths>({
    baseUrl: baseURL,
    headers: ApiKeyAuth === undefined ? {} : { "x-api-key": String(ApiKeyAuth) },
    ...(fetch && { fetch: (request) => fetch(request) }),
  });
}

async function take(result: Promise<Result>): Promise<unknown> {
  const { data, error, response } = await result;
  if (error !== undefined) throw new StatusError({ error, response });
  return data;
}

function init({ headers, signal }: AdapterRequest): {
  headers: Record<string, string>;
  signal: AbortSignal | null;
} {
  return { headers: headers as Record<string, string>, signal: signal ?? null };
}

type Call = (client: Client<paths>, request: AdapterRequest) => Promise<unknown>;

// The suite gives values that no type admits: to see what a client does with them is what it is for.
const as = (value: unknown): never => value as never;

/** The calls that the suite may make, by operationId. */
export const operations: Readonly<Record<string, Call>> = {
  "leads.list": (client, request) =>
    take(client.GET("/leads", { params: { query: as(request.query) }, ...init(request) })),
  "leads.get": (client, request) =>
    take(client.GET("/leads/{leadId}", { params: { path: as(request.path) }, ...init(request) })),
  "leads.create": (client, request) =>
    take(client.POST("/leads", { body: as(request.body), ...init(request) })),
  "leads.update": (client, request) =>
    take(
      client.PUT("/leads/{leadId}", {
        params: { path: as(request.path) },
        body: as(request.body),
        ...init(request),
      }),
    ),
  "leads.delete": (client, request) =>
    take(client.DELETE("/leads/{leadId}", { params: { path: as(request.path) }, ...init(request) })),
  "apiKeys.list": (client, request) => take(client.GET("/keys", init(request))),
};

/** Only what the suite cannot tell by itself. */
export function errorKind(error: unknown): AdapterErrorKind | undefined {
  return error instanceof StatusError ? "status" : undefined;
}
