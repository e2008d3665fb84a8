/** What a request may be. A client of a documented API meets none of these; they keep one request from stopping the others. */
export const LIMITS = {
  /** Bytes of a body, unless an option says otherwise. */
  bodyBytes: 33_554_432,
  /** Lists and objects within each other in a JSON body. */
  jsonDepth: 256,
  /** Parts of a multipart body. */
  parts: 10_000,
  /** Bytes of one part's header fields. */
  partHeaderBytes: 16_384,
  /** Characters of a multipart boundary (RFC 2046, section 5.1.1). */
  boundaryLength: 70,
  /** Faults of a request that are told one by one. */
  faults: 1000,
  /** Characters in which the faults of a request are told, each with the way to its place. */
  faultText: 2_000_000,
  /** Things that `state` remembers. */
  things: 10_000,
} as const;
