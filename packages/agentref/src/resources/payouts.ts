import {
  type APIPromise,
  APIResource,
  type IdempotentRequestOptions,
  type Operations,
  type Page,
  type PagePromise,
  type RequestOptions,
} from "@trunkline/runtime/client";
import { pages } from "../pages.js";
import type {
  PaginatedMeta,
  Payout,
  PayoutMethod,
  PayoutMethodInput,
  PayoutStatusInput,
  StatsPeriod,
} from "../types.js";

const operations = {
  list: {
    id: "payouts.list",
    method: "GET",
    path: "/payouts",
    query: [
      "cursor",
      "limit",
      "page",
      "pageSize",
      "offset",
      "programId",
      "affiliateId",
      "status",
      "startDate",
      "endDate",
      "from",
      "to",
    ],
    page: pages,
  },
  create: { id: "payouts.create", method: "POST", path: "/payouts", body: "fields", keyed: true },
  listPending: {
    id: "payouts.listPending",
    method: "GET",
    path: "/payouts/pending",
    query: ["cursor", "limit", "page", "pageSize", "offset", "programId"],
    page: pages,
  },
  stats: { id: "payouts.stats", method: "GET", path: "/payouts/stats", query: ["programId", "period"] },
} satisfies Operations;

/** Payouts to affiliates. Amounts are in minor units. */
export class Payouts extends APIResource {
  /**
   * Lists payouts to affiliates. Amounts are in minor units.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /payouts`. Await it for the first page, or iterate over it for the items of all pages.
   *
   * @example
   * ```ts
   * for await (const payout of client.payouts.list()) {
   *   console.log(payout);
   * }
   * ```
   */
  list(params?: PayoutsListParams, options?: RequestOptions): PagePromise<PayoutsListPage, Payout> {
    return this._page(operations.list, params, options);
  }

  /**
   * Creates a payout to an affiliate of a program. The request names no amount.
   *
   * Give an idempotency key, so that a repetition cannot create it twice.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /payouts`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const payout = await client.payouts.create({
   *   affiliateId: "51008c4b-9cd6-4775-85fa-453a7bfa6d40",
   *   programId: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   *   method: "bank_transfer",
   * });
   * ```
   */
  create(params: PayoutsCreateParams, options?: IdempotentRequestOptions): APIPromise<CreatedPayout> {
    return this._call(operations.create, params, options);
  }

  /**
   * Lists pending affiliates: those with pending commission, whether or not they have reached the program's
   * threshold. Amounts are in minor units.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /payouts/pending`. Await it for the first page, or iterate over it for the items of all pages.
   *
   * @example
   * ```ts
   * for await (const affiliate of client.payouts.listPending()) {
   *   console.log(affiliate);
   * }
   * ```
   */
  listPending(
    params?: PayoutsListPendingParams,
    options?: RequestOptions,
  ): PagePromise<PayoutsListPendingPage, PendingAffiliate> {
    return this._page(operations.listPending, params, options);
  }

  /**
   * Gets payout statistics: amounts in minor units, and the number of payouts.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /payouts/stats`
   *
   * @example
   * ```ts
   * const stats = await client.payouts.stats();
   * ```
   */
  stats(params?: PayoutsStatsParams, options?: RequestOptions): APIPromise<PayoutStats> {
    return this._call(operations.stats, params, options);
  }
}

/** A payout to be created. It names no amount. */
export interface CreatePayout {
  /** Id of the affiliate. */
  affiliateId: string;
  /** Id of the program. */
  programId: string;
  /** How an affiliate is paid. */
  method: PayoutMethodInput;
  /** Notes on the payout. Write nothing that the affiliate must not see. */
  notes?: string | undefined;
}

/** A payout that was just created. Fields beyond these may be present. */
export interface CreatedPayout {
  /** Id of the payout. */
  id?: string | undefined;
  [key: string]: unknown;
}

/** Figures of payouts over a period. Fields beyond these may be present. */
export interface PayoutStats {
  /** Commission paid out, in minor units. The answer names no currency. */
  totalPaid: number;
  /** Pending commission, in minor units. The answer names no currency. */
  totalPending: number;
  /** Number of payouts. */
  count: number;
  [key: string]: unknown;
}

/** An affiliate with pending commission. */
export interface PendingAffiliate {
  /** Id of the affiliate. */
  affiliateId: string;
  /** Email address of the affiliate. */
  email: string;
  /** Name of the affiliate. */
  name: string | null;
  /** Code in the affiliate's links. */
  code: string;
  /** Id of the program. */
  programId: string;
  /** Name of the program. */
  programName: string;
  /** How the affiliate wants to be paid; null if nothing is set. */
  payoutMethod: PayoutMethod | null;
  /** PayPal address. */
  paypalEmail: string | null;
  /** IBAN of the bank account. It may come unmasked, so treat it as a secret. */
  bankIban: string | null;
  /** Pending commission, in minor units (cents for `usd`). */
  pendingAmount: number;
  /** Currency of the amounts, as a lower-case ISO 4217 code. */
  currency: string;
  /** Minimum commission for a payout of the program, in minor units (cents for `usd`). */
  threshold: number;
  /** Whether the pending commission reaches the threshold. */
  meetsThreshold: boolean;
  /** Number of pending commissions. */
  commissionCount: number;
  /** Whether the affiliate has given payout details. */
  hasPayoutMethod: boolean;
}

/** Params of `payouts.list`. */
export interface PayoutsListParams {
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
  /**
   * Only payouts of this program.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  programId?: string | undefined;
  /**
   * Only payouts to this affiliate.
   * @example "51008c4b-9cd6-4775-85fa-453a7bfa6d40"
   */
  affiliateId?: string | undefined;
  /** Only payouts of this status. */
  status?: PayoutStatusInput | undefined;
  /** Only conversions recorded at this time or later. RFC 3339 date and time. */
  startDate?: string | Date | undefined;
  /** Only conversions recorded up to this time. RFC 3339 date and time. */
  endDate?: string | Date | undefined;
  /** Another name of `startDate`. RFC 3339 date and time. */
  from?: string | Date | undefined;
  /** Another name of `endDate`. RFC 3339 date and time. */
  to?: string | Date | undefined;
}

/** One page of `payouts.list`. */
export interface PayoutsListPage extends Page<Payout> {
  /** The payouts of this page. */
  data: Payout[];
  /** Position of a page in its list. */
  meta: PaginatedMeta;
}

/** Params of `payouts.create`. */
export interface PayoutsCreateParams extends CreatePayout {}

/** Params of `payouts.listPending`. */
export interface PayoutsListPendingParams {
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
  /**
   * Only commission of this program.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  programId?: string | undefined;
}

/** One page of `payouts.listPending`. */
export interface PayoutsListPendingPage extends Page<PendingAffiliate> {
  /** The affiliates of this page, with pending commission. */
  data: PendingAffiliate[];
  /** Position of a page in its list. */
  meta: PaginatedMeta;
}

/** Params of `payouts.stats`. */
export interface PayoutsStatsParams {
  /**
   * Only payouts of this program.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  programId?: string | undefined;
  /** Period that the figures cover. */
  period?: StatsPeriod | undefined;
}
