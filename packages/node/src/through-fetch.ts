import type { TransportRequest, TransportResponse } from "@trunkline/runtime";
import type { Dispatcher } from "./options.ts";

/**
 * Sends a request by a `fetch`, which knows nothing of a queue and does not tell when bytes leave.
 *
 * @param dispatcher what Node's fetch is to send by, with no limits of its own
 */
export function sendThrough(
  fetch: typeof globalThis.fetch,
  request: TransportRequest,
  dispatcher?: Dispatcher,
): Promise<TransportResponse> {
  const { url, method, headers, body, signal, onReleased, onSending } = request;
  const wait = onReleased();
  if (wait) return wait.then(() => sendThrough(fetch, request, dispatcher));
  onSending();
  const isStream = body instanceof ReadableStream;
  const init = {
    method,
    headers,
    body,
    signal,
    redirect: "manual",
    ...(isStream && { duplex: "half" }),
    ...(dispatcher && {
      dispatcher: {
        dispatch: (options: object, handler: object) =>
          dispatcher.dispatch({ ...options, headersTimeout: 0, bodyTimeout: 0 }, handler),
      },
    }),
    // Bun's fetch would give up by itself.
    ...(process.versions.bun && { timeout: false }),
  };
  return fetch(url, init as RequestInit) as Promise<TransportResponse>;
}
