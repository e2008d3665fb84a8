import { UsageError } from "./errors/usage-error.ts";

/** Whether this is a page or a worker of a browser. Node, Deno, Bun and Workers name themselves otherwise. */
export function inBrowser(): boolean {
  const { navigator } = globalThis as { navigator?: { userAgent?: string } };
  return navigator?.userAgent?.startsWith("Mozilla/") ?? false;
}

/**
 * Refuses what a browser would change without a word: it drops some header fields, and some browsers send a
 * stream as the text "[object ReadableStream]". A `Request` shows both.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 * @throws {UsageError} before anything is sent
 */
export function checkInBrowser(url: string, headers: Record<string, string>, streamed: boolean): void {
  const allowed = new Request(url, { headers }).headers;
  const lost = Object.keys(headers).find((name) => !allowed.has(name));
  if (lost) throw new UsageError(`A browser does not let a page send the header field ${lost}.`);
  const init = { method: "POST", body: streamed ? new ReadableStream() : null, duplex: "half" } as const;
  if (streamed && new Request(url, init).headers.has("content-type")) {
    throw new UsageError("This browser cannot send a stream; give a Blob or bytes.");
  }
}
