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
import { bodyText, type CallInput, prepare } from "./request/prepare.ts";

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

/** The JSON text that a call with these params sends. @throws {UsageError} for what cannot be sent as it is */
export function operationBody(operation: Operation, params: object, pathValue?: unknown): string {
  return bodyText(operation, params, pathValue);
}

/** Arguments of a call whose body is written already. */
export type SendInput = Omit<CallInput, "body">;

/** Calls an operation with a body that is written already; the whole answer is the value, whatever it is wrapped in. */
export async function sendBody(holder: object, input: SendInput, text: string): Promise<unknown> {
  const body = { body: text, contentType: "application/json", repeatable: true };
  const start = startCall<unknown>(getHidden(holder), { ...input, body, keepEnvelope: true });
  return (await start("parsed")).data;
}

/**
 * What the calls of a client have in common, and a function that makes idempotency keys.
 *
 * @throws {UsageError} for a call that cannot be sent
 */
export function clientOf(
  holder: object,
  input: SendInput,
): { readonly name: string; readonly baseURL: string; readonly newKey: () => string | undefined } {
  const state: ClientState = getHidden(holder);
  prepare(state, input);
  const { definition, baseURL } = state;
  return { name: definition.name, baseURL, newKey: () => definition.idempotency?.make("auto", undefined) };
}
