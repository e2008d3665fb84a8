import {
  type APIPromise,
  APIResource,
  type Operations,
  type Page,
  type PagePromise,
  type RequestOptions,
} from "@trunkline/runtime/client";
import { pages } from "../pages.js";
import type { PaginatedMeta } from "../types.js";

const operations = {
  listPrograms: {
    id: "marketplace.listPrograms",
    method: "GET",
    path: "/marketplace/programs",
    query: ["cursor", "limit", "page", "pageSize", "offset", "category", "minCommission", "minEpc", "sort"],
    page: pages,
  },
  apply: { id: "marketplace.apply", method: "POST", path: "/marketplace/apply/{programId}", body: "fields" },
} satisfies Operations;

/** Programs that affiliates can apply to. */
export class Marketplace extends APIResource {
  /**
   * Lists programs in the marketplace: those that affiliates can apply to.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /marketplace/programs`. Await it for the first page, or iterate over it for the items of all pages.
   *
   * @example
   * ```ts
   * for await (const program of client.marketplace.listPrograms()) {
   *   console.log(program);
   * }
   * ```
   */
  listPrograms(
    params?: MarketplaceListProgramsParams,
    options?: RequestOptions,
  ): PagePromise<MarketplaceListProgramsPage, MarketplaceProgram> {
    return this._page(operations.listPrograms, params, options);
  }

  /**
   * Sends the affiliate's application to a program of the marketplace. Takes no idempotency key.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `POST /marketplace/apply/{programId}`
   *
   * @param programId - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const application = await client.marketplace.apply("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  apply(
    programId: string,
    params?: MarketplaceApplyParams,
    options?: RequestOptions,
  ): APIPromise<MarketplaceApplication> {
    return this._call(operations.apply, params, options, programId);
  }
}

/** What an affiliate tells the merchant when applying. */
export interface ApplyToProgram {
  /** Message to the merchant. */
  message?: string | undefined;
}

/** An application that was just sent. Its fields are not fixed. */
export interface MarketplaceApplication {
  [key: string]: unknown;
}

/** A program in the marketplace. Fields beyond these may be present. */
export interface MarketplaceProgram {
  /** Id of the program, to be given when applying. */
  programId?: string | undefined;
  /** Id of the marketplace entry. */
  id?: string | undefined;
  /** Commission in percent of a sale. */
  commissionPercent?: number | undefined;
  [key: string]: unknown;
}

/** Params of `marketplace.listPrograms`. */
export interface MarketplaceListProgramsParams {
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
   * Only programs of this category.
   * @example "analytics"
   */
  category?: string | undefined;
  /** Only programs that pay at least this commission, in per cent. */
  minCommission?: number | undefined;
  /** Only programs whose clicks earn at least this much each, in minor units. */
  minEpc?: number | undefined;
  /** What the list is sorted by: earnings per click, conversion rate, commission or age. */
  sort?: "epc" | "conversionRate" | "commission" | "newest" | undefined;
}

/** One page of `marketplace.listPrograms`. */
export interface MarketplaceListProgramsPage extends Page<MarketplaceProgram> {
  /** The programs of this page. */
  data: MarketplaceProgram[];
  /** Position of a page in its list. */
  meta: PaginatedMeta;
}

/** Params of `marketplace.apply`. */
export interface MarketplaceApplyParams extends ApplyToProgram {}
