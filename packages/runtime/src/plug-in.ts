/**
 * Middleware for a client's calls; made by `chainMiddleware`, or by a plug-in such as the one for tracing. Its members
 * are internal.
 */
export interface MiddlewareChain {
  readonly wrap: object;
}

/**
 * Makes requests wait so that they stay within the vendor's quotas; made by `memoryQuota`, or from a store that a fleet
 * shares. Its members are internal.
 */
export interface Quota {
  readonly wrap: object;
  readonly state: object;
}
