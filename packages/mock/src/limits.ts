/** What the server does with a request before anybody reads it. */
export const SERVER_LIMITS = {
  /** Bytes of a request's line and header fields together. Node answers 431 beyond. */
  headerBytes: 16_384,
  /** Connections at one time. */
  connections: 2048,
  /** Milliseconds for the header fields of a request, from the connection or the first byte on. */
  headersTimeout: 10_000,
  /** Milliseconds for a whole request. */
  requestTimeout: 60_000,
  /** Milliseconds in which nothing is sent or read on a connection. Tests may pause between two calls. */
  idleTimeout: 300_000,
  /** Milliseconds for judging one request, unless the option `timeLimit` says otherwise. */
  judging: 5_000,
} as const;
