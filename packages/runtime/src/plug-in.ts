/**
 * What goes around a client's calls: made by `chainMiddleware`, or by a plug-in such as that for tracing. What is in it is
 * for the client alone.
 */
export interface MiddlewareChain {
  readonly wrap: object;
}
