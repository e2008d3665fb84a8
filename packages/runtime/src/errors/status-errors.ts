import { APIError } from "./api-error.ts";
import type { ErrorKind } from "./brand.ts";

/** 400: the vendor could not make sense of the request. */
export class BadRequestError extends APIError {
  static override readonly kind: ErrorKind = "api.400";
}

/** 401: the credential is missing, wrong, expired or revoked. */
export class AuthenticationError extends APIError {
  static override readonly kind: ErrorKind = "api.401";
}

/** 403: the credential is good, but does not allow this. */
export class PermissionDeniedError extends APIError {
  static override readonly kind: ErrorKind = "api.403";
}

/** 404: what was asked for does not exist, or this credential cannot see it. */
export class NotFoundError extends APIError {
  static override readonly kind: ErrorKind = "api.404";
}

/** 409: the request contradicts the present state, or its idempotency key was used for another request. */
export class ConflictError extends APIError {
  static override readonly kind: ErrorKind = "api.409";
}

/** 422: the request is well formed, but its content is not accepted. */
export class UnprocessableEntityError extends APIError {
  static override readonly kind: ErrorKind = "api.422";
}

/** 429: too many requests. `retryAfterMs` is how long to wait, if the vendor says so. */
export class RateLimitError extends APIError {
  static override readonly kind: ErrorKind = "api.429";
}

/** 500 to 599: the vendor failed. */
export class InternalServerError extends APIError {
  static override readonly kind: ErrorKind = "api.5XX";
}
