import { serversOf } from "./base-url.ts";
import type { ClientState } from "./client-state.ts";
import { getHidden } from "./hidden.ts";
import type { Operation } from "./operation.ts";
import type { RequestOptions } from "./options.ts";
import type { Page } from "./pages/page.ts";
import type { PagePromise } from "./pages/page-promise.ts";
import type { PageOperation } from "./pages/style.ts";
import { APIPromise } from "./promise.ts";
import { startCall } from "./request/call.ts";

/** Calls an operation for a client, or for a resource of one. */
export function operationCall<T>(
  holder: object,
  operation: Operation,
  params?: object,
  options?: RequestOptions,
  pathValue?: unknown,
): APIPromise<T> {
  const state: ClientState = getHidden(holder);
  return new APIPromise<T>(startCall(state, { operation, params, options, pathValue }));
}

/** Calls an operation that answers in pages, for a client or for a resource of one. */
export function operationPages<P extends Page<I>, I>(
  holder: object,
  operation: PageOperation,
  params: object = {},
  options?: RequestOptions,
  pathValue?: unknown,
): PagePromise<P, I> {
  const state: ClientState = getHidden(holder);
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
