/** The face that emitted code uses. Additive within a major version. */
export { APIClient } from "./api-client.ts";
export { APIResource } from "./api-resource.ts";
export { binary } from "./bodies/binary.ts";
export { type FormUrlEncodedOptions, formUrlEncoded } from "./bodies/form-url-encoded.ts";
export { type JSONAsOptions, jsonAs } from "./bodies/json-as.ts";
export { jsonOrForm } from "./bodies/json-or-form.ts";
export { type MultipartOptions, multipart } from "./bodies/multipart.ts";
export { textBody } from "./bodies/text-body.ts";
export type { NamedUpload, Uploadable, UploadData } from "./bodies/uploadable.ts";
export { apiKeyCookie, apiKeyHeader, apiKeyQuery } from "./credentials/api-key.ts";
export { basic } from "./credentials/basic.ts";
export { bearer } from "./credentials/bearer.ts";
export { type ClientCredentialsSource, clientCredentials } from "./credentials/client-credentials.ts";
export { mutualTLS } from "./credentials/mutual-tls.ts";
export { type TokenExchange, type TokenExchangeSource, tokenExchange } from "./credentials/token-exchange.ts";
export type {
  ClientDefinition,
  ErrorRows,
  ErrorShape,
  HintFormat,
  IdempotencyKeys,
  RetryHint,
  RetryPolicy,
} from "./definition.ts";
export { APIError, type APIErrorClass, type APIErrorInit } from "./errors/api-error.ts";
export {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIRedirectError,
  APIUserAbortError,
} from "./errors/connection-errors.ts";
export { type APIErrorGuard, type ErrorBodies, errorGuard, isErrorOf } from "./errors/guards.ts";
export { APIResponseError, APIResponseTooLargeError } from "./errors/response-error.ts";
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
export { type ErrorContext, TrunklineError } from "./errors/trunkline-error.ts";
export { UsageError } from "./errors/usage-error.ts";
export { type Guarded, guarded } from "./guarded.ts";
export type {
  CallEvent,
  DiagnosticsChannels,
  ErrorEvent,
  Hooks,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from "./hooks.ts";
export type { Logger, LogLevel } from "./log/log.ts";
export { chainMiddleware } from "./middleware/chain.ts";
export type {
  ChainMember,
  Middleware,
  MiddlewareChanges,
  MiddlewareNext,
  MiddlewareRequest,
} from "./middleware/types.ts";
export type {
  BodyEncoder,
  BulkAnswer,
  BulkDefinition,
  BulkErrors,
  Int64Fields,
  Method,
  NoParams,
  Operation,
  Parameter,
  ParameterGroup,
  PathValue,
  ResponseReader,
  WriteValue,
} from "./operation.ts";
export {
  clientOf,
  operationBody,
  operationCall,
  operationPages,
  type SendInput,
  sendBody,
} from "./operation-calls.ts";
export type {
  ClientOptions,
  Credential,
  Fetch,
  HeaderValues,
  IdempotentRequestOptions,
  Limits,
  QueryValues,
  RequestOptions,
  RetryOptions,
  UntypedOptions,
} from "./options.ts";
export { type CursorPagesOptions, cursorPages } from "./pages/cursor-pages.ts";
export { firstOf } from "./pages/first-of.ts";
export { type LastItemPagesOptions, lastItemPages } from "./pages/last-item-pages.ts";
export { type LinkPagesOptions, linkPages } from "./pages/link-pages.ts";
export { type OffsetPagesOptions, offsetPages } from "./pages/offset-pages.ts";
export type { Page } from "./pages/page.ts";
export { PageError, resumeParams } from "./pages/page-error.ts";
export { type PageNumberPagesOptions, pageNumberPages } from "./pages/page-number-pages.ts";
export type { PagePromise } from "./pages/page-promise.ts";
export { pageSize } from "./pages/page-size.ts";
export { type Field, type FieldAccess, paramField } from "./pages/reading.ts";
export type { Operations, PageOperation, PageStyle } from "./pages/style.ts";
export { type CookieParameter, cookieParameters } from "./parameters/cookie.ts";
export { type HeaderParameter, headerParameters } from "./parameters/header.ts";
export { type ParameterStyle, pathParameter } from "./parameters/path.ts";
export { type QueryParameterOptions, queryParameter } from "./parameters/query.ts";
export { pickClient } from "./pick-client.ts";
export type { MiddlewareChain, Quota } from "./plug-in.ts";
export { readPointer, writePointer } from "./pointer.ts";
export { APIPromise, type Outcome } from "./promise.ts";
export type { QuotaHeaders, QuotaScope, QuotaState, QuotaWindow } from "./quota-window.ts";
export { idempotencyKeys } from "./request/idempotency.ts";
export type { Preview } from "./request/preview.ts";
export type { CredentialSource, SecurityScheme, StoredToken, TokenStore } from "./security-scheme.ts";
export type { ServerTemplate, ServerVariable } from "./server-parts.ts";
export { serverVariables } from "./server-variables.ts";
export type { StatusPattern } from "./status.ts";
export { type EventStream, type EventStreamOptions, eventStream } from "./streams/event-stream.ts";
export { jsonLines } from "./streams/json-lines.ts";
export type { ServerSentEvent } from "./streams/parse-events.ts";
export type { ValueOptions } from "./streams/values.ts";
export type { Transport, TransportBody, TransportRequest, TransportResponse } from "./transport.ts";
export { type DateWriter, dateFields } from "./values/dates.ts";
export {
  type Int64Place,
  type Int64Places,
  type Int64Reader,
  type Int64Types,
  int64,
} from "./values/int64.ts";
export { jsonText } from "./values/json-text.ts";
export type { Place, PlaceTypes, PlaceUnion } from "./values/places.ts";
