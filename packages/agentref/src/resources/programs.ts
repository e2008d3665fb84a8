import {
  type APIPromise,
  APIResource,
  type IdempotentRequestOptions,
  type NoParams,
  type Operations,
  type Page,
  type PagePromise,
  pageSize,
  type RequestOptions,
} from "@trunkline/runtime/client";
import { pages } from "../pages.js";
import type {
  Affiliate,
  ApplicationSource,
  CommissionType,
  CommissionTypeInput,
  Invite,
  MarketplaceStatus,
  MarketplaceStatusInput,
  PaginatedMeta,
  ProgramReadiness,
  ProgramStatus,
  ProgramStatusInput,
} from "../types.js";

const operations = {
  list: {
    id: "programs.list",
    method: "GET",
    path: "/programs",
    query: ["cursor", "limit", "page", "pageSize", "offset", "status"],
    page: pages,
  },
  create: { id: "programs.create", method: "POST", path: "/programs", body: "fields", keyed: true },
  get: { id: "programs.get", method: "GET", path: "/programs/{id}" },
  update: {
    id: "programs.update",
    method: "PATCH",
    path: "/programs/{id}",
    body: "fields",
    bodyRequired: true,
  },
  delete: { id: "programs.delete", method: "DELETE", path: "/programs/{id}" },
  stats: { id: "programs.stats", method: "GET", path: "/programs/{id}/stats", query: ["period"] },
  listAffiliates: {
    id: "programs.listAffiliates",
    method: "GET",
    path: "/programs/{id}/affiliates",
    query: ["cursor", "limit", "page", "pageSize", "offset", "includeBlocked", "source"],
    page: pages,
  },
  listCoupons: { id: "programs.listCoupons", method: "GET", path: "/programs/{id}/coupons" },
  createCoupon: {
    id: "programs.createCoupon",
    method: "POST",
    path: "/programs/{id}/coupons",
    body: "fields",
    keyed: true,
  },
  createInvite: {
    id: "programs.createInvite",
    method: "POST",
    path: "/programs/{id}/invites",
    body: "fields",
    bodyRequired: true,
    keyed: true,
  },
  listInvites: { id: "programs.listInvites", method: "GET", path: "/programs/{id}/invites" },
  deleteCoupon: { id: "programs.deleteCoupon", method: "DELETE", path: "/coupons/{couponId}" },
  updateMarketplace: {
    id: "programs.updateMarketplace",
    method: "PATCH",
    path: "/programs/{id}/marketplace",
    body: "fields",
    bodyRequired: true,
  },
  connectStripe: {
    id: "programs.connectStripe",
    method: "POST",
    path: "/programs/{id}/connect-stripe",
    body: "fields",
  },
  disconnectStripe: {
    id: "programs.disconnectStripe",
    method: "DELETE",
    path: "/programs/{id}/connect-stripe",
  },
} satisfies Operations;

/** Affiliate programs of a merchant, with their coupons, invites, marketplace entry and Stripe account. */
export class Programs extends APIResource {
  /**
   * Lists the merchant's programs page by page.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /programs`. Await it for the first page, or iterate over it for the items of all pages.
   *
   * @example
   * ```ts
   * for await (const program of client.programs.list()) {
   *   console.log(program);
   * }
   * ```
   */
  list(params?: ProgramsListParams, options?: RequestOptions): PagePromise<ProgramsListPage, Program> {
    return this._page(operations.list, params, options);
  }

  /**
   * Walks all pages: iterate over it for every item. The same as `list`, 100 a page unless `params` say
   * otherwise.
   *
   * `GET /programs`
   *
   * @example
   * ```ts
   * for await (const program of client.programs.listAll()) {
   *   console.log(program);
   * }
   * ```
   */
  listAll(params?: ProgramsListParams, options?: RequestOptions): PagePromise<ProgramsListPage, Program> {
    return this._page(operations.list, pageSize(params, 100, "limit", "pageSize"), options);
  }

  /**
   * Creates a program. `payoutThreshold` is in minor units: 5000 is 50.00 in the program's currency.
   *
   * Takes a merchant key (`ak_live_`) or an onboarding key (`ak_onb_`).
   *
   * `POST /programs`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const program = await client.programs.create({
   *   name: "Acme Reports Referral",
   *   commissionType: "one_time",
   *   commissionPercent: 20,
   *   autoApproveAffiliates: true,
   * });
   * ```
   */
  create(params: ProgramsCreateParams, options?: IdempotentRequestOptions): APIPromise<Program> {
    return this._call(operations.create, params, options);
  }

  /**
   * Returns a program and the state of its set-up.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /programs/{id}`
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const program = await client.programs.get("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  get(id: string, params?: NoParams, options?: RequestOptions): APIPromise<ProgramDetail> {
    return this._call(operations.get, params, options, id);
  }

  /**
   * Updates the given fields of a program. If no answer comes, read the program with `get` before you send
   * the change again.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `PATCH /programs/{id}`
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const program = await client.programs.update("bcf9d535-9520-439f-bb68-e7a02a8f5cea", {
   *   commissionType: "recurring_limited",
   *   commissionLimitMonths: 12,
   * });
   * ```
   */
  update(id: string, params?: ProgramsUpdateParams, options?: RequestOptions): APIPromise<Program> {
    return this._call(operations.update, params, options, id);
  }

  /**
   * Archives a program. It stays readable, with the status `archived`.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `DELETE /programs/{id}`
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * await client.programs.delete("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  delete(id: string, params?: NoParams, options?: RequestOptions): APIPromise<Program> {
    return this._call(operations.delete, params, options, id);
  }

  /**
   * Gets statistics of a program: sales, commission and conversions. Amounts are in minor units.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /programs/{id}/stats`
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const stats = await client.programs.stats("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  stats(id: string, params?: ProgramsStatsParams, options?: RequestOptions): APIPromise<ProgramStats> {
    return this._call(operations.stats, params, options, id);
  }

  /**
   * Lists the affiliates of one program. Blocked ones are left out unless `includeBlocked` is true.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /programs/{id}/affiliates`. Await it for the first page, or iterate over it for the items of all
   * pages.
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * for await (const affiliate of client.programs.listAffiliates("bcf9d535-9520-439f-bb68-e7a02a8f5cea")) {
   *   console.log(affiliate);
   * }
   * ```
   */
  listAffiliates(
    id: string,
    params?: ProgramsListAffiliatesParams,
    options?: RequestOptions,
  ): PagePromise<ProgramsListAffiliatesPage, Affiliate> {
    return this._page(operations.listAffiliates, params, options, id);
  }

  /**
   * Lists all coupons of a program. The list is not paged.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /programs/{id}/coupons`
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const coupons = await client.programs.listCoupons("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  listCoupons(id: string, params?: NoParams, options?: RequestOptions): APIPromise<Coupon[]> {
    return this._call(operations.listCoupons, params, options, id);
  }

  /**
   * Creates a coupon code for an affiliate of the program. Sales with the code are credited to the affiliate,
   * without a click.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /programs/{id}/coupons`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const coupon = await client.programs.createCoupon("bcf9d535-9520-439f-bb68-e7a02a8f5cea", {
   *   affiliateId: "51008c4b-9cd6-4775-85fa-453a7bfa6d40",
   *   code: "CHARTCLUB15",
   * });
   * ```
   */
  createCoupon(
    id: string,
    params: ProgramsCreateCouponParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<Coupon> {
    return this._call(operations.createCoupon, params, options, id);
  }

  /**
   * Creates an invite to the program. The API cannot revoke it, so set `expiresInDays` and `usageLimit`.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /programs/{id}/invites`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const invite = await client.programs.createInvite("bcf9d535-9520-439f-bb68-e7a02a8f5cea", {
   *   email: "newsletter@datadaily.example",
   *   usageLimit: 1,
   *   expiresInDays: 14,
   * });
   * ```
   */
  createInvite(
    id: string,
    params?: ProgramsCreateInviteParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<Invite> {
    return this._call(operations.createInvite, params, options, id);
  }

  /**
   * Lists all invites of a program. The list is not paged.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /programs/{id}/invites`
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const invites = await client.programs.listInvites("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  listInvites(id: string, params?: NoParams, options?: RequestOptions): APIPromise<Invite[]> {
    return this._call(operations.listInvites, params, options, id);
  }

  /**
   * Deletes a coupon by its own id, without the id of its program.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `DELETE /coupons/{couponId}`
   *
   * @param couponId - Id of the coupon.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * await client.programs.deleteCoupon("b71e91a9-7158-48e6-b02b-5dab997e8dce");
   * ```
   */
  deleteCoupon(couponId: string, params?: NoParams, options?: RequestOptions): APIPromise<Coupon> {
    return this._call(operations.deleteCoupon, params, options, couponId);
  }

  /**
   * Updates a program's marketplace entry. Set `status` to `public` to list the program.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `PATCH /programs/{id}/marketplace`
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const entry = await client.programs.updateMarketplace("bcf9d535-9520-439f-bb68-e7a02a8f5cea", {
   *   status: "public",
   *   category: "analytics",
   * });
   * ```
   */
  updateMarketplace(
    id: string,
    params?: ProgramsUpdateMarketplaceParams,
    options?: RequestOptions,
  ): APIPromise<ProgramMarketplaceEntry> {
    return this._call(operations.updateMarketplace, params, options, id);
  }

  /**
   * Connects a Stripe account to the program: the merchant opens `authUrl` and agrees there; until then
   * `connected` is false.
   *
   * Takes a merchant key (`ak_live_`) or an onboarding key (`ak_onb_`).
   *
   * `POST /programs/{id}/connect-stripe`
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const stripe = await client.programs.connectStripe("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  connectStripe(
    id: string,
    params?: ProgramsConnectStripeParams,
    options?: RequestOptions,
  ): APIPromise<ConnectStripeResult> {
    return this._call(operations.connectStripe, params, options, id);
  }

  /**
   * Disconnects the program's Stripe account.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `DELETE /programs/{id}/connect-stripe`
   *
   * @param id - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * await client.programs.disconnectStripe("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  disconnectStripe(id: string, params?: NoParams, options?: RequestOptions): APIPromise<StripeDisconnection> {
    return this._call(operations.disconnectStripe, params, options, id);
  }
}

/** Who may apply to a program: anybody (`open`) or invited people (`invite_only`). */
export type ApplicationAccess = "open" | "invite_only" | (string & {});

/** Who may apply to a program: anybody (`open`) or invited people (`invite_only`). */
export type ApplicationAccessInput = "open" | "invite_only";

/** How a Stripe account is to be connected. */
export interface ConnectStripe {
  /** Way to connect. There is one: a URL at Stripe that the merchant opens. */
  method?: "oauth_url" | undefined;
}

/** State of the connection to Stripe, and how to go on. */
export interface ConnectStripeResult {
  /** Whether an account is connected already. */
  connected: boolean;
  /** Way to connect. */
  method: "oauth_url";
  /** Id of the program. */
  programId: string;
  /** State of the set-up of a program. */
  programReadiness?: ProgramReadiness | undefined;
  /** URL at Stripe that the merchant opens to agree. */
  authUrl?: string | undefined;
  /** What to do next, for people. */
  message: string;
}

/** How many conversions there are of each status. */
export interface ConversionsByStatus {
  /** Conversions that wait for approval. */
  pending: number;
  /** Approved conversions. */
  approved: number;
  /** Conversions that were refunded in part. */
  partiallyRefunded?: number | undefined;
  /** Rejected conversions. */
  rejected: number;
  /** Conversions that were refunded in full. */
  refunded: number;
}

/** A coupon code whose sales are credited to an affiliate. */
export interface Coupon {
  /** Id of the coupon. */
  id: string;
  /** Code that customers enter. */
  code: string;
  /** Id of the affiliate who is credited. */
  affiliateId: string;
  /** Id of the program. */
  programId: string;
  /** When the coupon was created. RFC 3339 date and time. */
  createdAt: string;
}

/** A coupon to be created. */
export interface CreateCoupon {
  /** Id of the affiliate who is to be credited. */
  affiliateId: string;
  /** Code that customers enter. */
  code: string;
  /** When the coupon expires. When left out, it does not expire. RFC 3339 date and time. */
  expiresAt?: string | Date | undefined;
}

/** An invite to be created. */
export interface CreateInvite {
  /**
   * Email address of the person who may claim the invite: nobody else can. Leave it out for an invite that is
   * not bound to a person.
   */
  email?: string | undefined;
  /** Internal label of the invite, to find it again. Affiliates do not see it. At most 100 characters. */
  name?: string | undefined;
  /**
   * Whether the invite is public.
   * @default false
   */
  isPublic?: boolean | undefined;
  /** How often the invite can be claimed. 1 to 1000. */
  usageLimit?: number | undefined;
  /** Days until the invite expires. 1 to 365. */
  expiresInDays?: number | undefined;
  /** Tracking code of the affiliate. 3 to 50 characters. Matches `^[A-Za-z0-9_-]+$`. */
  trackingCode?: string | undefined;
  /**
   * Whether the onboarding is skipped.
   * @default false
   */
  skipOnboarding?: boolean | undefined;
}

/** A program to be created. */
export interface CreateProgram {
  /** Name that affiliates see. At most 100 characters. */
  name: string;
  /**
   * Which payments of a customer earn commission: the first (`one_time`), every one (`recurring`), or those
   * of the first `commissionLimitMonths` months (`recurring_limited`).
   */
  commissionType: CommissionTypeInput;
  /** Commission in percent of a sale. 1 to 100. */
  commissionPercent: number;
  /** Website whose visitors are to be tracked. */
  website?: string | undefined;
  /**
   * Days for which a click counts. 1 to 365.
   * @default 30
   */
  cookieDuration?: number | undefined;
  /**
   * Minimum commission for a payout, in minor units (cents for `usd`). 1000 to 100000.
   * @default 5000
   */
  payoutThreshold?: number | undefined;
  /**
   * How often commission is paid out. It can be set, but the program in the answer does not have it.
   * @default "monthly"
   */
  payoutFrequency?: PayoutFrequency | undefined;
  /**
   * Whether applications are to be approved without a decision of the merchant. Set it: do not rely on a
   * default.
   */
  autoApproveAffiliates?: boolean | undefined;
  /** What the program is about. If it is left out, it is null in the program. At most 500 characters. */
  description?: string | undefined;
  /** URL of the page that tracking links lead to. */
  landingPageUrl?: string | undefined;
  /** For how many months a customer's payments earn commission. Only with `recurring_limited`. 1 to 36. */
  commissionLimitMonths?: number | undefined;
  /** Name of the affiliates' portal in its URL. Matches `^[a-z0-9-]+$`. */
  portalSlug?: string | undefined;
  /**
   * Currency of the program's amounts, as a lower-case ISO 4217 code.
   * @default "usd"
   */
  currency?: string | undefined;
  /**
   * How a program stands in the marketplace: `private` is not listed, `draft` is being prepared, `public` is
   * listed.
   */
  marketplaceStatus?: MarketplaceStatusInput | undefined;
  /** Who may apply to a program: anybody (`open`) or invited people (`invite_only`). */
  applicationAccess?: ApplicationAccessInput | undefined;
  /** Category in the marketplace. */
  marketplaceCategory?: string | undefined;
  /** Text in the marketplace. */
  marketplaceDescription?: string | undefined;
  /** URL of the logo in the marketplace. */
  marketplaceLogoUrl?: string | undefined;
}

/** How often commission is paid out. */
export type PayoutFrequency = "weekly" | "monthly" | "quarterly";

/** An affiliate program of a merchant. */
export interface Program {
  /** Id of the program. */
  id: string;
  /** Id of the merchant who runs it. */
  merchantId: string;
  /** Name that affiliates see. */
  name: string;
  /** What the program is about. */
  description: string | null;
  /** Name of the program in URLs. */
  slug: string;
  /** Website whose visitors are tracked. */
  website: string | null;
  /** URL of the page that tracking links lead to. */
  landingPageUrl: string | null;
  /** Name of the affiliates' portal in its URL. */
  portalSlug: string | null;
  /** Whether a program runs: `active`, on hold (`paused`), or closed, as `delete` leaves it (`archived`). */
  status: ProgramStatus;
  /**
   * How a program stands in the marketplace: `private` is not listed, `draft` is being prepared, `public` is
   * listed.
   */
  marketplaceStatus: MarketplaceStatus;
  /** Who may apply to a program: anybody (`open`) or invited people (`invite_only`). */
  applicationAccess?: ApplicationAccess | undefined;
  /** Category in the marketplace. */
  marketplaceCategory: string | null;
  /** Text in the marketplace. */
  marketplaceDescription: string | null;
  /** URL of the logo in the marketplace. */
  marketplaceLogoUrl: string | null;
  /**
   * Which payments of a customer earn commission: the first (`one_time`), every one (`recurring`), or those
   * of the first `commissionLimitMonths` months (`recurring_limited`).
   */
  commissionType: CommissionType;
  /** Commission in percent of a sale. */
  commissionPercent: number;
  /** For how many months a customer's payments earn commission. Only with `recurring_limited`. */
  commissionLimitMonths: number | null;
  /** Days for which commission is held back before it can be paid. */
  commissionHoldDays: number;
  /** Days for which a click counts. */
  cookieDuration: number;
  /**
   * Whether visitors are tracked only after they consented. Null where the program has no setting of its own.
   */
  trackingRequiresConsent: boolean | null;
  /**
   * Query parameters that may contain an affiliate's code, besides the usual one. Null where the program has
   * no setting of its own.
   */
  trackingParamAliases: string[] | null;
  /** Minimum commission for a payout, in minor units (cents for `usd`). */
  payoutThreshold: number;
  /** Currency of the program's amounts, as a lower-case ISO 4217 code. */
  currency: string;
  /** Whether applications are approved without a decision of the merchant. */
  autoApproveAffiliates: boolean;
  /** URL of the terms that affiliates accept. */
  termsUrl: string | null;
  /** Stripe account that sales are read from. */
  stripeAccountId: string | null;
  /** When the Stripe account was connected. RFC 3339 date and time. */
  stripeConnectedAt: string | null;
  /** When the program was created. RFC 3339 date and time. */
  createdAt: string;
  /** When the program was last changed. RFC 3339 date and time. */
  updatedAt: string;
}

/** A program and the state of its set-up. */
export interface ProgramDetail extends Program {
  /** State of the set-up of a program. */
  readiness: ProgramReadiness;
}

/** A program's marketplace entry after a change. Its fields are not fixed. */
export interface ProgramMarketplaceEntry {
  [key: string]: unknown;
}

/** Figures of a program over a period. */
export interface ProgramStats {
  /** Id of the program. */
  programId: string;
  /** Name of the program. */
  programName: string;
  /** Status of the program, such as `active`. */
  status: string;
  /** Sales that affiliates brought, in minor units (cents for `usd`). */
  totalRevenue: number;
  /** Number of conversions. */
  totalConversions: number;
  /** Commission earned on these sales, in minor units (cents for `usd`). */
  totalCommissions: number;
  /** Pending commission, in minor units (cents for `usd`). */
  pendingCommissions: number;
  /** Number of affiliates who take part. */
  activeAffiliates: number;
  /** How many conversions there are of each status. */
  conversionsByStatus: ConversionsByStatus;
}

/** Confirmation that a program's Stripe account was disconnected. */
export interface StripeDisconnection {
  /** Whether the account was disconnected. */
  success: boolean;
  /** Id of the program. */
  programId: string;
}

/** Changes of a program. What is left out stays as it is. */
export interface UpdateProgram {
  /** Name that affiliates see. At most 100 characters. */
  name?: string | undefined;
  /**
   * Which payments of a customer earn commission: the first (`one_time`), every one (`recurring`), or those
   * of the first `commissionLimitMonths` months (`recurring_limited`).
   */
  commissionType?: CommissionTypeInput | undefined;
  /** Commission in percent of a sale. 1 to 100. */
  commissionPercent?: number | undefined;
  /** Website whose visitors are tracked. */
  website?: string | undefined;
  /** Days for which a click counts. 1 to 365. */
  cookieDuration?: number | undefined;
  /** Minimum commission for a payout, in minor units (cents for `usd`). 1000 to 100000. */
  payoutThreshold?: number | undefined;
  /** How often commission is paid out. It can be set, but the program in the answer does not have it. */
  payoutFrequency?: PayoutFrequency | undefined;
  /** Whether applications are approved without a decision of the merchant. */
  autoApproveAffiliates?: boolean | undefined;
  /** What the program is about. At most 500 characters. */
  description?: string | undefined;
  /** URL of the page that tracking links lead to. */
  landingPageUrl?: string | undefined;
  /** Whether a program runs: `active`, on hold (`paused`), or closed, as `delete` leaves it (`archived`). */
  status?: ProgramStatusInput | undefined;
  /** Name of the affiliates' portal in its URL. Null removes it. Matches `^[a-z0-9-]+$`. */
  portalSlug?: string | null | undefined;
  /** Currency of the program's amounts, as a lower-case ISO 4217 code. */
  currency?: string | undefined;
  /**
   * For how many months a customer's payments earn commission, only with `recurring_limited`. Null removes
   * the limit. 1 to 36.
   */
  commissionLimitMonths?: number | null | undefined;
  /**
   * How a program stands in the marketplace: `private` is not listed, `draft` is being prepared, `public` is
   * listed.
   */
  marketplaceStatus?: MarketplaceStatusInput | undefined;
  /** Who may apply to a program: anybody (`open`) or invited people (`invite_only`). */
  applicationAccess?: ApplicationAccessInput | undefined;
  /** Category in the marketplace. Null removes it. */
  marketplaceCategory?: string | null | undefined;
  /** Text in the marketplace. Null removes it. */
  marketplaceDescription?: string | null | undefined;
  /** URL of the logo in the marketplace. Null removes it. */
  marketplaceLogoUrl?: string | null | undefined;
}

/** Changes of a program's marketplace entry. What is left out stays as it is. */
export interface UpdateProgramMarketplace {
  /**
   * How a program stands in the marketplace: `private` is not listed, `draft` is being prepared, `public` is
   * listed.
   */
  status?: MarketplaceStatusInput | undefined;
  /** Category that the program is listed under. */
  category?: string | undefined;
  /** Text of the entry. */
  description?: string | undefined;
  /** URL of the entry's logo. */
  logoUrl?: string | undefined;
}

/** Params of `programs.list`. */
export interface ProgramsListParams {
  /**
   * Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
   * @example "cur_bGlzdC1wcm9ncmFtczoy"
   */
  cursor?: string | undefined;
  /** How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`. */
  limit?: number | undefined;
  /** Number of the page, counted from 1. Use it with `pageSize` or `limit`. */
  page?: number | undefined;
  /** How many items a page has at most, such as 20. Use it with `page`. */
  pageSize?: number | undefined;
  /** How many items to skip. Use it with `limit`. */
  offset?: number | undefined;
  /** Only programs of this status. */
  status?: ProgramStatusInput | undefined;
}

/** One page of `programs.list`. */
export interface ProgramsListPage extends Page<Program> {
  /** The programs of this page. */
  data: Program[];
  /** Position of a page in its list. */
  meta: PaginatedMeta;
}

/** Params of `programs.create`. */
export interface ProgramsCreateParams extends CreateProgram {}

/** Params of `programs.update`. */
export interface ProgramsUpdateParams extends UpdateProgram {}

/** Params of `programs.stats`. */
export interface ProgramsStatsParams {
  /** Period that the figures cover, such as `7d`, `30d`, `90d` or `all`. */
  period?: string | undefined;
}

/** Params of `programs.listAffiliates`. */
export interface ProgramsListAffiliatesParams {
  /**
   * Where the page begins: `meta.nextCursor` of the page before. Use it with `limit`.
   * @example "cur_bGlzdC1wcm9ncmFtczoy"
   */
  cursor?: string | undefined;
  /** How many items a page has at most, up to 100. Use it with `cursor`, `offset` or `page`. */
  limit?: number | undefined;
  /** Number of the page, counted from 1. Use it with `pageSize` or `limit`. */
  page?: number | undefined;
  /** How many items a page has at most, such as 20. Use it with `page`. */
  pageSize?: number | undefined;
  /** How many items to skip. Use it with `limit`. */
  offset?: number | undefined;
  /** Whether blocked affiliates are listed too. */
  includeBlocked?: boolean | undefined;
  /** Only affiliates from this source. */
  source?: ApplicationSource | undefined;
}

/** One page of `programs.listAffiliates`. */
export interface ProgramsListAffiliatesPage extends Page<Affiliate> {
  /** The affiliates of this page. */
  data: Affiliate[];
  /** Position of a page in its list. */
  meta: PaginatedMeta;
}

/** Params of `programs.createCoupon`. */
export interface ProgramsCreateCouponParams extends CreateCoupon {}

/** Params of `programs.createInvite`. */
export interface ProgramsCreateInviteParams extends CreateInvite {}

/** Params of `programs.updateMarketplace`. */
export interface ProgramsUpdateMarketplaceParams extends UpdateProgramMarketplace {}

/** Params of `programs.connectStripe`. */
export interface ProgramsConnectStripeParams extends ConnectStripe {}
