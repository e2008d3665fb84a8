/**
 * Middleware for a client's calls. Make it with `chainMiddleware`, or with a plug-in such as `openTelemetry`. Its
 * members are internal.
 */
export interface MiddlewareChain {
  readonly wrap: object;
}

/**
 * Makes requests wait before they are sent, so that they stay within the vendor's quotas. Make it with `memoryQuota`, or
 * with `storeQuota` for a store that several processes share. Its members are internal.
 */
export interface Quota {
  readonly wrap: object;
  readonly state: object;
}
