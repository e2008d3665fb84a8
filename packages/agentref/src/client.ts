import { APIClient, type ClientOptions, type Credential } from "@trunkline/runtime/client";
import { definition } from "./definition.js";
import { AffiliateWorkspace } from "./resources/affiliate-workspace.js";
import { Affiliates } from "./resources/affiliates.js";
import { Applications } from "./resources/applications.js";
import { Billing } from "./resources/billing.js";
import { Conversions } from "./resources/conversions.js";
import { Flags } from "./resources/flags.js";
import { Invites } from "./resources/invites.js";
import { MarketingResources } from "./resources/marketing-resources.js";
import { Marketplace } from "./resources/marketplace.js";
import { MerchantResource } from "./resources/merchant.js";
import { Notifications } from "./resources/notifications.js";
import { Onboarding } from "./resources/onboarding.js";
import { PayoutInfoResource } from "./resources/payout-info.js";
import { Payouts } from "./resources/payouts.js";
import { Programs } from "./resources/programs.js";
import { Tracking } from "./resources/tracking.js";
import { Webhooks } from "./resources/webhooks.js";

/** Options of {@link AgentRef}. */
export interface AgentRefOptions extends ClientOptions {
  /**
   * An API key, sent as a bearer token. There are three kinds:
   *
   * - `ak_live_…`, a merchant key: all methods for merchants.
   * - `ak_aff_…`, an affiliate key: the methods of `affiliateWorkspace`, `payoutInfo` and `marketplace`, and
   *   those of `marketingResources` for affiliates.
   * - `ak_onb_…`, an onboarding key: the methods that create a program and connect Stripe.
   *
   * A key has scopes. A request that needs another scope fails with 403 and the code `INSUFFICIENT_SCOPE`.
   *
   * - Scopes of a merchant key: `merchant:read`, `merchant:manage`, `programs:read`, `programs:write`,
   *   `affiliates:read`, `affiliates:manage`, `conversions:read`, `payouts:read`, `payouts:write`,
   *   `stats:read`, `billing:read`, `billing:write`, `flags:read`, `flags:write`, `webhooks:read`,
   *   `webhooks:write` and `invites:claim`.
   * - Scopes of an affiliate key: `profile:read`, `profile:write`, `links:read`, `links:write`,
   *   `earnings:read`, `conversions:read`, `payouts:read`, `stats:read`, `marketplace:read` and
   *   `marketplace:apply`.
   *
   * `conversions.list` needs `conversions:read`, and `conversions.stats` needs `stats:read`. AgentRef does
   * not say which scope the other methods need.
   *
   * @default the environment variable `AGENTREF_API_KEY`
   */
  apiKey?: Credential | null | undefined;
  /**
   * Server to talk to: `production` is https://www.agentref.co/api/v1.
   * @default "production"
   */
  environment?: "production" | undefined;
}

/**
 * Client of the AgentRef API.
 *
 * Programs, affiliates, conversions and payouts of merchants who sell software, and the workspace of their
 * affiliates.
 *
 * Money is a number in minor units everywhere: 4900 is 49.00 in a currency with cents. Times are ISO 8601.
 * Ids are opaque strings.
 *
 * A method returns what the API sends in `data`. A page of a list has `data` and `meta`. `withResponse()`
 * gives the id of the request as well. Paged lists say in `meta` where the page is. The next page is
 * requested in one of three ways: with `page` and `pageSize`, with `offset` and `limit`, or with `cursor` and
 * `limit`.
 *
 * Some methods take an idempotency key; their descriptions say so. AgentRef limits the requests of each API
 * key in a sliding window: 10 a minute without an API key, 60 a minute on the plans Free and Starter. Every
 * answer states the limit in the header `X-RateLimit-Limit`.
 *
 * Any call can throw the errors below; each method lists its own besides.
 *
 * @throws {ValidationError} 400: The request cannot be understood. 422: A value was refused.
 * @throws {AuthError} 401: There is no key, or it is not valid.
 * @throws {ForbiddenError} 403: The key is valid but may not do this: it is of the wrong kind, or lacks a
 * scope.
 * @throws {RateLimitError} 429: The key has made too many requests.
 * @throws {ServerError} 500: AgentRef failed.
 * @example
 * ```ts
 * const client = new AgentRef(); // reads AGENTREF_API_KEY
 *
 * const stats = await client.conversions.stats();
 * ```
 */
export class AgentRef extends APIClient<AgentRefOptions> {
  /** Affiliate programs of a merchant, with their coupons, invites, marketplace entry and Stripe account. */
  readonly programs: Programs = new Programs(this);

  /** Affiliates of a merchant's programs. */
  readonly affiliates: Affiliates = new Affiliates(this);

  /** Applications of people who want to become affiliates. */
  readonly applications: Applications = new Applications(this);

  /** Sales that were credited to affiliates. Amounts are in minor units. */
  readonly conversions: Conversions = new Conversions(this);

  /** Payouts to affiliates. Amounts are in minor units. */
  readonly payouts: Payouts = new Payouts(this);

  /** Suspicions that an affiliate commits fraud. */
  readonly flags: Flags = new Flags(this);

  /** The merchant's own plan at AgentRef. Amounts are in minor units. */
  readonly billing: Billing = new Billing(this);

  /** The merchant that the key belongs to. */
  readonly merchant: MerchantResource = new MerchantResource(this);

  /** Which notifications a merchant gets. */
  readonly notifications: Notifications = new Notifications(this);

  /** First steps of a new merchant. */
  readonly onboarding: Onboarding = new Onboarding(this);

  /** Where an affiliate's commission is paid to. */
  readonly payoutInfo: PayoutInfoResource = new PayoutInfoResource(this);

  /** Diagnosis of a program's tracking. */
  readonly tracking: Tracking = new Tracking(this);

  /** Single invites, by their token. */
  readonly invites: Invites = new Invites(this);

  /** Programs that affiliates can apply to. */
  readonly marketplace: Marketplace = new Marketplace(this);

  /**
   * What an affiliate sees: programs, earnings, payouts, links and clicks. Here the filter for a program is
   * called `program_id`.
   */
  readonly affiliateWorkspace: AffiliateWorkspace = new AffiliateWorkspace(this);

  /**
   * Posts, files, texts and links that affiliates may use, as the merchant edits them and as the affiliate
   * sees them. Bodies and some answers are in snake_case here.
   *
   * At most 50 MB for a file and for a picture of a post, 200 MB for a video, 500 MB and ten media items for
   * a post, and 100 items for a collection. Accepted formats: PNG, JPEG, WebP, GIF, MP4, QuickTime, WebM and
   * PDF.
   */
  readonly marketingResources: MarketingResources = new MarketingResources(this);

  /**
   * Endpoints that events are sent to.
   *
   * A delivery succeeds with any 2xx within 30 seconds. Otherwise it is repeated after 1, 5 and 15 minutes
   * and 1, 3, 6, 12 and 24 hours: nine attempts in all. Endpoints must be HTTPS in production. One without
   * `programId` gets the events of all programs.
   *
   * Deliveries are signed: `svix-signature` is `v1,` and the base64 of the HMAC-SHA256 over
   * `<svix-id>.<svix-timestamp>.<raw body>`. The key is what follows `whsec_` in the secret,
   * base64url-decoded. Compare in constant time. `svix-timestamp` is in Unix seconds; refuse one more than
   * 300 seconds off.
   */
  readonly webhooks: Webhooks = new Webhooks(this);

  /**
   * Throws a `UsageError` when a secret cannot be sent as it is, an environment is unknown or the base URL is
   * not safe.
   */
  constructor(options: AgentRefOptions = {}) {
    super(definition, options);
  }
}
