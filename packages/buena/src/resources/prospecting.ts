import {
  APIResource,
  type Operations,
  offsetPages,
  type Page,
  type PagePromise,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  search: {
    id: "prospecting.search",
    method: "POST",
    path: "/prospecting/search",
    body: "fields",
    page: offsetPages({ items: "/data/prospects", offset: "offset", total: "/data/total" }),
  },
} satisfies Operations;

/** Search for people that are not leads yet. */
export class Prospecting extends APIResource {
  /**
   * Searches for prospects: people, by their company, their role and the technologies that the company uses,
   * page by page. Each request may cost credits; `data.creditsUsed` says how many. A walk over all pages
   * sends one request per page until you stop it, so set `limit` and `maxPages`.
   *
   * `POST /prospecting/search`, scope `prospecting:search`. Await it for the first page, or iterate over it
   * for the items of all pages.
   *
   * @throws {BadRequestError} 400: A field of the body is missing or invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * for await (const prospect of client.prospecting.search({
   *   filters: { company: { industry: ["Software"] } },
   *   limit: 25,
   * })) {
   *   console.log(prospect);
   * }
   * ```
   */
  search(
    params: ProspectingSearchParams,
    options?: RequestOptions,
  ): PagePromise<ProspectingSearchPage, Prospect> {
    return this._page(operations.search, params, options);
  }
}

/** Conditions for the company of a prospect. */
export interface CompanyFilter {
  /** Name of the company. */
  name?: string | undefined;
  /** Industries to search in. */
  industry?: string[] | undefined;
  /** Ranges of employees, such as `10-50`, `100-500` or `500+`. */
  size?: string[] | undefined;
  /** Places to search in. */
  location?: string[] | undefined;
  /** A range of revenue. */
  revenue?: RevenueRange | undefined;
}

/** Conditions for the prospect. */
export interface PersonFilter {
  /** Job titles to search for. */
  title?: string[] | undefined;
  /** Levels of seniority to search for. */
  seniority?: string[] | undefined;
  /** Departments to search in. */
  department?: string[] | undefined;
  /** Places to search in. */
  location?: string[] | undefined;
}

/** A person that a search found. Any field but `id` may be missing. */
export interface Prospect {
  /** Id of the prospect. */
  id: string;
  /** First name. */
  firstName?: string | undefined;
  /** Last name. */
  lastName?: string | undefined;
  /** Email address. */
  email?: string | undefined;
  /** Address of the LinkedIn profile. */
  linkedinUrl?: string | undefined;
  /** Job title. */
  title?: string | undefined;
  /** Company that the prospect works for. */
  company?: string | undefined;
  /** Industry of the company. */
  industry?: string | undefined;
  /** Where the prospect is. */
  location?: string | undefined;
  /** Range of employees of the company, such as `100-500`. */
  companySize?: string | undefined;
  /** Technologies that the company uses. */
  technologies?: string[] | undefined;
  /** How sure the match is. */
  confidence?: number | undefined;
}

/** What to search for. Filters of all three kinds may be combined. */
export interface ProspectFilters {
  /** Conditions for the company of a prospect. */
  company?: CompanyFilter | undefined;
  /** Conditions for the prospect. */
  person?: PersonFilter | undefined;
  /** Technologies that the company of a prospect must use or must not use. */
  technology?: TechnologyFilter | undefined;
}

/** One page of the results of a search, and its cost in credits. */
export interface ProspectSearchResult {
  /** The prospects of this part. */
  prospects: Prospect[];
  /** Number of all prospects that match. */
  total: number;
  /** Credits that this request cost. */
  creditsUsed: number;
  /** Credits that are left. */
  remainingCredits: number;
}

/** A range of revenue. */
export interface RevenueRange {
  /** Least revenue. */
  min?: number | undefined;
  /** Maximum revenue; null for no limit. */
  max?: number | null | undefined;
}

/** A search for prospects. */
export interface SearchProspectsRequest {
  /** What to search for. Filters of all three kinds may be combined. */
  filters: ProspectFilters;
  /**
   * Maximum number of prospects in an answer. 1 to 100.
   * @default 25
   */
  limit?: number | undefined;
  /**
   * Number of prospects to skip.
   * @default 0
   */
  offset?: number | undefined;
}

/** Technologies that the company of a prospect must use or must not use. */
export interface TechnologyFilter {
  /** Technologies that it must use. */
  using?: string[] | undefined;
  /** Technologies that it must not use. */
  notUsing?: string[] | undefined;
}

/** Params of `prospecting.search`. */
export interface ProspectingSearchParams extends SearchProspectsRequest {}

/** One page of `prospecting.search`. */
export interface ProspectingSearchPage extends Page<Prospect> {
  /** Whether the search was done. */
  success: boolean;
  /** One page of the results of a search, and its cost in credits. */
  data: ProspectSearchResult;
}
