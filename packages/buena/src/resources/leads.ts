import {
  type APIPromise,
  APIResource,
  firstOf,
  type NoParams,
  type Operations,
  offsetPages,
  type Page,
  type PagePromise,
  pageNumberPages,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  list: {
    id: "leads.list",
    method: "GET",
    path: "/leads",
    query: [
      "limit",
      "offset",
      "sort",
      "order",
      "search",
      "company",
      "status",
      "page",
      "sortBy",
      "sortOrder",
      "source",
      "title",
      "createdAfter",
      "createdBefore",
      "lastContactedAfter",
    ],
    page: firstOf(
      offsetPages({
        items: "/data",
        offset: "offset",
        total: "/total",
        answeredLimit: "/limit",
        answeredOffset: "/offset",
      }),
      offsetPages({ items: "/leads", offset: "offset", total: "/total" }),
      pageNumberPages({
        items: "/data/leads",
        page: "page",
        more: "/data/pagination/hasNextPage",
        total: "/data/pagination/total",
        pageNumber: "/data/pagination/page",
        pageSize: "/data/pagination/limit",
      }),
    ),
  },
  create: { id: "leads.create", method: "POST", path: "/leads", body: "fields", data: ["/data", ""] },
  get: { id: "leads.get", method: "GET", path: "/leads/{leadId}", data: ["/data", ""] },
  update: {
    id: "leads.update",
    method: "PUT",
    path: "/leads/{leadId}",
    body: "fields",
    bodyRequired: true,
    data: ["/data", ""],
  },
  delete: { id: "leads.delete", method: "DELETE", path: "/leads/{leadId}" },
  enrich: { id: "leads.enrich", method: "POST", path: "/enrich", body: "fields" },
} satisfies Operations;

/** Leads that you keep in Buena, and enrichment of any person's data. */
export class Leads extends APIResource {
  /**
   * Lists leads page by page. Filters are combined: a lead must match all of them.
   *
   * `offset`, `sort` and `order` are for answers in snake_case; `page`, `sortBy`, `sortOrder`, `source`,
   * `title` and the filters by time are for answers in camelCase. A request without `offset` and `page` gets
   * the first page. With answers in the other spelling, the API may ignore a parameter.
   *
   * `GET /leads`, scope `leads:read`. Await it for the first page, or iterate over it for the items of all
   * pages.
   *
   * @throws {BadRequestError} 400: A query parameter is invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * for await (const lead of client.leads.list()) {
   *   console.log(lead);
   * }
   * ```
   */
  list(params?: LeadsListParams, options?: RequestOptions): PagePromise<LeadsListPage, Lead> {
    return this._page(operations.list, params, options);
  }

  /**
   * Creates a lead. Two leads cannot have the same email.
   *
   * Give the first and the last name as `first_name` and `last_name`, or as `firstName` and `lastName`, and
   * the other fields in the same spelling.
   *
   * `POST /leads`, scope `leads:write`
   *
   * @throws {BadRequestError} 400: A field of the body is missing or invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {ConflictError} 409: Another lead has this email.
   * @throws {UnprocessableEntityError} 422: The email, the phone number or the LinkedIn URL has the wrong
   * form.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const lead = await client.leads.create({
   *   first_name: "Bo",
   *   last_name: "Example",
   *   email: "bo@example.com",
   * });
   * ```
   */
  create(params: LeadsCreateParams, options?: RequestOptions): APIPromise<Lead> {
    return this._call(operations.create, params, options);
  }

  /**
   * Gets one lead.
   *
   * `GET /leads/{leadId}`
   *
   * @param leadId - Id of the lead.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {NotFoundError} 404: No lead has this id.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const lead = await client.leads.get("lead_abc123");
   * ```
   */
  get(leadId: string, params?: NoParams, options?: RequestOptions): APIPromise<Lead> {
    return this._call(operations.get, params, options, leadId);
  }

  /**
   * Changes the given fields of a lead; the others stay. `tags` replaces the whole list, and `email` must not
   * belong to another lead.
   *
   * `PUT /leads/{leadId}`, scope `leads:write`
   *
   * @param leadId - Id of the lead.
   * @throws {BadRequestError} 400: A field of the body is missing or invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {NotFoundError} 404: No lead has this id.
   * @throws {ConflictError} 409: Another lead has this email.
   * @throws {UnprocessableEntityError} 422: The email, the phone number or the LinkedIn URL has the wrong
   * form.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const lead = await client.leads.update("lead_abc123", { status: "contacted" });
   * ```
   */
  update(leadId: string, params?: LeadsUpdateParams, options?: RequestOptions): APIPromise<Lead> {
    return this._call(operations.update, params, options, leadId);
  }

  /**
   * Deletes a lead for good. The API names `leads:write` in one place and `leads:delete` in another; a key
   * with both works under either.
   *
   * `DELETE /leads/{leadId}`, scope `leads:write`
   *
   * @param leadId - Id of the lead.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {NotFoundError} 404: No lead has this id.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * await client.leads.delete("lead_abc123");
   * ```
   */
  delete(leadId: string, params?: NoParams, options?: RequestOptions): APIPromise<DeletedLead> {
    return this._call(operations.delete, params, options, leadId);
  }

  /**
   * Finds out more about people and their companies. It costs Buena credits: `data.creditsUsed` says how
   * many, `data.remainingCredits` how many are left. Another call may cost credits again.
   *
   * Identify a person by `email`, or by `linkedinUrl`, or by `firstName`, `lastName` and `company` together.
   * An answer can be a partial success: check `data.failed` too.
   *
   * `POST /enrich`, scope `leads:enrich`
   *
   * @throws {BadRequestError} 400: An element of `leads` does not identify a person.
   * @throws {BuenaError} 402: Too few credits are left for this request.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: The limit of enrichments, such as 100 an hour, or a general rate limit is
   * reached.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const result = await client.leads.enrich({ leads: [{ email: "ada@example.com" }] });
   * ```
   */
  enrich(params: LeadsEnrichParams, options?: RequestOptions): APIPromise<LeadsEnrichResponse> {
    return this._call(operations.enrich, params, options);
  }
}

/** What was found out about the company of an enriched lead. */
export interface CompanyInfo {
  /** Name of the company. */
  name?: string | undefined;
  /** Address of its website. */
  website?: string | undefined;
  /** Its industry. */
  industry?: string | undefined;
  /** Its range of employees, such as `100-500`. */
  size?: string | undefined;
  /** What it does. */
  description?: string | undefined;
  /** Year in which it was founded. */
  founded?: string | undefined;
  /** Where its head office is. */
  headquarters?: string | undefined;
}

/** A new lead. Give its name as `first_name` and `last_name`, or as `firstName` and `lastName`. */
export interface CreateLeadRequest {
  /** First name. Needed, unless `firstName` is given. */
  first_name?: string | undefined;
  /** Last name. Needed beside `first_name`. */
  last_name?: string | undefined;
  /** First name, if answers are in camelCase. */
  firstName?: string | undefined;
  /** Last name, if answers are in camelCase. Needed beside `firstName`. */
  lastName?: string | undefined;
  /** Email address. No other lead may have it. */
  email: string;
  /** Company that the lead works for. */
  company?: string | undefined;
  /** Phone number. */
  phone?: string | undefined;
  /** Address of the LinkedIn profile, as in `https://linkedin.com/in/<name>`. */
  linkedin_url?: string | undefined;
  /** Address of the LinkedIn profile, if answers are in camelCase. */
  linkedinUrl?: string | undefined;
  /** Job title. If answers are in camelCase or have fewer fields, use `title`. */
  job_title?: string | undefined;
  /** Job title, if answers are in camelCase or have fewer fields. */
  title?: string | undefined;
  /** Where the lead is. */
  location?: string | undefined;
  /** Notes in free text. */
  notes?: string | undefined;
  /** Labels of your choice. */
  tags?: string[] | undefined;
  /** Fields of your own, with any values. */
  custom_fields?: Record<string, unknown> | undefined;
  /** Fields of your own, if answers are in camelCase. */
  customFields?: Record<string, unknown> | undefined;
  /**
   * Where the lead came from: `linkedin`, `website`, `referral`, `import` or `api`. For camelCase answers.
   */
  source?: string | undefined;
  /** Industry of the lead's company. For camelCase answers. */
  industry?: string | undefined;
}

/** Confirms that a lead is deleted. */
export interface DeletedLead {
  /** Whether the lead is deleted. */
  success: boolean;
  /** What was done, for people. */
  message: string;
  /** Id of the deleted lead. */
  deleted_id?: string | undefined;
}

/** What was found out about a person. What was not found may be missing. */
export interface EnrichedData {
  /** First name. */
  firstName?: string | undefined;
  /** Last name. */
  lastName?: string | undefined;
  /** Email address. */
  email?: string | undefined;
  /** Other email addresses. */
  alternativeEmails?: string[] | undefined;
  /** Phone number. */
  phone?: string | undefined;
  /** Address of the LinkedIn profile. */
  linkedinUrl?: string | undefined;
  /** Company that the person works for. */
  company?: string | undefined;
  /** Job title. */
  title?: string | undefined;
  /** Where the person is. */
  location?: string | undefined;
  /** Experience, in words. */
  experience?: string | undefined;
  /** Skills. */
  skills?: string[] | undefined;
  /** A short biography. */
  bio?: string | undefined;
  /** What was found out about the company of an enriched lead. */
  companyInfo?: CompanyInfo | undefined;
  /** Profiles on other networks. Given when `includeSocialProfiles` was set. */
  socialProfiles?: SocialProfiles | undefined;
}

/** A person for whom something was found. */
export interface EnrichedLead {
  /**
   * A person, identified by `email`, or by `linkedinUrl`, or by `firstName`, `lastName` and `company`
   * together.
   */
  input: EnrichmentInput;
  /** What was found out about a person. What was not found may be missing. */
  enrichedData: EnrichedData;
  /** Confidence of the match, from 0 to 1. */
  confidence: number;
  /** Where the data comes from. */
  sources: string[];
}

/** People to find out more about. */
export interface EnrichLeadsRequest {
  /** The people, for example 50 in a request. */
  leads: EnrichmentInput[];
  /** What to look for. */
  enrichmentOptions?: EnrichmentOptions | undefined;
}

/** A person for whom nothing was found. */
export interface EnrichmentFailure {
  /**
   * A person, identified by `email`, or by `linkedinUrl`, or by `firstName`, `lastName` and `company`
   * together.
   */
  input: EnrichmentInput;
  /** Why nothing was found. */
  reason: string;
}

/**
 * A person, identified by `email`, or by `linkedinUrl`, or by `firstName`, `lastName` and `company` together.
 */
export interface EnrichmentInput {
  /** Email address. */
  email?: string | undefined;
  /** Address of the LinkedIn profile. */
  linkedinUrl?: string | undefined;
  /** First name. Needs `lastName` and `company` beside it. */
  firstName?: string | undefined;
  /** Last name. Needs `firstName` and `company` beside it. */
  lastName?: string | undefined;
  /** Company that the person works for. Needs `firstName` and `lastName` beside it. */
  company?: string | undefined;
}

/** What to look for. */
export interface EnrichmentOptions {
  /**
   * Look for facts about the person.
   * @default true
   */
  includePersonalInfo?: boolean | undefined;
  /**
   * Look for facts about the company.
   * @default true
   */
  includeCompanyInfo?: boolean | undefined;
  /**
   * Look for profiles on other networks.
   * @default false
   */
  includeSocialProfiles?: boolean | undefined;
  /**
   * Look for email addresses and phone numbers.
   * @default true
   */
  includeContactInfo?: boolean | undefined;
}

/** Results of an enrichment, and its cost in credits. */
export interface EnrichmentResult {
  /** People for whom something was found. */
  enriched: EnrichedLead[];
  /** People for whom nothing was found. */
  failed: EnrichmentFailure[];
  /** Credits that this request cost. */
  creditsUsed: number;
  /** Credits that are left. */
  remainingCredits: number;
}

/** A person that you want to reach. */
export interface Lead {
  /** Id of the lead. */
  id: string;
  /** First name. In camelCase answers `firstName`. */
  first_name?: string | undefined;
  /** First name. In snake_case answers `first_name`. */
  firstName?: string | undefined;
  /** Last name. In camelCase answers `lastName`. */
  last_name?: string | undefined;
  /** Last name. In snake_case answers `last_name`. */
  lastName?: string | undefined;
  /** Email address. No other lead has it. */
  email: string;
  /** Company that the lead works for. */
  company?: string | null | undefined;
  /** Phone number. */
  phone?: string | null | undefined;
  /** Address of the LinkedIn profile. In camelCase answers `linkedinUrl`. */
  linkedin_url?: string | null | undefined;
  /** Address of the LinkedIn profile. In snake_case answers `linkedin_url`. */
  linkedinUrl?: string | null | undefined;
  /** Job title. In other answers `title`. */
  job_title?: string | null | undefined;
  /** Job title. In most snake_case answers `job_title`. */
  title?: string | null | undefined;
  /** Where the lead is. */
  location?: string | null | undefined;
  /** Notes in free text. */
  notes?: string | null | undefined;
  /** Labels of your choice. */
  tags?: string[] | null | undefined;
  /** Fields of your own, with any values. In camelCase answers `customFields`. */
  custom_fields?: Record<string, unknown> | null | undefined;
  /** Fields of your own, with any values. In snake_case answers `custom_fields`. */
  customFields?: Record<string, unknown> | null | undefined;
  /** State of your contact with a lead. */
  status: LeadStatus;
  /** Where the lead came from. Only in camelCase answers. */
  source?: "linkedin" | "website" | "referral" | "import" | "api" | (string & {}) | null | undefined;
  /** Industry of the lead's company. Only in camelCase answers. */
  industry?: string | null | undefined;
  /** When the lead was last contacted. Only in camelCase answers. RFC 3339 date and time. */
  lastContactedAt?: string | null | undefined;
  /** When the lead was created. In camelCase answers `createdAt`. RFC 3339 date and time. */
  created_at?: string | undefined;
  /** When the lead was created. In snake_case answers `created_at`. RFC 3339 date and time. */
  createdAt?: string | undefined;
  /** When the lead was last changed. In camelCase answers `updatedAt`. RFC 3339 date and time. */
  updated_at?: string | undefined;
  /** When the lead was last changed. In snake_case answers `updated_at`. RFC 3339 date and time. */
  updatedAt?: string | undefined;
}

/** The leads of a page and the position of the page, in a camelCase answer. */
export interface LeadList {
  /** The leads of this page. */
  leads: Lead[];
  /** Position of a page in its list. */
  pagination: LeadPagination;
}

/** Position of a page in its list. */
export interface LeadPagination {
  /** Number of this page, from 1. */
  page: number;
  /** Maximum number of leads on a page. */
  limit: number;
  /** Number of all leads that match. */
  total: number;
  /** Number of all pages. */
  pages: number;
  /** Whether there is a page after this one. */
  hasNextPage: boolean;
  /** Whether there is a page before this one. */
  hasPrevPage: boolean;
}

/** State of your contact with a lead. */
export type LeadStatus =
  | "active"
  | "inactive"
  | "contacted"
  | "new"
  | "replied"
  | "responded"
  | "qualified"
  | "unqualified"
  | "converted"
  | "cold"
  | (string & {});

/** State of your contact with a lead. */
export type LeadStatusInput =
  | "active"
  | "inactive"
  | "contacted"
  | "new"
  | "replied"
  | "responded"
  | "qualified"
  | "unqualified"
  | "converted"
  | "cold";

/** Profiles on other networks. Given when `includeSocialProfiles` was set. */
export interface SocialProfiles {
  /** Profile on Twitter. */
  twitter?: string | undefined;
  /** Profile on GitHub. */
  github?: string | undefined;
  /** Profile on Facebook. */
  facebook?: string | undefined;
}

/** Changes of a lead. What is left out stays as it is. */
export interface UpdateLeadRequest {
  /** First name. */
  first_name?: string | undefined;
  /** Last name. */
  last_name?: string | undefined;
  /** First name, if answers are in camelCase. */
  firstName?: string | undefined;
  /** Last name, if answers are in camelCase. */
  lastName?: string | undefined;
  /** Email address. No other lead may have it. */
  email?: string | undefined;
  /** Company that the lead works for. */
  company?: string | undefined;
  /** Phone number. */
  phone?: string | undefined;
  /** Address of the LinkedIn profile, as in `https://linkedin.com/in/<name>`. */
  linkedin_url?: string | undefined;
  /** Job title. If answers are in camelCase or have fewer fields, use `title`. */
  job_title?: string | undefined;
  /** Job title, if answers are in camelCase or have fewer fields. */
  title?: string | undefined;
  /** Where the lead is. */
  location?: string | undefined;
  /** Notes in free text. */
  notes?: string | undefined;
  /** Labels of your choice. They replace all labels that the lead has. */
  tags?: string[] | undefined;
  /** Fields of your own, with any values. */
  custom_fields?: Record<string, unknown> | undefined;
  /** Fields of your own, if answers are in camelCase. */
  customFields?: Record<string, unknown> | undefined;
  /** State of your contact with a lead. */
  status?: LeadStatusInput | undefined;
}

/** Params of `leads.list`. */
export interface LeadsListParams {
  /**
   * Maximum number of leads on a page. 1 to 100.
   * @default 50
   */
  limit?: number | undefined;
  /**
   * Number of leads to skip.
   * @default 0
   */
  offset?: number | undefined;
  /** Field to sort by. */
  sort?: "created_at" | "updated_at" | "first_name" | "last_name" | undefined;
  /**
   * Direction in which to sort.
   * @default "desc"
   */
  order?: "asc" | "desc" | undefined;
  /**
   * Text that the name or the email must contain; where answers are in camelCase also the company or the
   * title, with two characters at least.
   *
   * @example "example"
   */
  search?: string | undefined;
  /**
   * Company that a lead must work for.
   * @example "Example Works"
   */
  company?: string | undefined;
  /** Status that a lead must have. */
  status?: "active" | "inactive" | "contacted" | "new" | "replied" | "converted" | "cold" | undefined;
  /**
   * Number of the page, from 1. For camelCase answers.
   * @default 1
   */
  page?: number | undefined;
  /**
   * Field to sort by. For camelCase answers.
   * @default "createdAt"
   */
  sortBy?: "createdAt" | "updatedAt" | "firstName" | "lastName" | "company" | "lastContactedAt" | undefined;
  /**
   * Direction in which to sort. For camelCase answers.
   * @default "desc"
   */
  sortOrder?: "asc" | "desc" | undefined;
  /** Where a lead must have come from. For camelCase answers. */
  source?: "linkedin" | "website" | "referral" | "import" | "api" | undefined;
  /**
   * Text that the job title must contain. For camelCase answers.
   * @example "operations"
   */
  title?: string | undefined;
  /** Time after which a lead must have been created. For camelCase answers. RFC 3339 date and time. */
  createdAfter?: string | Date | undefined;
  /** Time before which a lead must have been created. For camelCase answers. RFC 3339 date and time. */
  createdBefore?: string | Date | undefined;
  /** Time after which a lead must last have been contacted. For camelCase answers. RFC 3339 date and time. */
  lastContactedAfter?: string | Date | undefined;
}

/** One page of `leads.list`. */
export interface LeadsListPage extends Page<Lead> {
  /**
   * The leads of this page; in camelCase answers together with the position of the page. Missing if they are
   * in `leads`.
   */
  data?: Lead[] | LeadList | undefined;
  /** The leads of this page, in snake_case answers without `data`. */
  leads?: Lead[] | undefined;
  /** Number of all leads that match. Only in snake_case answers. */
  total?: number | undefined;
  /** Maximum number of leads on this page. Only in snake_case answers. */
  limit?: number | undefined;
  /** Number of leads that were skipped. Only in snake_case answers. */
  offset?: number | undefined;
  /** Whether the request succeeded. Only in camelCase answers. */
  success?: boolean | undefined;
}

/** Params of `leads.create`. */
export interface LeadsCreateParams extends CreateLeadRequest {}

/** Params of `leads.update`. */
export interface LeadsUpdateParams extends UpdateLeadRequest {}

/** Params of `leads.enrich`. */
export interface LeadsEnrichParams extends EnrichLeadsRequest {}

/** Results of the enrichment. */
export interface LeadsEnrichResponse {
  /** Whether the enrichment was done. */
  success: boolean;
  /** Results of an enrichment, and its cost in credits. */
  data: EnrichmentResult;
}
