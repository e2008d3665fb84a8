import type { TransportRequest, TransportResponse } from "@trunkline/runtime";

/** Sends a request by a `fetch`, which knows nothing of a queue and does not tell when bytes leave. */
export function sendThrough(
  fetch: typeof globalThis.fetch,
  { url, method, headers, body, signal, onReleased, onSending }: TransportRequest,
): Promise<TransportResponse> {
  onReleased();
  onSending();
  const isStream = body instanceof ReadableStream;
  const init = {
    method,
    headers,
    body,
    signal,
    redirect: "manual",
    ...(isStream && { duplex: "half" }),
    // Bun's fetch would give up by itself.
    ...(process.versions.bun && { timeout: false }),
  };
  return fetch(url, init as RequestInit) as Promise<TransportResponse>;
}
