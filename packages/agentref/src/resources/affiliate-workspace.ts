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
import type {
  MarketplaceStatus,
  PaginatedMeta,
  Payout,
  ProgramReadiness,
  ProgramStatus,
  StatsPeriod,
} from "../types.js";

const operations = {
  overview: { id: "affiliateWorkspace.overview", method: "GET", path: "/me/overview" },
  identity: { id: "affiliateWorkspace.identity", method: "GET", path: "/me" },
  listPrograms: { id: "affiliateWorkspace.listPrograms", method: "GET", path: "/me/programs" },
  getProgram: { id: "affiliateWorkspace.getProgram", method: "GET", path: "/me/programs/{programId}" },
  earnings: { id: "affiliateWorkspace.earnings", method: "GET", path: "/me/earnings" },
  listProgramEarnings: {
    id: "affiliateWorkspace.listProgramEarnings",
    method: "GET",
    path: "/me/earnings/{programId}",
    query: ["cursor", "limit", "page", "pageSize", "offset", "period"],
    page: pages,
  },
  listPayouts: {
    id: "affiliateWorkspace.listPayouts",
    method: "GET",
    path: "/me/payouts",
    query: ["cursor", "limit", "page", "pageSize", "offset", "program_id"],
    page: pages,
  },
  listLinks: { id: "affiliateWorkspace.listLinks", method: "GET", path: "/me/links", query: ["program_id"] },
  createLink: {
    id: "affiliateWorkspace.createLink",
    method: "POST",
    path: "/me/links",
    query: ["program_id"],
    body: "fields",
    keyed: true,
  },
  updateLink: {
    id: "affiliateWorkspace.updateLink",
    method: "PATCH",
    path: "/me/links/{id}",
    query: ["program_id"],
    body: "fields",
    bodyRequired: true,
  },
  deleteLink: {
    id: "affiliateWorkspace.deleteLink",
    method: "DELETE",
    path: "/me/links/{id}",
    query: ["program_id"],
  },
  clickStats: {
    id: "affiliateWorkspace.clickStats",
    method: "GET",
    path: "/me/clicks",
    query: ["program_id", "startDate", "endDate"],
  },
} satisfies Operations;

/**
 * What an affiliate sees: programs, earnings, payouts, links and clicks. Here the filter for a program is
 * called `program_id`.
 */
export class AffiliateWorkspace extends APIResource {
  /**
   * Gets an overview of the affiliate's figures, over all programs and by program. Amounts are in minor
   * units.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /me/overview`
   *
   * @example
   * ```ts
   * const overview = await client.affiliateWorkspace.overview();
   * ```
   */
  overview(params?: NoParams, options?: RequestOptions): APIPromise<AffiliateWorkspaceOverview> {
    return this._call(operations.overview, params, options);
  }

  /**
   * Gets the identity of the key: its owner, and what it may do. With a merchant key, the answer has the
   * merchant's programs too.
   *
   * Takes a key of any kind.
   *
   * `GET /me`
   *
   * @example
   * ```ts
   * const identity = await client.affiliateWorkspace.identity();
   * ```
   */
  identity(params?: NoParams, options?: RequestOptions): APIPromise<Identity> {
    return this._call(operations.identity, params, options);
  }

  /**
   * Lists the affiliate's programs: those that the affiliate belongs to. The list is not paged.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /me/programs`
   *
   * @example
   * ```ts
   * const programs = await client.affiliateWorkspace.listPrograms();
   * ```
   */
  listPrograms(params?: NoParams, options?: RequestOptions): APIPromise<AffiliateWorkspaceProgram[]> {
    return this._call(operations.listPrograms, params, options);
  }

  /**
   * Gets one of the affiliate's programs: its terms, the pages that links may lead to, and the affiliate's
   * payout details and figures.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /me/programs/{programId}`
   *
   * @param programId - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const program = await client.affiliateWorkspace.getProgram("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  getProgram(
    programId: string,
    params?: NoParams,
    options?: RequestOptions,
  ): APIPromise<AffiliateWorkspaceProgramDetail> {
    return this._call(operations.getProgram, params, options, programId);
  }

  /**
   * Gets the affiliate's earnings over all programs.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /me/earnings`
   *
   * @example
   * ```ts
   * const earnings = await client.affiliateWorkspace.earnings();
   * ```
   */
  earnings(params?: NoParams, options?: RequestOptions): APIPromise<Earnings> {
    return this._call(operations.earnings, params, options);
  }

  /**
   * Lists the affiliate's earnings in a program, entry by entry.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /me/earnings/{programId}`. Await it for the first page, or iterate over it for the items of all
   * pages.
   *
   * @param programId - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * for await (const earning of client.affiliateWorkspace.listProgramEarnings("bcf9d535-9520-439f-bb68-e7a02a8f5cea")) {
   *   console.log(earning);
   * }
   * ```
   */
  listProgramEarnings(
    programId: string,
    params?: AffiliateWorkspaceListProgramEarningsParams,
    options?: RequestOptions,
  ): PagePromise<AffiliateWorkspaceListProgramEarningsPage, ProgramEarning> {
    return this._page(operations.listProgramEarnings, params, options, programId);
  }

  /**
   * Lists the affiliate's payouts. Amounts are in minor units. The filter for a program is called
   * `program_id` here.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /me/payouts`. Await it for the first page, or iterate over it for the items of all pages.
   *
   * @example
   * ```ts
   * for await (const payout of client.affiliateWorkspace.listPayouts()) {
   *   console.log(payout);
   * }
   * ```
   */
  listPayouts(
    params?: AffiliateWorkspaceListPayoutsParams,
    options?: RequestOptions,
  ): PagePromise<AffiliateWorkspaceListPayoutsPage, Payout> {
    return this._page(operations.listPayouts, params, options);
  }

  /**
   * Lists the affiliate's tracking links. The list is not paged.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /me/links`
   *
   * @example
   * ```ts
   * const links = await client.affiliateWorkspace.listLinks();
   * ```
   */
  listLinks(
    params?: AffiliateWorkspaceListLinksParams,
    options?: RequestOptions,
  ): APIPromise<AffiliateLink[]> {
    return this._call(operations.listLinks, params, options);
  }

  /**
   * Creates a tracking link. Name the program in `program_id`.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `POST /me/links`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const link = await client.affiliateWorkspace.createLink({ name: "Video description" });
   * ```
   */
  createLink(
    params: AffiliateWorkspaceCreateLinkParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<AffiliateLink> {
    return this._call(operations.createLink, params, options);
  }

  /**
   * Updates the given fields of a tracking link. It does not take `destination_path` and `custom_slug`. Use
   * `targetUrl` to change where the link leads.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `PATCH /me/links/{id}`
   *
   * @param id - Id of the link.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const link = await client.affiliateWorkspace.updateLink("314e5427-45b6-4ba1-8072-eab52df12f53", {
   *   targetUrl: "https://analytics.acme.example/pricing",
   * });
   * ```
   */
  updateLink(
    id: string,
    params?: AffiliateWorkspaceUpdateLinkParams,
    options?: RequestOptions,
  ): APIPromise<AffiliateLink> {
    return this._call(operations.updateLink, params, options, id);
  }

  /**
   * Deletes a tracking link of the affiliate.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `DELETE /me/links/{id}`
   *
   * @param id - Id of the link.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * await client.affiliateWorkspace.deleteLink("314e5427-45b6-4ba1-8072-eab52df12f53");
   * ```
   */
  deleteLink(
    id: string,
    params?: AffiliateWorkspaceDeleteLinkParams,
    options?: RequestOptions,
  ): APIPromise<DeletedLink> {
    return this._call(operations.deleteLink, params, options, id);
  }

  /**
   * Gets the affiliate's click statistics: how often the links were clicked. The names of the filters have
   * two spellings: `program_id`, but `startDate` and `endDate`.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /me/clicks`
   *
   * @example
   * ```ts
   * const stats = await client.affiliateWorkspace.clickStats();
   * ```
   */
  clickStats(params?: AffiliateWorkspaceClickStatsParams, options?: RequestOptions): APIPromise<ClickStats> {
    return this._call(operations.clickStats, params, options);
  }
}

/** A tracking link of an affiliate. Fields beyond these may be present. */
export interface AffiliateLink {
  /** Id of the link. */
  id: string;
  /** Name of the link, for the affiliate. */
  name?: string | undefined;
  /** Code in the link's URL. */
  code?: string | undefined;
  /** URL that the link leads to; null where none is set. */
  targetUrl?: string | null | undefined;
  /** Whether the link works. */
  isActive?: boolean | undefined;
  [key: string]: unknown;
}

/** An affiliate's figures in one program. */
export interface AffiliateProgramStats {
  /** Id of the program. */
  programId: string;
  /** Name of the program. */
  programName: string;
  /** Clicks on the affiliate's links. */
  totalClicks: number;
  /** Conversions credited to the affiliate. */
  totalConversions: number;
  /** Sales that the affiliate brought, in minor units (cents for `usd`). */
  totalRevenue: number;
  /** Commission earned, in minor units (cents for `usd`). */
  totalCommission: number;
  /** Commission already paid out, in minor units (cents for `usd`). */
  totalPaidOut: number;
}

/** An affiliate's figures over all programs. */
export interface AffiliateWorkspaceOverview {
  /** Id of the affiliate's profile. */
  affiliateProfileId: string;
  /** Programs that the affiliate belongs to. */
  programCount: number;
  /** Programs among them that are running. */
  activeProgramCount: number;
  /** Commission earned, in minor units. The answer names no currency. */
  totalEarnings: number;
  /** Pending commission, in minor units. The answer names no currency. */
  pendingEarnings: number;
  /** Commission that can be paid out, in minor units. The answer names no currency. */
  availableEarnings: number;
  /** Commission already paid out, in minor units. The answer names no currency. */
  paidEarnings: number;
  /** The same by program. */
  programStats: AffiliateProgramStats[];
}

/** A program that the affiliate belongs to. */
export interface AffiliateWorkspaceProgram {
  /** Id of the affiliate in this program. */
  affiliateId: string;
  /** Id of the program. */
  programId: string;
  /** Name of the program. */
  programName: string;
  /** What the program is about. */
  programDescription: string | null;
  /** Name of the merchant's company. */
  companyName: string | null;
  /** Name of the affiliates' portal in its URL. */
  portalSlug: string | null;
  /** Look of the portal. */
  portalTheme: string | null;
  /** URL of the logo in the marketplace. */
  marketplaceLogoUrl: string | null;
  /** Which payments of a customer earn commission: `one_time`, `recurring` or `recurring_limited`. */
  commissionType: string;
  /** Commission in percent of a sale. */
  commissionPercent: number;
  /** Code in the affiliate's links. */
  code: string;
  /** Whether the affiliate is approved. */
  isApproved: boolean;
  /** Whether the affiliate is blocked. */
  isBlocked: boolean;
  /** Clicks on the affiliate's links. */
  totalClicks: number;
  /** Conversions credited to the affiliate. */
  totalConversions: number;
  /** Sales that the affiliate brought, in minor units (cents for `usd`). */
  totalRevenue: number;
  /** Commission earned, in minor units (cents for `usd`). */
  totalCommission: number;
  /** Commission already paid out, in minor units (cents for `usd`). */
  totalPaidOut: number;
  /** When the affiliate joined. RFC 3339 date and time. */
  createdAt: string;
}

/** A program that the affiliate belongs to, with its terms and the affiliate's payout details. */
export interface AffiliateWorkspaceProgramDetail {
  /** Id of the affiliate in this program. */
  affiliateId: string;
  /** Id of the program. */
  programId: string;
  /** Name of the program. */
  programName: string;
  /** What the program is about. */
  programDescription: string | null;
  /** Name of the merchant's company. */
  merchantCompanyName: string | null;
  /** Look of the portal. */
  portalTheme: string | null;
  /** URL of the logo in the marketplace. */
  marketplaceLogoUrl: string | null;
  /** Website of the merchant. */
  website: string | null;
  /** URL of the page that tracking links lead to. */
  landingPageUrl: string | null;
  /** Which payments of a customer earn commission: `one_time`, `recurring` or `recurring_limited`. */
  commissionType: string;
  /** Commission in percent of a sale. */
  commissionPercent: number;
  /** For how many months a customer's payments earn commission. */
  commissionLimitMonths: number | null;
  /** Days for which a click counts. */
  cookieDuration: number;
  /** Minimum commission for a payout, in minor units (cents for `usd`). */
  payoutThreshold: number;
  /** How often commission is paid out, such as `monthly`. */
  payoutFrequency: string;
  /** Currency of the amounts, as a lower-case ISO 4217 code. */
  currency: string;
  /** What must be settled before a payout. Its fields are not fixed. */
  payoutCompliance?: Record<string, unknown> | undefined;
  /** Whether links may lead to pages outside the list. */
  allowCustomDestinations?: boolean | undefined;
  /** Pages that links may lead to. */
  allowedLandingPages?: AllowedLandingPage[] | undefined;
  /** URL of the terms that affiliates accept. */
  termsUrl: string | null;
  /** Code in the affiliate's links. */
  code: string;
  /** Whether the affiliate is approved. */
  isApproved: boolean;
  /** Whether the affiliate is blocked. */
  isBlocked: boolean;
  /** How the affiliate is paid, such as `paypal`; null if nothing is set. */
  payoutMethod: string | null;
  /** PayPal address. */
  paypalEmail: string | null;
  /** Holder of the bank account. */
  bankAccountHolder: string | null;
  /** IBAN of the bank account. It may come unmasked, so treat it as a secret. */
  bankIban: string | null;
  /** BIC of the bank. */
  bankBic: string | null;
  /** First name of the payee. */
  firstName: string | null;
  /** Last name of the payee. */
  lastName: string | null;
  /** Company of the payee. */
  companyName: string | null;
  /** Street and number. */
  addressLine1: string | null;
  /** Second line of the address. */
  addressLine2: string | null;
  /** Town. */
  city: string | null;
  /** State or province. */
  state: string | null;
  /** Postal code. */
  postalCode: string | null;
  /** Country of the payee. */
  country: string | null;
  /** VAT number. */
  vatId: string | null;
  /** Kind of the tax number. */
  taxIdType: string | null;
  /** Tax number. */
  taxId: string | null;
  /** Whether the tax form is filled in. */
  taxFormCompleted: boolean;
  /** Clicks on the affiliate's links. */
  totalClicks: number;
  /** Conversions credited to the affiliate. */
  totalConversions: number;
  /** Sales that the affiliate brought, in minor units (cents for `usd`). */
  totalRevenue: number;
  /** Commission earned, in minor units (cents for `usd`). */
  totalCommission: number;
  /** Commission already paid out, in minor units (cents for `usd`). */
  totalPaidOut: number;
  /** Pending commission, in minor units (cents for `usd`). */
  pendingCommission: number;
  /** When the affiliate joined. RFC 3339 date and time. */
  createdAt: string;
}

/** A page of the merchant that links may lead to. Fields beyond these may be present. */
export interface AllowedLandingPage {
  /** Path on the merchant's website. */
  path?: string | undefined;
  /** Name of the page, for people. */
  label?: string | undefined;
  [key: string]: unknown;
}

/** Figures of an affiliate's clicks. Fields beyond these may be present. */
export interface ClickStats {
  /** Number of clicks. */
  totalClicks?: number | undefined;
  [key: string]: unknown;
}

/** A tracking link to be created. Its fields are in snake_case; those of a change are in camelCase. */
export interface CreateLink {
  /** Name of the link, for the affiliate. */
  name: string;
  /** Page that the link leads to: a path from the program's list of allowed pages, such as `/pricing`. */
  destination_path?: string | undefined;
  /** Slug of your choice for the link. 3 to 32 characters. Matches `^[a-z0-9-]+$`. */
  custom_slug?: string | undefined;
}

/** Answer to the deletion of a link. Its fields are not fixed. */
export interface DeletedLink {
  [key: string]: unknown;
}

/** An affiliate's earnings over all programs. Its fields are not fixed. */
export interface Earnings {
  [key: string]: unknown;
}

/** Who a key belongs to and what it may do. */
export interface Identity {
  /** The key that the request was made with. Fields beyond these may be present. */
  key: IdentityKey;
  /** Who the key belongs to. Fields beyond these may be present. */
  owner: IdentityOwner;
  /** Programs of the merchant, with a merchant key. */
  programs?: IdentityProgram[] | undefined;
  [key: string]: unknown;
}

/** The key that the request was made with. Fields beyond these may be present. */
export interface IdentityKey {
  /** Whose key it is. */
  ownerType?: "merchant" | "affiliate" | (string & {}) | undefined;
  /** Kind of the key: `full`, or one for onboarding. */
  keyType?: string | undefined;
  /** What the key may do. */
  scopes?: string[] | undefined;
  [key: string]: unknown;
}

/** Who the key belongs to. Fields beyond these may be present. */
export interface IdentityOwner {
  /** Id of the affiliate, with an affiliate key. */
  affiliateId?: string | undefined;
  [key: string]: unknown;
}

/** A program of the merchant, in brief. */
export interface IdentityProgram {
  /** Id of the program. */
  id: string;
  /** Name of the program. */
  name: string;
  /** Whether a program runs: `active`, on hold (`paused`), or closed, as `delete` leaves it (`archived`). */
  status: ProgramStatus;
  /**
   * How a program stands in the marketplace: `private` is not listed, `draft` is being prepared, `public` is
   * listed.
   */
  marketplaceStatus: MarketplaceStatus;
  /** State of the set-up of a program. */
  readiness: ProgramReadiness;
  /** Website whose visitors are tracked. */
  website: string | null;
  /** URL of the page that tracking links lead to. */
  landingPageUrl: string | null;
  /** When the Stripe account was connected. RFC 3339 date and time. */
  stripeConnectedAt: string | null;
}

/** One entry of an affiliate's earnings in a program. Its fields are not fixed. */
export interface ProgramEarning {
  [key: string]: unknown;
}

/** Changes of a tracking link. What is left out stays as it is. */
export interface UpdateLink {
  /** Name of the link, for the affiliate. */
  name?: string | undefined;
  /** URL that the link leads to. Null removes it. */
  targetUrl?: string | null | undefined;
  /** Whether the link works. */
  isActive?: boolean | undefined;
}

/** Params of `affiliateWorkspace.listProgramEarnings`. */
export interface AffiliateWorkspaceListProgramEarningsParams {
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
  /** Period that the entries fall into. */
  period?: StatsPeriod | undefined;
}

/** One page of `affiliateWorkspace.listProgramEarnings`. */
export interface AffiliateWorkspaceListProgramEarningsPage extends Page<ProgramEarning> {
  /** The entries of this page. */
  data: ProgramEarning[];
  /** Position of a page in its list. */
  meta: PaginatedMeta;
}

/** Params of `affiliateWorkspace.listPayouts`. */
export interface AffiliateWorkspaceListPayoutsParams {
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
  program_id?: string | undefined;
}

/** One page of `affiliateWorkspace.listPayouts`. */
export interface AffiliateWorkspaceListPayoutsPage extends Page<Payout> {
  /** The payouts of this page. */
  data: Payout[];
  /** Position of a page in its list. */
  meta: PaginatedMeta;
}

/** Params of `affiliateWorkspace.listLinks`. */
export interface AffiliateWorkspaceListLinksParams {
  /**
   * Only links to this program.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  program_id?: string | undefined;
}

/** Params of `affiliateWorkspace.createLink`. */
export interface AffiliateWorkspaceCreateLinkParams extends CreateLink {
  /**
   * The program that the link is for.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  program_id?: string | undefined;
}

/** Params of `affiliateWorkspace.updateLink`. */
export interface AffiliateWorkspaceUpdateLinkParams extends UpdateLink {
  /**
   * The program that the link is for.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  program_id?: string | undefined;
}

/** Params of `affiliateWorkspace.deleteLink`. */
export interface AffiliateWorkspaceDeleteLinkParams {
  /**
   * The program that the link is for.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  program_id?: string | undefined;
}

/** Params of `affiliateWorkspace.clickStats`. */
export interface AffiliateWorkspaceClickStatsParams {
  /**
   * Only clicks for this program.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  program_id?: string | undefined;
  /** Only clicks at this time or later. RFC 3339 date and time. */
  startDate?: string | Date | undefined;
  /** Only clicks up to this time. RFC 3339 date and time. */
  endDate?: string | Date | undefined;
}
