import type { ErrorKind } from "./brand.ts";
import { type ErrorContext, TrunklineError } from "./trunkline-error.ts";

/** No answer arrived, or its body broke off. Whether the vendor acted is unknown, unless `unsent` is true. */
export class APIConnectionError extends TrunklineError {
  static override readonly kind: ErrorKind = "connection";

  /** True where the runtime proves that nothing was sent: connection refused, name not found, certificate not trusted. */
  declare readonly unsent: boolean;
  /** The vendor's id of the request, where an answer had begun. */
  declare readonly requestId: string | undefined;

  constructor(
    message: string,
    context?: ErrorContext & { readonly unsent?: boolean | undefined },
    kind: ErrorKind = "connection",
    name = "APIConnectionError",
  ) {
    super(message, { unsent: false, ...context } as ErrorContext, kind, name);
  }
}

/** The answer did not arrive in time: `timeout`, `totalTimeout` or `idleTimeout`, as the message says. */
export class APIConnectionTimeoutError extends APIConnectionError {
  static override readonly kind: ErrorKind = "connection.timeout";

  constructor(message: string, context?: ErrorContext) {
    super(message, context, "connection.timeout", "APIConnectionTimeoutError");
  }
}

/** The caller's `signal` ended the call; its reason is the `cause`. */
export class APIUserAbortError extends APIConnectionError {
  static override readonly kind: ErrorKind = "connection.abort";

  constructor(message: string, context?: ErrorContext) {
    super(message, context, "connection.abort", "APIUserAbortError");
  }
}

/** The answer was a redirect that is not safe to follow. Nothing was sent to its target. */
export class APIRedirectError extends APIConnectionError {
  static override readonly kind: ErrorKind = "connection.redirect";

  constructor(message: string, context?: ErrorContext) {
    super(message, context, "connection.redirect", "APIRedirectError");
  }
}

/** The error of a stream, made again where a chunk is waited for: its own stack has the stream, not who reads it. */
export function madeHere(error: unknown): unknown {
  if (!(error instanceof APIConnectionError)) return error;
  const Kind = error.constructor as new (message: string, context: ErrorContext) => APIConnectionError;
  return new Kind(error.message, { ...error, cause: error.cause });
}
