import type { APIClient } from "./api-client.ts";
import { serversOf } from "./base-url.ts";
import { type ClientState, clientState } from "./client-state.ts";
import { getHidden, setHidden } from "./hidden.ts";
import type { Operation } from "./operation.ts";
import type { RequestOptions } from "./options.ts";
import type { Page } from "./pages/page.ts";
import type { PagePromise } from "./pages/page-promise.ts";
import type { PageOperation } from "./pages/style.ts";
import { APIPromise } from "./promise.ts";
import { startCall } from "./request/call.ts";

/** Base of the classes that hold a vendor's methods. */
export class APIResource {
  constructor(client: APIClient) {
    setHidden(this, clientState(client));
  }

  /** Calls an operation. */
  protected _call<T>(
    operation: Operation,
    params?: object,
    options?: RequestOptions,
    pathValue?: unknown,
  ): APIPromise<T> {
    const state: ClientState = getHidden(this);
    return new APIPromise<T>(startCall(state, { operation, params, options, pathValue }));
  }

  /** Calls an operation that answers in pages. */
  protected _page<P extends Page<I>, I>(
    operation: PageOperation,
    params: object = {},
    options?: RequestOptions,
    pathValue?: unknown,
  ): PagePromise<P, I> {
    const state: ClientState = getHidden(this);
    const { maxPages } = state.options;
    return operation.page.open({
      operation,
      params: params as Readonly<Record<string, unknown>>,
      options: { ...options, maxPages: options?.maxPages ?? maxPages },
      client: state.definition.name,
      baseURL: state.baseURL,
      servers: () => serversOf(state),
      schemes: state.definition.schemes,
      request: (changed, signal) =>
        startCall(state, {
          operation,
          params: changed,
          options: signal ? { ...options, signal } : options,
          pathValue,
          keepEnvelope: true,
        }),
    }) as PagePromise<P, I>;
  }
}
