import {
  type APIPromise,
  APIResource,
  type IdempotentRequestOptions,
  type NoParams,
  type Operations,
  type Page,
  type PagePromise,
  type RequestOptions,
} from "@trunkline/runtime/client";
import { pages } from "../pages.js";
import type { PaginatedMeta } from "../types.js";

const operations = {
  list: {
    id: "flags.list",
    method: "GET",
    path: "/flags",
    query: ["cursor", "limit", "page", "pageSize", "offset", "status", "type", "affiliateId"],
    page: pages,
  },
  stats: { id: "flags.stats", method: "GET", path: "/flags/stats" },
  resolve: { id: "flags.resolve", method: "POST", path: "/flags/{id}/resolve", body: "fields", keyed: true },
} satisfies Operations;

/** Suspicions that an affiliate commits fraud. */
export class Flags extends APIResource {
  /**
   * Lists flags: suspicions that an affiliate commits fraud.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /flags`. Await it for the first page, or iterate over it for the items of all pages.
   *
   * @example
   * ```ts
   * for await (const flag of client.flags.list()) {
   *   console.log(flag);
   * }
   * ```
   */
  list(params?: FlagsListParams, options?: RequestOptions): PagePromise<FlagsListPage, Flag> {
    return this._page(operations.list, params, options);
  }

  /**
   * Gets flag statistics: how many flags have each status.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /flags/stats`
   *
   * @example
   * ```ts
   * const stats = await client.flags.stats();
   * ```
   */
  stats(params?: NoParams, options?: RequestOptions): APIPromise<FlagStats> {
    return this._call(operations.stats, params, options);
  }

  /**
   * Resolves a flag with the outcome of a review, and blocks the affiliate if you ask for it.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /flags/{id}/resolve`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @param id - Id of the flag.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const flag = await client.flags.resolve("79f6b86f-a0c0-4eef-99e0-3be55714d583", {
   *   status: "dismissed",
   * });
   * ```
   */
  resolve(id: string, params: FlagsResolveParams, options?: IdempotentRequestOptions): APIPromise<Flag> {
    return this._call(operations.resolve, params, options, id);
  }
}

/** A suspicion that an affiliate commits fraud. */
export interface Flag {
  /** Id of the flag. */
  id: string;
  /** Id of the affiliate. */
  affiliateId: string;
  /** Why an affiliate is suspected. */
  type: FlagType;
  /** State of the review of a flag. */
  status: FlagStatus;
  /** What was noticed. Its fields depend on the type. */
  details: Record<string, unknown> | null;
  /** Note on the outcome. */
  note: string | null;
  /** When the flag was raised. RFC 3339 date and time. */
  createdAt: string;
  /** When the flag was resolved. RFC 3339 date and time. */
  resolvedAt: string | null;
}

/**
 * Outcome of a review: looked at without a verdict (`reviewed`), false alarm (`dismissed`) or fraud
 * (`confirmed`).
 */
export type FlagResolution = "reviewed" | "dismissed" | "confirmed";

/** Number of flags of each status. */
export interface FlagStats {
  /** Flags that nobody has looked at. */
  open: number;
  /** Flags looked at without a verdict. */
  reviewed: number;
  /** False alarms. */
  dismissed: number;
  /** Confirmed fraud. */
  confirmed: number;
  /** All flags. */
  total: number;
}

/** State of the review of a flag. */
export type FlagStatus = "open" | "reviewed" | "dismissed" | "confirmed" | (string & {});

/** Why an affiliate is suspected. */
export type FlagType =
  | "suspicious_activity"
  | "self_referral"
  | "high_click_frequency"
  | "conversion_anomaly"
  | "manual_review"
  | (string & {});

/** Outcome of a flag's review. */
export interface ResolveFlag {
  /**
   * Outcome of a review: looked at without a verdict (`reviewed`), false alarm (`dismissed`) or fraud
   * (`confirmed`).
   */
  status: FlagResolution;
  /** Note on the outcome. Write nothing that the affiliate must not see. */
  note?: string | undefined;
  /** Whether the affiliate is to be blocked as well. */
  blockAffiliate?: boolean | undefined;
}

/** Params of `flags.list`. */
export interface FlagsListParams {
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
  /** Only flags of this status: `open`, `reviewed`, `dismissed` or `confirmed`. */
  status?: string | undefined;
  /**
   * Only flags of this type: `suspicious_activity`, `self_referral`, `high_click_frequency`,
   * `conversion_anomaly` or `manual_review`.
   */
  type?: string | undefined;
  /**
   * Only flags against this affiliate.
   * @example "3824bfb1-e57e-43ee-89d9-a5ea5d1fd057"
   */
  affiliateId?: string | undefined;
}

/** One page of `flags.list`. */
export interface FlagsListPage extends Page<Flag> {
  /** The flags of this page. */
  data: Flag[];
  /** Position of a page in its list. */
  meta: PaginatedMeta;
}

/** Params of `flags.resolve`. */
export interface FlagsResolveParams extends ResolveFlag {}
