/** What a request may be. A client of a documented API meets none of these; they keep one request from stopping the others. */
export const LIMITS = {
  /** Bytes of a body, unless the option `maxBodyBytes` says otherwise. */
  bodyBytes: 33_554_432,
  /** Bytes of a request's line and header fields together. Node answers 431 beyond. */
  headerBytes: 16_384,
  /** Lists and objects within each other in a JSON body. */
  jsonDepth: 256,
  /** Parts of a multipart body. */
  parts: 10_000,
  /** Bytes of one part's header fields. */
  partHeaderBytes: 16_384,
  /** Characters of a multipart boundary (RFC 2046, section 5.1.1). */
  boundaryLength: 70,
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
  /** Faults of a request that are told one by one. */
  faults: 1000,
  /** Characters in which the faults of a request are told, each with the way to its place. */
  faultText: 2_000_000,
  /** Things that `state` remembers. */
  things: 10_000,
} as const;
