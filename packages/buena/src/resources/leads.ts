import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  offsetPages,
  type Page,
  type PagePromise,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  list: {
    id: "leads.list",
    method: "GET",
    path: "/leads",
    query: ["limit", "offset", "sort", "order", "search", "company", "status"],
    page: offsetPages({
      items: "/data",
      offset: "offset",
      total: "/total",
      answeredLimit: "/limit",
      answeredOffset: "/offset",
    }),
  },
  create: { id: "leads.create", method: "POST", path: "/leads", body: "fields" },
  get: { id: "leads.get", method: "GET", path: "/leads/{leadId}" },
  update: { id: "leads.update", method: "PUT", path: "/leads/{leadId}", body: "fields", bodyRequired: true },
  delete: { id: "leads.delete", method: "DELETE", path: "/leads/{leadId}" },
  enrich: { id: "leads.enrich", method: "POST", path: "/enrich", body: "fields" },
} satisfies Operations;

/** People that you want to reach, and the enrichment of what is known about them. */
export class Leads extends APIResource {
  /**
   * Lists leads page by page. Filters are combined: a lead must fit all of them. Buena's HTTP reference
   * describes this operation with `page` in place of `offset`, `sortBy` and `sortOrder`, more filters, and an
   * answer in camelCase in an envelope.
   *
   * `GET /leads`, scope `leads:read`
   *
   * Await it for the first page, or iterate over it for the items of all pages.
   *
   * @throws {BadRequestError} 400: A query parameter is invalid.
   * @throws {AuthenticationError} 401: The API key is missing, unknown or expired.
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
   * Creates a lead. Two leads cannot have the same email. Buena's HTTP reference describes this operation in
   * camelCase, with `title` in place of `job_title`, and shows the answer in an envelope.
   *
   * `POST /leads`, scope `leads:write`
   *
   * @throws {BadRequestError} 400: A field of the body is missing or invalid.
   * @throws {AuthenticationError} 401: The API key is missing, unknown or expired.
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
   *   last_name: "Nyberg",
   *   email: "bo.nyberg@example.com",
   * });
   * ```
   */
  create(params: LeadsCreateParams, options?: RequestOptions): APIPromise<Lead> {
    return this._call(operations.create, params, options);
  }

  /**
   * Gets one lead. Only Buena's SDK reference has this operation. It names no path, so this one is taken from
   * the change and the deletion of a lead.
   *
   * `GET /leads/{leadId}`
   *
   * @param leadId - Id of the lead.
   * @throws {AuthenticationError} 401: The API key is missing, unknown or expired.
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
   * belong to another lead. Buena's HTTP reference describes this operation in camelCase with fewer fields,
   * and shows the answer in an envelope.
   *
   * `PUT /leads/{leadId}`, scope `leads:write`
   *
   * @param leadId - Id of the lead.
   * @throws {BadRequestError} 400: A field of the body is missing or invalid.
   * @throws {AuthenticationError} 401: The API key is missing, unknown or expired.
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
   * Deletes a lead for good. The HTTP reference asks for the permission `leads:write`, while the SDK
   * reference lists a permission `leads:delete`. Give a key both to be safe.
   *
   * `DELETE /leads/{leadId}`, scope `leads:write`
   *
   * @param leadId - Id of the lead.
   * @throws {AuthenticationError} 401: The API key is missing, unknown or expired.
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
   * Find out more about people.
   *
   * Finds facts about people and their companies. It neither reads nor changes the leads that you keep in
   * Buena. A person is given by `email`, or by `linkedinUrl`, or by `firstName`, `lastName` and `company`
   * together. An answer can be part success: look at `data.failed` too. Takes credits.
   *
   * `POST /enrich`, scope `leads:enrich`
   *
   * @throws {BadRequestError} 400: An element of `leads` does not say enough.
   * @throws {AuthenticationError} 401: The API key is missing, unknown or expired.
   * @throws {BuenaError} 402: The credits do not suffice.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: The limit of enrichments (a sample names 100 an hour) or a general rate
   * limit is reached.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const result = await client.leads.enrich({ leads: [{ email: "ada.fuller@example.com" }] });
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

/** Confirms that a lead is deleted. */
export interface DeletedLead {
  /** Whether the lead is deleted. */
  success: boolean;
  /** What was done, for people to read. */
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
   * A person, given by `email`, or by `linkedinUrl`, or by `firstName`, `lastName` and `company` together.
   */
  input: EnrichmentInput;
  /** What was found out about a person. What was not found may be missing. */
  enrichedData: EnrichedData;
  /** How sure the match is, from 0 to 1. */
  confidence: number;
  /** Where the data comes from. */
  sources: string[];
}

/** A person for whom nothing was found. */
export interface EnrichmentFailure {
  /**
   * A person, given by `email`, or by `linkedinUrl`, or by `firstName`, `lastName` and `company` together.
   */
  input: EnrichmentInput;
  /** Why nothing was found. */
  reason: string;
}

/** A person, given by `email`, or by `linkedinUrl`, or by `firstName`, `lastName` and `company` together. */
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

/** What an enrichment found and what it cost. */
export interface EnrichmentResult {
  /** People for whom something was found. */
  enriched: EnrichedLead[];
  /** People for whom nothing was found. */
  failed: EnrichmentFailure[];
  /** Credits that this request took. */
  creditsUsed: number;
  /** Credits that are left. */
  remainingCredits: number;
}

/** A person that you want to reach. */
export interface Lead {
  /** Id of the lead. */
  id: string;
  /** First name. */
  first_name: string;
  /** Last name. */
  last_name: string;
  /** Email address. No other lead has it. */
  email: string;
  /** Company that the lead works for. */
  company?: string | undefined;
  /** Phone number. */
  phone?: string | undefined;
  /** Address of the LinkedIn profile. */
  linkedin_url?: string | undefined;
  /** Job title. */
  job_title?: string | undefined;
  /** Where the lead is. */
  location?: string | undefined;
  /** Notes in free text. */
  notes?: string | undefined;
  /** Labels of your choice. */
  tags?: string[] | undefined;
  /** Fields of your own, with any values. */
  custom_fields?: Record<string, unknown> | undefined;
  /**
   * Where you stand with a lead. The SDK reference knows `active`, `inactive` and `contacted`; the other
   * values come from other pages of Buena's documentation, which do not agree.
   */
  status: LeadStatus;
  /** Where the lead came from. Only the HTTP reference has this field. */
  source?: "linkedin" | "website" | "referral" | "import" | "api" | (string & {}) | undefined;
  /** Industry of the lead's company. Only the HTTP reference has this field. */
  industry?: string | undefined;
  /** When the lead was last contacted. Only the HTTP reference has this field. RFC 3339 date and time. */
  lastContactedAt?: string | null | undefined;
  /** When the lead was created. RFC 3339 date and time. */
  created_at: string;
  /** When the lead was last changed. RFC 3339 date and time. */
  updated_at: string;
}

/**
 * Where you stand with a lead. The SDK reference knows `active`, `inactive` and `contacted`; the other values
 * come from other pages of Buena's documentation, which do not agree.
 */
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

/**
 * Where you stand with a lead. The SDK reference knows `active`, `inactive` and `contacted`; the other values
 * come from other pages of Buena's documentation, which do not agree.
 */
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

/** Params of `leads.list`. */
export interface LeadsListParams {
  /**
   * Greatest number of leads on a page. 1 to 100.
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
   * Text that the name or the email must contain. The HTTP reference asks for two characters at least and
   * also searches company and title.
   *
   * @example "fuller"
   */
  search?: string | undefined;
  /**
   * Company that a lead must work for.
   * @example "Analytical Works"
   */
  company?: string | undefined;
  /** Status that a lead must have. */
  status?: "active" | "inactive" | "contacted" | undefined;
}

/** One page of `leads.list`. */
export interface LeadsListPage extends Page<Lead> {
  /** The leads of this page. */
  data: Lead[];
  /** Number of all leads that fit. */
  total: number;
  /** Greatest number of leads on this page. */
  limit: number;
  /** Number of leads that were skipped. */
  offset: number;
}

/** Params of `leads.create`. */
export interface LeadsCreateParams {
  /** First name. */
  first_name: string;
  /** Last name. */
  last_name: string;
  /** Email address. No other lead may have it. */
  email: string;
  /** Company that the lead works for. */
  company?: string | undefined;
  /** Phone number. */
  phone?: string | undefined;
  /** Address of the LinkedIn profile, as in `https://linkedin.com/in/<name>`. */
  linkedin_url?: string | undefined;
  /** Job title. */
  job_title?: string | undefined;
  /** Where the lead is. */
  location?: string | undefined;
  /** Notes in free text. */
  notes?: string | undefined;
  /** Labels of your choice. */
  tags?: string[] | undefined;
  /** Fields of your own, with any values. */
  custom_fields?: Record<string, unknown> | undefined;
  /**
   * Where the lead came from: `linkedin`, `website`, `referral`, `import` or `api`. Only the HTTP reference
   * has this field.
   */
  source?: string | undefined;
  /** Industry of the lead's company. Only the HTTP reference has this field. */
  industry?: string | undefined;
}

/** Params of `leads.update`. */
export interface LeadsUpdateParams {
  /** First name. */
  first_name?: string | undefined;
  /** Last name. */
  last_name?: string | undefined;
  /** Email address. No other lead may have it. */
  email?: string | undefined;
  /** Company that the lead works for. */
  company?: string | undefined;
  /** Phone number. */
  phone?: string | undefined;
  /** Address of the LinkedIn profile, as in `https://linkedin.com/in/<name>`. */
  linkedin_url?: string | undefined;
  /** Job title. */
  job_title?: string | undefined;
  /** Where the lead is. */
  location?: string | undefined;
  /** Notes in free text. */
  notes?: string | undefined;
  /** Labels of your choice. They replace all labels that the lead has. */
  tags?: string[] | undefined;
  /** Fields of your own, with any values. */
  custom_fields?: Record<string, unknown> | undefined;
  /**
   * Where you stand with a lead. The SDK reference knows `active`, `inactive` and `contacted`; the other
   * values come from other pages of Buena's documentation, which do not agree.
   */
  status?: LeadStatusInput | undefined;
}

/** Params of `leads.enrich`. */
export interface LeadsEnrichParams {
  /** The people. No greatest number is documented; Buena's samples send 50 in a request. */
  leads: EnrichmentInput[];
  /** What to look for. */
  enrichmentOptions?: EnrichmentOptions | undefined;
}

/** What was found out about whom. */
export interface LeadsEnrichResponse {
  /** Whether the enrichment was done. */
  success: boolean;
  /** What an enrichment found and what it cost. */
  data: EnrichmentResult;
}
