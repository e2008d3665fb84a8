import { clientOptions } from "./arguments/known-options.ts";
import { clientState } from "./client-state.ts";
import type { ClientOptions, QueryValues } from "./options.ts";
import { serializePath, serializeQuery } from "./parameters/address.ts";
import { ofRawCall, type SentRequest, sendRaw } from "./request/raw.ts";

/** What another library's client needs to send requests as a vendor's client does. */
export interface Guarded {
  /** Without a slash at the end. */
  readonly baseURL: string;
  /** Names of the options that the client's constructor takes. */
  readonly clientOptions: readonly string[];
  /** What the client sends in the query of every request. */
  readonly defaultQuery: QueryValues | undefined;
  /**
   * Sends with the client's credentials, retries and timeouts. `route` is the path template, if it is known; `through`
   * has options for this request alone.
   */
  fetch(
    request: SentRequest,
    route: string | undefined,
    through?: Pick<ClientOptions, "fetch" | "fetchOptions">,
  ): Promise<Response>;
  /** Fills a path template. @throws {UsageError} for values that would lead elsewhere */
  writePath(template: string, values: Readonly<Record<string, unknown>>): string;
  /** Makes an error that says which call it was of what was thrown for its arguments. */
  ofCall(error: unknown, method: string, route: string): unknown;
  /** The query of a request, without its `?`, together with the client's own default query. */
  writeQuery(values: Readonly<Record<string, unknown>>): string;
}

/** The guarded `fetch` of a client and what belongs to it, for `@trunkline/runtime/raw`. */
export function guarded(client: object): Guarded {
  const state = clientState(client);
  return {
    baseURL: state.baseURL.replace(/\/$/, ""),
    clientOptions: clientOptions(state.definition).names,
    defaultQuery: state.options.defaultQuery,
    fetch: (request, route, through) => sendRaw(state, request, route, through),
    writePath: serializePath,
    ofCall: (error, method, route) => ofRawCall(state, method, route, error),
    writeQuery: (values) => serializeQuery({ ...state.options.defaultQuery, ...values }),
  };
}
