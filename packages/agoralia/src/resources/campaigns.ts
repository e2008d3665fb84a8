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

const operations = {
  list: { id: "campaigns.list", method: "GET", path: "/campaigns", query: ["limit", "cursor"], page: pages },
  create: { id: "campaigns.create", method: "POST", path: "/campaigns", body: "fields", keyed: true },
  start: { id: "campaigns.start", method: "POST", path: "/campaigns/{campaign_id}/start" },
  results: { id: "campaigns.results", method: "GET", path: "/campaigns/{campaign_id}/results" },
} satisfies Operations;

/** Phone campaigns, their start and their results. */
export class Campaigns extends APIResource {
  /**
   * Lists the campaigns of the workspace, page by page.
   *
   * `GET /campaigns`, scope `campaigns:read`. Await it for the first page, or iterate over it for the items
   * of all pages.
   *
   * @example
   * ```ts
   * for await (const campaign of client.campaigns.list()) {
   *   console.log(campaign);
   * }
   * ```
   */
  list(params?: CampaignsListParams, options?: RequestOptions): PagePromise<CampaignsListPage, Campaign> {
    return this._page(operations.list, params, options);
  }

  /**
   * Creates a campaign in draft. `campaigns.start` proposes its start.
   *
   * Quiet hours, call limits, budgets and knowledge bases are set in the web app only.
   *
   * `POST /campaigns`, scope `campaigns:write`. The client makes an idempotency key for each call and keeps
   * it over its own retries. To repeat a call yourself, give `options.idempotencyKey` and send the same value
   * and the same body again; otherwise it may be done twice.
   *
   * @throws {BadRequestError} 400: The request or one of its parameters has a wrong format.
   * @throws {NotFoundError} 404: The agent or the phone number does not exist.
   * @throws {ConflictError} 409: The idempotency key was used before with another body.
   * @example
   * ```ts
   * const campaign = await client.campaigns.create({
   *   name: "Spring quotes",
   *   purpose: "quote_request",
   *   agent_ref_id: 1,
   *   extraction_schema: {},
   *   display_columns: [],
   * });
   * ```
   */
  create(params: CampaignsCreateParams, options?: IdempotentRequestOptions): APIPromise<Campaign> {
    return this._call(operations.create, params, options);
  }

  /**
   * Proposes the start of the campaign. If `requires_confirmation` is `true`, the proposal still has to be
   * confirmed; the API cannot do that or look a proposal up, so look in the web app. If it is `false`, assume
   * that the campaign starts and calls people.
   *
   * It has no idempotency key and is not sent again once it may have arrived. If the answer is lost, a
   * proposal may be open; calling again may open a second one.
   *
   * `POST /campaigns/{campaign_id}/start`, scope `campaigns:start`
   *
   * @param campaignId - ID of the campaign.
   * @throws {BadRequestError} 400: The request or one of its parameters has a wrong format.
   * @throws {NotFoundError} 404: The campaign, or another resource that the request refers to, does not
   * exist.
   * @example
   * ```ts
   * const proposal = await client.campaigns.start(1);
   * ```
   */
  start(campaignId: number, params?: NoParams, options?: RequestOptions): APIPromise<CampaignStartProposal> {
    return this._call(operations.start, params, options, campaignId);
  }

  /**
   * Gets the results of the campaign in one answer, without pages, with their columns.
   *
   * `GET /campaigns/{campaign_id}/results`, scope `results:read`
   *
   * @param campaignId - ID of the campaign.
   * @throws {NotFoundError} 404: The campaign, or another resource that the request refers to, does not
   * exist.
   * @example
   * ```ts
   * const results = await client.campaigns.results(1);
   * ```
   */
  results(campaignId: number, params?: NoParams, options?: RequestOptions): APIPromise<CampaignResults> {
    return this._call(operations.results, params, options, campaignId);
  }
}

/** A phone campaign. */
export interface Campaign {
  /** ID of the campaign. */
  id: number;
  /** Name of the campaign. */
  name: string;
  /** State of the campaign, such as `active`. New campaigns are `draft`. */
  status: string;
}

/** A campaign to create. */
export interface CampaignCreateRequest {
  /** Name of the campaign. */
  name: string;
  /** What the campaign is for. */
  purpose: "quote_request" | "cold_calling" | "appointment" | "qualification" | "inbound";
  /** ID of the agent that makes the calls. */
  agent_ref_id: number;
  /** What to extract from each call, in a form like JSON Schema. May be empty. */
  extraction_schema: Record<string, unknown>;
  /** Keys of the columns that the results show. May be empty. */
  display_columns: string[];
  /** ID of the phone number to call from, as shown in the web app. */
  from_number_id?: number | undefined;
  /**
   * How the language of the calls is chosen.
   * @default "auto"
   */
  call_language_mode?: "auto" | "fixed" | undefined;
  /**
   * Language of the results, `same_as_call` or a BCP 47 tag such as `en-GB`.
   * @default "same_as_call"
   */
  output_language?: string | undefined;
  /** Dates between which the campaign is planned. It does not set calling hours. */
  schedule?: CampaignSchedule | undefined;
}

/** Dates between which the campaign is planned. It does not set calling hours. */
export interface CampaignSchedule {
  /** Time zone, such as `Europe/Rome`. */
  timezone?: string | undefined;
  /** Start of the campaign, in ISO 8601. */
  start_date?: string | Date | undefined;
  /** End of the campaign, in ISO 8601. */
  end_date?: string | Date | undefined;
}

/** A proposal to start a campaign. */
export interface CampaignStartProposal {
  /** ID of the proposal. */
  proposal_id: string;
  /** Whether the proposal still has to be confirmed. When `false`, take it that the campaign starts. */
  requires_confirmation: boolean;
}

/** The result table of a campaign. */
export interface CampaignResults {
  /** The columns. */
  display_columns: CampaignResultColumn[];
  /** The rows. */
  rows: CampaignResultRow[];
}

/** A column of the result table. */
export interface CampaignResultColumn {
  /** Key of the column in each row. */
  name: string;
  /** Title of the column. */
  label: string;
}

/** A row of the result table. Its keys are the `name`s of the columns; values are any JSON. */
export interface CampaignResultRow {
  [key: string]: unknown;
}

/** Params of `campaigns.list`. */
export interface CampaignsListParams {
  /**
   * Number of items on a page. 1 to 100.
   * @default 20
   */
  limit?: number | undefined;
  /** The `next_cursor` of the page before, a campaign ID. Leave it out for the first page. */
  cursor?: number | undefined;
}

/** One page of `campaigns.list`. */
export interface CampaignsListPage extends Page<Campaign> {
  /** The campaigns of this page. */
  items: Campaign[];
  /** Cursor of the next page, or `null` on the last one. */
  next_cursor: number | null;
}

/** Params of `campaigns.create`. */
export interface CampaignsCreateParams extends CampaignCreateRequest {}
