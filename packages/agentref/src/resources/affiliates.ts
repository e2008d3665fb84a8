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
import type { Affiliate, AffiliateStatusInput, ApplicationSource, PaginatedMeta } from "../types.js";

const operations = {
  list: {
    id: "affiliates.list",
    method: "GET",
    path: "/affiliates",
    query: [
      "cursor",
      "limit",
      "page",
      "pageSize",
      "offset",
      "programId",
      "includeBlocked",
      "search",
      "sortBy",
      "sortOrder",
      "status",
      "source",
    ],
    page: pages,
  },
  get: { id: "affiliates.get", method: "GET", path: "/affiliates/{id}", query: ["include"] },
  approve: { id: "affiliates.approve", method: "POST", path: "/affiliates/{id}/approve", keyed: true },
  block: {
    id: "affiliates.block",
    method: "POST",
    path: "/affiliates/{id}/block",
    body: "fields",
    keyed: true,
  },
  unblock: { id: "affiliates.unblock", method: "POST", path: "/affiliates/{id}/unblock", keyed: true },
} satisfies Operations;

/** Affiliates of a merchant's programs. */
export class Affiliates extends APIResource {
  /**
   * Lists the affiliates of all the merchant's programs. Blocked ones are left out unless `includeBlocked` is
   * true.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /affiliates`. Await it for the first page, or iterate over it for the items of all pages.
   *
   * @example
   * ```ts
   * for await (const affiliate of client.affiliates.list()) {
   *   console.log(affiliate);
   * }
   * ```
   */
  list(params?: AffiliatesListParams, options?: RequestOptions): PagePromise<AffiliatesListPage, Affiliate> {
    return this._page(operations.list, params, options);
  }

  /**
   * Returns an affiliate. With `include: "stats"` figures are added.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /affiliates/{id}`
   *
   * @param id - Id of the affiliate.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const affiliate = await client.affiliates.get("9109bd73-d330-4786-9802-160c476c6bb8");
   * ```
   */
  get(id: string, params?: AffiliatesGetParams, options?: RequestOptions): APIPromise<AffiliateDetail> {
    return this._call(operations.get, params, options, id);
  }

  /**
   * Approves an affiliate who waits for a decision. AgentRef treats affiliates without a decision as
   * applications: use `applications.approve`.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /affiliates/{id}/approve`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @param id - Id of the affiliate.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @deprecated AgentRef treats affiliates without a decision as applications: use `applications.approve`.
   * @example
   * ```ts
   * const affiliate = await client.affiliates.approve("9109bd73-d330-4786-9802-160c476c6bb8");
   * ```
   */
  approve(id: string, params?: NoParams, options?: IdempotentRequestOptions): APIPromise<Affiliate> {
    return this._call(operations.approve, params, options, id);
  }

  /**
   * Blocks an affiliate of a program. You can give a reason.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /affiliates/{id}/block`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @param id - Id of the affiliate.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const affiliate = await client.affiliates.block("9109bd73-d330-4786-9802-160c476c6bb8");
   * ```
   */
  block(
    id: string,
    params?: AffiliatesBlockParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<Affiliate> {
    return this._call(operations.block, params, options, id);
  }

  /**
   * Unblocks an affiliate, who is approved again.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /affiliates/{id}/unblock`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @param id - Id of the affiliate.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const affiliate = await client.affiliates.unblock("9109bd73-d330-4786-9802-160c476c6bb8");
   * ```
   */
  unblock(id: string, params?: NoParams, options?: IdempotentRequestOptions): APIPromise<Affiliate> {
    return this._call(operations.unblock, params, options, id);
  }
}

/** An affiliate. With `include: "stats"` the answer has figures in further fields. */
export type AffiliateDetail = Affiliate & { [key: string]: unknown };

/** Why an affiliate is blocked. */
export interface BlockAffiliate {
  /** Reason for the block. Write nothing that the affiliate must not see. */
  reason?: string | undefined;
}

/** Params of `affiliates.list`. */
export interface AffiliatesListParams {
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
   * Only affiliates of this program.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  programId?: string | undefined;
  /** Whether blocked affiliates are listed too. */
  includeBlocked?: boolean | undefined;
  /**
   * Text to look for.
   * @example "newsletter"
   */
  search?: string | undefined;
  /** What the list is sorted by. */
  sortBy?: "createdAt" | "totalClicks" | "totalRevenue" | "name" | undefined;
  /** Direction of the sorting. */
  sortOrder?: "asc" | "desc" | undefined;
  /** Only affiliates of this status. */
  status?: AffiliateStatusInput | undefined;
  /** Only affiliates from this source. */
  source?: ApplicationSource | undefined;
}

/** One page of `affiliates.list`. */
export interface AffiliatesListPage extends Page<Affiliate> {
  /** The affiliates of this page. */
  data: Affiliate[];
  /** Position of a page in its list. */
  meta: PaginatedMeta;
}

/** Params of `affiliates.get`. */
export interface AffiliatesGetParams {
  /** What to add to the affiliate. */
  include?: "stats" | undefined;
}

/** Params of `affiliates.block`. */
export interface AffiliatesBlockParams extends BlockAffiliate {}
