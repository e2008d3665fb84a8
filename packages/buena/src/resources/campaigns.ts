import {
  type APIPromise,
  APIResource,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  exportCsv: {
    id: "campaigns.exportCsv",
    method: "GET",
    path: "/campaigns/{campaignId}/csv",
    query: ["include_responses", "date_from", "date_to", "status"],
    response: "text",
    accept: "text/csv",
  },
} satisfies Operations;

/** Results of outreach campaigns. */
export class Campaigns extends APIResource {
  /**
   * Exports the prospects of a campaign with their status and their responses, as CSV text with a header row.
   * Tags are joined by `;`.
   *
   * `GET /campaigns/{campaignId}/csv`
   *
   * @param campaignId - Id of the campaign.
   * @throws {BadRequestError} 400: A query parameter is invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {NotFoundError} 404: No campaign has this id.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const text = await client.campaigns.exportCsv("campaign_abc123");
   * ```
   */
  exportCsv(
    campaignId: string,
    params?: CampaignsExportCsvParams,
    options?: RequestOptions,
  ): APIPromise<string> {
    return this._call(operations.exportCsv, params, options, campaignId);
  }
}

/** Params of `campaigns.exportCsv`. */
export interface CampaignsExportCsvParams {
  /**
   * Whether to include the text of responses.
   * @default true
   */
  include_responses?: boolean | undefined;
  /** Start of the time to export. RFC 3339 date and time. */
  date_from?: string | Date | undefined;
  /** End of the time to export. RFC 3339 date and time. */
  date_to?: string | Date | undefined;
  /** Which prospects to export. */
  status?: "all" | "contacted" | "responded" | "converted" | undefined;
}
