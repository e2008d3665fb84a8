/** The public face: errors and guards, and the types of what a client takes and gives. */

export type { StoredToken, TokenStore } from "./credentials/scheme.ts";
export { APIError } from "./errors/api-error.ts";
export {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIRedirectError,
  APIUserAbortError,
} from "./errors/connection-errors.ts";
export { isErrorOf } from "./errors/guards.ts";
export { APIResponseError } from "./errors/response-error.ts";
export {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
} from "./errors/status-errors.ts";
export { TrunklineError } from "./errors/trunkline-error.ts";
export { UsageError } from "./errors/usage-error.ts";
export type { CallEvent, ErrorEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from "./hooks/hooks.ts";
export type { Logger, LogLevel } from "./log/log.ts";
export type {
  ClientOptions,
  Credential,
  Fetch,
  HeaderValues,
  IdempotentRequestOptions,
  QueryValues,
  RequestOptions,
  RetryOptions,
} from "./options.ts";
export type { Page } from "./pages/page.ts";
export { PageError } from "./pages/page-error.ts";
export type { PagePromise } from "./pages/page-promise.ts";
export type { APIPromise, Outcome } from "./promise.ts";
export type { Preview } from "./request/preview.ts";
