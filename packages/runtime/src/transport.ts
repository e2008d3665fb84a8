import type { WireBody } from "./operation.ts";

/** One request on the wire. */
export interface TransportRequest {
  readonly url: string;
  readonly method: string;
  /** Fields by name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: WireBody | undefined;
  /** Ends the request, and the reading of its answer's body. */
  readonly signal: AbortSignal;
  /**
   * Milliseconds that the header, or the next part of the body, may take. A timeout of the transport itself must not be
   * shorter.
   */
  readonly patience: number;
  /**
   * Call this when the request leaves the transport's queue, or at once if there is no queue: `timeout` starts here. If
   * it returns a promise, the request must not go out yet, because a quota holds it back: wait for the promise while
   * other requests go ahead, and call this again, until it returns no promise. If the promise rejects, fail the request
   * with the same error.
   */
  onReleased(): Promise<void> | undefined;
  /**
   * Call this when the first bytes of the request go out, or at once if the transport cannot tell. A request that fails
   * earlier has certainly done nothing.
   */
  onSending(): void;
}

/** The body of an answer. A `ReadableStream` of bytes fits. */
export interface TransportBody {
  /** True while somebody has a reader of the body. */
  readonly locked: boolean;
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<void>;
  };
  /** Lets go of the body, and of its connection. */
  cancel(reason?: unknown): Promise<void>;
}

/** An answer. A `Response` fits, and is what the callers of a client get. */
export interface TransportResponse {
  readonly status: number;
  readonly statusText: string;
  /** True for a status of 200 to 299. */
  readonly ok: boolean;
  /** The address that answered. The property must be configurable. */
  readonly url: string;
  readonly headers: Headers;
  /** The bytes after decompression; null if the answer cannot have a body. */
  readonly body: TransportBody | null;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * A way to the network. It sends one request, and resolves with the answer as soon as its header is there. It does not
 * follow redirects: it resolves with the redirect itself. An error that it rejects with may have `isFinal: true`: the
 * next attempt would fail in the same way, so the request is not sent again.
 *
 * @example
 * const logged: Transport = {
 *   send(request) {
 *     console.log(request.method, new URL(request.url).pathname);
 *     return transport.send(request);
 *   },
 * };
 */
export interface Transport {
  /** True if it may follow redirects all the same, so that another origin may answer. @default false */
  readonly mayFollow?: boolean | undefined;
  send(request: TransportRequest): Promise<TransportResponse>;
}
