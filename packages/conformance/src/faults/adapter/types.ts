/** Options from which the fault suite makes a client: all that a caller would give. */
export interface AdapterOptions {
  /** Address of the suite's server; the paths of the document are appended to it. */
  readonly baseURL: string;
  /** The suite's own `fetch`, if a case needs one; otherwise the client uses its own. */
  readonly fetch: typeof fetch | undefined;
  /** Secrets, by the scheme's id in the document; HTTP basic has two. A case may give none, or a function. */
  readonly credentials: Readonly<Record<string, unknown>>;
  /** Longest time for one attempt, in milliseconds. */
  readonly timeout: number | undefined;
  /** How many times a failed request may be sent again; undefined for the client's own default. */
  readonly maxRetries: number | undefined;
  /** All options of the case by the names of Trunkline's clients, for those that the client has too. */
  readonly all: Readonly<Record<string, unknown>>;
}

/** One call: the values by the places that the document gives them. */
export interface AdapterRequest {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, unknown>>;
  /** The value of the body; files are `File`. */
  readonly body: unknown;
  readonly signal: AbortSignal | undefined;
  /** All options of the call by the names of Trunkline's clients, for those that the client has too. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What became of a call that failed. */
export type AdapterErrorKind = "status" | "connection" | "timeout" | "abort" | "response";

/**
 * A client of another generator, or one written by hand, as the fault suite uses it.
 *
 * @example
 * export const createClient = ({ baseURL, fetch, credentials }) =>
 *   createFetchClient({ baseUrl: baseURL, fetch, headers: { "x-api-key": credentials.KeyAuth } });
 * export const operations = {
 *   "items.get": async (client, { path, signal }) => {
 *     const { data, error, response } = await client.GET("/items/{item_id}", { params: { path }, signal });
 *     if (error !== undefined) throw Object.assign(new Error("failed"), { status: response.status, body: error });
 *     return data;
 *   },
 * };
 */
export interface ClientAdapter<Client = unknown> {
  createClient(options: AdapterOptions): Client;
  /**
   * Functions that call an operation, by its operationId, or by method and path if it has none. Each gives the whole
   * answer's value.
   */
  readonly operations: Readonly<Record<string, (client: Client, request: AdapterRequest) => unknown>>;
  /**
   * Functions that iterate over the items of all pages, if the client can.
   *
   * @default none: the cases about pages do not apply
   */
  readonly walks?:
    | Readonly<Record<string, (client: Client, request: AdapterRequest) => AsyncIterable<unknown>>>
    | undefined;
  /** Says what kind of failure a thrown error is. @default decided from its `status`, its name and its causes */
  readonly errorKind?: ((error: unknown) => AdapterErrorKind | undefined) | undefined;
}
