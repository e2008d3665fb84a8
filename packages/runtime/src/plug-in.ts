/**
 * What goes around a client's calls: made by `chainMiddleware`, or by a plug-in such as that for tracing. What is in it is
 * for the client alone.
 */
export interface MiddlewareChain {
  readonly wrap: object;
}

/**
 * What has requests wait for their places in the vendor's quotas: made by `memoryQuota`, or of a store that a fleet shares.
 * What is in it is for the client alone.
 */
export interface Quota {
  readonly wrap: object;
  readonly state: object;
}
