import {
  type APIPromise,
  APIResource,
  type Operations,
  type Page,
  type PagePromise,
  type RequestOptions,
} from "@trunkline/runtime/client";
import { pages } from "../pages.js";
import type { PaginatedMeta, StatsPeriod } from "../types.js";

const operations = {
  list: {
    id: "conversions.list",
    method: "GET",
    path: "/conversions",
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
  stats: {
    id: "conversions.stats",
    method: "GET",
    path: "/conversions/stats",
    query: ["programId", "period"],
  },
  recent: { id: "conversions.recent", method: "GET", path: "/conversions/recent", query: ["limit"] },
} satisfies Operations;

/** Sales that were credited to affiliates. Amounts are in minor units. */
export class Conversions extends APIResource {
  /**
   * Lists conversions: sales that were credited to affiliates. Amounts are in minor units.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /conversions`, scope `conversions:read`. Await it for the first page, or iterate over it for the
   * items of all pages.
   *
   * @example
   * ```ts
   * for await (const conversion of client.conversions.list()) {
   *   console.log(conversion);
   * }
   * ```
   */
  list(
    params?: ConversionsListParams,
    options?: RequestOptions,
  ): PagePromise<ConversionsListPage, Conversion> {
    return this._page(operations.list, params, options);
  }

  /**
   * Gets conversion statistics: counts, and amounts in minor units.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /conversions/stats`, scope `stats:read`
   *
   * @example
   * ```ts
   * const stats = await client.conversions.stats();
   * ```
   */
  stats(params?: ConversionsStatsParams, options?: RequestOptions): APIPromise<ConversionStats> {
    return this._call(operations.stats, params, options);
  }

  /**
   * Lists recent conversions, 20 at most. The list is not paged.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /conversions/recent`
   *
   * @example
   * ```ts
   * const conversions = await client.conversions.recent();
   * ```
   */
  recent(params?: ConversionsRecentParams, options?: RequestOptions): APIPromise<Conversion[]> {
    return this._call(operations.recent, params, options);
  }
}

/** How a sale was traced to an affiliate: by cookie, by coupon code or by metadata of the Stripe payment. */
export type AttributionMethod = "cookie" | "coupon" | "metadata" | (string & {});

/** A sale that was credited to an affiliate. Fields beyond these may be present. */
export interface Conversion {
  /** Id of the conversion. */
  id: string;
  /** Id of the affiliate. */
  affiliateId: string;
  /** Id of the program. */
  programId: string;
  /** Amount of the sale, in minor units (cents for `usd`). */
  amount: number;
  /** Commission on the sale, in minor units (cents for `usd`). */
  commission: number;
  /** Where a conversion stands. */
  status: ConversionStatus;
  /**
   * How a sale was traced to an affiliate: by cookie, by coupon code or by metadata of the Stripe payment.
   */
  method: AttributionMethod;
  /** Id of the Stripe checkout session. */
  stripeSessionId: string | null;
  /** When the sale was recorded. RFC 3339 date and time. */
  createdAt: string;
  [key: string]: unknown;
}

/** Figures of conversions over a period. */
export interface ConversionStats {
  /** Number of conversions. */
  total: number;
  /** Conversions that wait for approval. */
  pending: number;
  /** Approved conversions. */
  approved: number;
  /** Amount of the sales, in minor units. The answer names no currency. */
  totalRevenue: number;
  /** Commission on the sales, in minor units. The answer names no currency. */
  totalCommissions: number;
}

/** Where a conversion stands. */
export type ConversionStatus =
  | "pending"
  | "approved"
  | "partially_refunded"
  | "rejected"
  | "refunded"
  | (string & {});

/** Params of `conversions.list`. */
export interface ConversionsListParams {
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
   * Only conversions of this program, by its UUID.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  programId?: string | undefined;
  /**
   * Only conversions of this affiliate, by its UUID.
   * @example "9109bd73-d330-4786-9802-160c476c6bb8"
   */
  affiliateId?: string | undefined;
  /**
   * Only conversions of this status: `pending`, `approved`, `partially_refunded`, `rejected` or `refunded`.
   */
  status?: string | undefined;
  /** Only conversions recorded at this time or later. RFC 3339 date and time. */
  startDate?: string | Date | undefined;
  /** Only conversions recorded up to this time. RFC 3339 date and time. */
  endDate?: string | Date | undefined;
  /** Another name of `startDate`. RFC 3339 date and time. */
  from?: string | Date | undefined;
  /** Another name of `endDate`. RFC 3339 date and time. */
  to?: string | Date | undefined;
}

/** One page of `conversions.list`. */
export interface ConversionsListPage extends Page<Conversion> {
  /** The conversions of this page. */
  data: Conversion[];
  /** Position of a page in its list. */
  meta: PaginatedMeta;
}

/** Params of `conversions.stats`. */
export interface ConversionsStatsParams {
  /**
   * Only conversions of this program.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  programId?: string | undefined;
  /** Period that the figures cover. */
  period?: StatsPeriod | undefined;
}

/** Params of `conversions.recent`. */
export interface ConversionsRecentParams {
  /** How many conversions to return at most, up to 20. */
  limit?: number | undefined;
}
