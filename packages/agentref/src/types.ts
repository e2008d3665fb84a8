/** An affiliate of a program. */
export interface Affiliate {
  /** Id of the affiliate. */
  id: string;
  /** Id of the person's account. */
  userId: string;
  /** Id of the program. */
  programId: string;
  /** Code in the affiliate's links. */
  code: string;
  /** State of an affiliate in a program. People who wait for a decision are applications, not affiliates. */
  status: AffiliateStatus;
  /** Clicks on the affiliate's links. */
  totalClicks: number;
  /** Conversions credited to the affiliate. */
  totalConversions: number;
  /** Commission earned so far, in minor units (cents for `usd`). */
  totalEarnings: number;
  /** When the affiliate joined. RFC 3339 date and time. */
  createdAt: string;
}

/** An affiliate was approved. */
export interface AffiliateApprovedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "affiliate.approved";
  /** What the event is about. Its fields are not fixed. */
  data: WebhookEventData;
}

/** An affiliate was blocked. */
export interface AffiliateBlockedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "affiliate.blocked";
  /** What the event is about. Its fields are not fixed. */
  data: WebhookEventData;
}

/** An affiliate joined a program. */
export interface AffiliateJoinedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "affiliate.joined";
  /** What the event is about. Its fields are not fixed. */
  data: WebhookEventData;
}

/** State of an affiliate in a program. People who wait for a decision are applications, not affiliates. */
export type AffiliateStatus = "approved" | "blocked" | (string & {});

/** State of an affiliate in a program. People who wait for a decision are applications, not affiliates. */
export type AffiliateStatusInput = "approved" | "blocked";

/** An affiliate was unblocked. */
export interface AffiliateUnblockedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "affiliate.unblocked";
  /** What the event is about. Its fields are not fixed. */
  data: WebhookEventData;
}

/** How an affiliate came to a program: through the website, the API, an MCP agent, an invite or an import. */
export type ApplicationSource = "browser" | "api" | "mcp" | "invite" | "import";

/**
 * Which payments of a customer earn commission: the first (`one_time`), every one (`recurring`), or those of
 * the first `commissionLimitMonths` months (`recurring_limited`).
 */
export type CommissionType = "one_time" | "recurring" | "recurring_limited" | (string & {});

/**
 * Which payments of a customer earn commission: the first (`one_time`), every one (`recurring`), or those of
 * the first `commissionLimitMonths` months (`recurring_limited`).
 */
export type CommissionTypeInput = "one_time" | "recurring" | "recurring_limited";

/** A sale was credited to an affiliate. */
export interface ConversionCreatedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "conversion.created";
  /** What the event is about. Its fields are not fixed. */
  data: WebhookEventData;
}

/** A sale that was credited to an affiliate was refunded. */
export interface ConversionRefundedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "conversion.refunded";
  /** What the event is about. Its fields are not fixed. */
  data: WebhookEventData;
}

/**
 * Code of the failure, for programs. `FORBIDDEN` and `INSUFFICIENT_SCOPE` come with 403, `CONFLICT` and
 * `IDEMPOTENCY_KEY_REUSED` with 409, and every other code with one status.
 */
export type ErrorCode =
  | "BAD_REQUEST"
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "INSUFFICIENT_SCOPE"
  | "NOT_FOUND"
  | "CONFLICT"
  | "IDEMPOTENCY_KEY_REUSED"
  | "VALIDATION_ERROR"
  | "RATE_LIMITED"
  | "INTERNAL_ERROR"
  | (string & {});

/** What went wrong. */
export interface ErrorInfo {
  /**
   * Code of the failure, for programs. `FORBIDDEN` and `INSUFFICIENT_SCOPE` come with 403, `CONFLICT` and
   * `IDEMPOTENCY_KEY_REUSED` with 409, and every other code with one status.
   */
  code: ErrorCode;
  /** What went wrong, for people. */
  message: string;
  /**
   * More about the failure, such as the fields that were refused. Mostly an object, but it can have any
   * shape.
   */
  details?: unknown;
}

/** Body of every failed request. */
export interface ErrorResponse {
  /** What went wrong. */
  error: ErrorInfo;
  /** Metadata of every answer that is not a page. */
  meta: RequestMeta;
}

/** A flag was resolved. */
export interface FlagResolvedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "flag.resolved";
  /** A flag that was resolved. Fields beyond these may be present. */
  data: FlagResolvedEventData;
}

/** A flag that was resolved. Fields beyond these may be present. */
export interface FlagResolvedEventData {
  /** Id of the flag. */
  id: string;
  /** Id of the affiliate. */
  affiliateId: string;
  [key: string]: unknown;
}

/** An invitation to join a program. */
export interface Invite {
  /** Token of the invite. Treat it as a secret. */
  token: string;
  /** Email address that the invite was made for. */
  email: string;
  /** Id of the program. */
  programId: string;
  /** When the invite expires. RFC 3339 date and time. */
  expiresAt: string;
  /** When the invite was created. RFC 3339 date and time. */
  createdAt: string;
}

/**
 * How a program stands in the marketplace: `private` is not listed, `draft` is being prepared, `public` is
 * listed.
 */
export type MarketplaceStatus = "private" | "draft" | "public" | (string & {});

/**
 * How a program stands in the marketplace: `private` is not listed, `draft` is being prepared, `public` is
 * listed.
 */
export type MarketplaceStatusInput = "private" | "draft" | "public";

/** Which notifications a merchant gets. */
export interface NotificationPreferences {
  /** A notification when an affiliate joins. */
  newAffiliate: boolean;
  /** A notification for every conversion. */
  newConversion: boolean;
  /** A notification when commission is approved. */
  commissionApproved: boolean;
  /** A notification when a payout was processed. */
  payoutProcessed: boolean;
  /** A summary every week. */
  weeklyDigest: boolean;
}

/** Position of a page in its list. */
export interface PaginatedMeta {
  /** Number of items in the whole list, over all pages. */
  total: number;
  /** Number of this page, counted from 1. */
  page: number;
  /** How many items a full page holds. */
  pageSize: number;
  /** Whether more items follow this page. */
  hasMore: boolean;
  /** Opaque position after this page, to be sent as `cursor`. Absent on the last page. */
  nextCursor?: string | undefined;
  /** Id of the request; quote it to AgentRef's support. */
  requestId: string;
}

/** A payout to an affiliate. */
export interface Payout {
  /** Id of the payout. */
  id: string;
  /** Id of the affiliate. */
  affiliateId: string;
  /** Amount of the payout, in minor units (cents for `usd`). */
  amount: number;
  /** Where a payout stands. */
  status: PayoutStatus;
  /** How the affiliate is paid, such as `paypal` or `bank_transfer`. */
  method: string | null;
  /** When the payout was created. RFC 3339 date and time. */
  createdAt: string;
  /** When the payout was completed; null before. RFC 3339 date and time. */
  completedAt: string | null;
}

/** A payout was completed. */
export interface PayoutCompletedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "payout.completed";
  /** What the event is about. Its fields are not fixed. */
  data: WebhookEventData;
}

/** A payout was created. */
export interface PayoutCreatedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "payout.created";
  /** What the event is about. Its fields are not fixed. */
  data: WebhookEventData;
}

/** A payout failed. */
export interface PayoutFailedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "payout.failed";
  /** What the event is about. Its fields are not fixed. */
  data: WebhookEventData;
}

/** How an affiliate is paid. */
export type PayoutMethod = "paypal" | "bank_transfer" | (string & {});

/** How an affiliate is paid. */
export type PayoutMethodInput = "paypal" | "bank_transfer";

/** A payout is being processed. */
export interface PayoutProcessingEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "payout.processing";
  /** What the event is about. Its fields are not fixed. */
  data: WebhookEventData;
}

/** Where a payout stands. */
export type PayoutStatus = "pending" | "processing" | "completed" | "failed" | (string & {});

/** Where a payout stands. */
export type PayoutStatusInput = "pending" | "processing" | "completed" | "failed";

/** A program was created. */
export interface ProgramCreatedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "program.created";
  /** A program, in brief. */
  data: ProgramEventData;
}

/** A program, in brief. */
export interface ProgramEventData {
  /** Id of the program. */
  id: string;
  /** Name of the program. */
  name: string;
  /**
   * Which payments of a customer earn commission: the first (`one_time`), every one (`recurring`), or those
   * of the first `commissionLimitMonths` months (`recurring_limited`).
   */
  commissionType: CommissionType;
  /** Commission in percent of a sale. */
  commissionPercent: number;
  /** Days for which a click counts. */
  cookieDuration: number;
  /** Whether a program runs: `active`, on hold (`paused`), or closed, as `delete` leaves it (`archived`). */
  status: ProgramStatus;
  [key: string]: unknown;
}

/** State of the set-up of a program. */
export type ProgramReadiness = "setup" | "partial" | "ready" | (string & {});

/** Whether a program runs: `active`, on hold (`paused`), or closed, as `delete` leaves it (`archived`). */
export type ProgramStatus = "active" | "paused" | "archived" | (string & {});

/** Whether a program runs: `active`, on hold (`paused`), or closed, as `delete` leaves it (`archived`). */
export type ProgramStatusInput = "active" | "paused" | "archived";

/** A program was changed. */
export interface ProgramUpdatedEvent extends WebhookEventBase {
  /** Name of the event. */
  type: "program.updated";
  /** A program after a change, and what was changed. */
  data: ProgramUpdatedEventData;
}

/** A program after a change, and what was changed. */
export interface ProgramUpdatedEventData extends ProgramEventData {
  /** Fields that were changed. */
  updatedFields: string[];
  [key: string]: unknown;
}

/** Metadata of every answer that is not a page. */
export interface RequestMeta {
  /** Id of the request; quote it to AgentRef's support. */
  requestId: string;
}

/** Period that figures cover: the last 7, 30 or 90 days, or everything. */
export type StatsPeriod = "7d" | "30d" | "90d" | "all";

/** Environment in which an event occurred. */
export type WebhookEnvironment = "production" | "preview" | "development" | (string & {});

/** What all events have in common. */
export interface WebhookEventBase {
  /** Id of the message. It stays the same over repeated deliveries: use it to drop duplicates. */
  id: string;
  /** Version of the event format. */
  schemaVersion: 2;
  /** When the event occurred. RFC 3339 date and time. */
  createdAt: string;
  /** Id of the merchant. */
  merchantId: string;
  /** Id of the program, where the event belongs to one. */
  programId?: string | undefined;
  /** Environment in which an event occurred. */
  environment: WebhookEnvironment;
}

/** What the event is about. Its fields are not fixed. */
export interface WebhookEventData {
  [key: string]: unknown;
}

/** What the API sends to your endpoint: the type of the body of each event. */
export interface AgentRefWebhooks {
  /** A program was created. */
  "program.created": ProgramCreatedEvent;
  /** A program was changed. */
  "program.updated": ProgramUpdatedEvent;
  /** An affiliate joined a program. The fields of `data` are not fixed. */
  "affiliate.joined": AffiliateJoinedEvent;
  /** An affiliate was approved. The fields of `data` are not fixed. */
  "affiliate.approved": AffiliateApprovedEvent;
  /** An affiliate was blocked. The fields of `data` are not fixed. */
  "affiliate.blocked": AffiliateBlockedEvent;
  /** An affiliate was unblocked. The fields of `data` are not fixed. */
  "affiliate.unblocked": AffiliateUnblockedEvent;
  /** A sale was credited to an affiliate. The fields of `data` are not fixed. */
  "conversion.created": ConversionCreatedEvent;
  /** A sale that was credited to an affiliate was refunded. The fields of `data` are not fixed. */
  "conversion.refunded": ConversionRefundedEvent;
  /** A payout was created. The fields of `data` are not fixed. */
  "payout.created": PayoutCreatedEvent;
  /** A payout is being processed. The fields of `data` are not fixed. */
  "payout.processing": PayoutProcessingEvent;
  /** A payout was completed. The fields of `data` are not fixed. */
  "payout.completed": PayoutCompletedEvent;
  /** A payout failed. The fields of `data` are not fixed. */
  "payout.failed": PayoutFailedEvent;
  /** A flag was resolved. */
  "flag.resolved": FlagResolvedEvent;
}

/**
 * The events that a verified delivery can hold, by `type`. The API may send further ones, which this version
 * does not know.
 */
export type AgentRefWebhookEvent =
  | ProgramCreatedEvent
  | ProgramUpdatedEvent
  | AffiliateJoinedEvent
  | AffiliateApprovedEvent
  | AffiliateBlockedEvent
  | AffiliateUnblockedEvent
  | ConversionCreatedEvent
  | ConversionRefundedEvent
  | PayoutCreatedEvent
  | PayoutProcessingEvent
  | PayoutCompletedEvent
  | PayoutFailedEvent
  | FlagResolvedEvent;
