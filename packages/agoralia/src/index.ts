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
export { Agoralia, type AgoraliaOptions } from "./client.js";
export { AgoraliaError, type AgoraliaErrorBodies, isAPIError } from "./errors.js";
export {
  type Agent,
  type AgentCreateRequest,
  Agents,
  type AgentsCreateParams,
  type AgentsListPage,
  type AgentsListParams,
} from "./resources/agents.js";
export { type Call, Calls, type CallsListPage, type CallsListParams } from "./resources/calls.js";
export {
  type Campaign,
  type CampaignCreateRequest,
  type CampaignResultColumn,
  type CampaignResultRow,
  type CampaignResults,
  type CampaignSchedule,
  type CampaignStartProposal,
  Campaigns,
  type CampaignsCreateParams,
  type CampaignsListPage,
  type CampaignsListParams,
} from "./resources/campaigns.js";
export {
  type LeadItem,
  Leads,
  type LeadsUpsertAllParams,
  type LeadsUpsertParams,
  type LeadUpsertRequest,
  type LeadUpsertResponse,
} from "./resources/leads.js";
export { type Me, MeResource, type RateLimits } from "./resources/me.js";
export type { ErrorResponse, ValidationErrorDetail, ValidationErrorResponse } from "./types.js";
export { VERSION } from "./version.js";
