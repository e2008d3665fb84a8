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
  /** How long the header or a part of the body may take, in milliseconds: a limit of the transport's own must not be shorter. */
  readonly patience: number;
  /**
   * To be called when the request leaves a queue of the transport's, at once where there is none: `timeout` runs from here
   * on. Where it gives a promise, the request must not go out yet, as under a quota: wait for that, let others go meanwhile,
   * and call again, until it gives none. What the promise is rejected with ends the request.
   */
  onReleased(): Promise<void> | undefined;
  /** To be called when its first bytes go out, at once where nobody can tell: what fails before did certainly nothing. */
  onSending(): void;
}

/** What is read of the body of an answer; a `ReadableStream` of bytes is one. */
export interface TransportBody {
  /** Somebody has a reader of it. */
  readonly locked: boolean;
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<void>;
  };
  /** Lets go of the body, and of its connection. */
  cancel(reason?: unknown): Promise<void>;
}

/** What is read of an answer; a `Response` is one, and callers are given no other. */
export interface TransportResponse {
  readonly status: number;
  readonly statusText: string;
  /** Whether the status is one of success. */
  readonly ok: boolean;
  /** The address that answered, as a property that can be defined anew. */
  readonly url: string;
  readonly headers: Headers;
  /** Decoded bytes; null where there can be none. */
  readonly body: TransportBody | null;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * A way to the network: sends one request, and resolves with the answer as soon as its header is there. Of a redirect
 * it gives the answer, and does not follow it. What it rejects with may have `isFinal: true`: it would be the same next
 * time, and the request is not sent again.
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
  /** It may follow redirects against its orders, so that another origin may answer. @default false */
  readonly mayFollow?: boolean | undefined;
  send(request: TransportRequest): Promise<TransportResponse>;
}
