export {
  BulkError,
  type BulkFate,
  type BulkOptions,
  type BulkProgress,
  type BulkRows,
  type BulkRun,
  type BulkSummary,
} from "@trunkline/runtime/bulk";
export {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIPromise,
  APIRedirectError,
  APIResponseError,
  APIResponseTooLargeError,
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  type ClientOptions,
  ConflictError,
  type Credential,
  chainMiddleware,
  type IdempotentRequestOptions,
  InternalServerError,
  type Middleware,
  NotFoundError,
  type Page,
  PageError,
  type PagePromise,
  PermissionDeniedError,
  RateLimitError,
  type RequestOptions,
  TrunklineError,
  UnprocessableEntityError,
  UsageError,
} from "@trunkline/runtime/client";
export { Agora, type AgoraOptions } from "./client.js";
export { AgoraError, type AgoraErrorBodies, isAPIError } from "./errors.js";
export {
  type ApiKeyTokenRequest,
  type ApiKeyTokenResponse,
  Authentication,
  type AuthenticationLoginWithApiKeyParams,
} from "./resources/authentication.js";
export {
  type LeadInput,
  Leads,
  type LeadsUploadAllParams,
  type LeadsUploadParams,
  type LeadUploadRequest,
} from "./resources/leads.js";
export {
  type WebhookEndpointHealth,
  type WebhookEndpointSummary,
  Webhooks,
  type WebhooksGetEndpointHealthParams,
} from "./resources/webhooks.js";
export type {
  AgoraWebhookEvent,
  AgoraWebhooks,
  CallCompletedEvent,
  CallStartedEvent,
  CreatedLead,
  ErrorResponse,
  FormSubmittedEvent,
  LeadConvertedEvent,
  LeadCreatedEvent,
  LeadStatusChangedEvent,
  LeadsBulkCreatedEvent,
  LeadUploadError,
  LeadUploadResponse,
  PingEvent,
} from "./types.js";
export { VERSION } from "./version.js";
