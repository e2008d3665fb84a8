import { type BulkOptions, type BulkRows, type BulkRun, bulkRun } from "@trunkline/runtime/bulk";
import {
  type APIPromise,
  APIResource,
  type IdempotentRequestOptions,
  type Operations,
} from "@trunkline/runtime/client";

const operations = {
  upsert: {
    id: "leads.upsert",
    method: "POST",
    path: "/leads:upsert",
    body: "fields",
    keyed: true,
    bulk: {
      rows: "/items",
      key: "/external_id",
      keyLife: 86400,
      answer: { accepted: ["/created", "/updated"], failed: "/failed" },
    },
  },
} satisfies Operations;

/** The people that a campaign calls. */
export class Leads extends APIResource {
  /**
   * Creates or updates leads of a campaign: those whose `external_id` is known are updated, the others are
   * created.
   *
   * The answer only counts: it does not tell which leads failed. If `failed` is above zero, correct the leads
   * and call again. Leads that fail for good will fail again.
   *
   * Leads added to a campaign that runs may be called.
   *
   * `POST /leads:upsert`, scope `leads:write`. The client makes an idempotency key for each call and keeps it
   * over its own retries. To repeat a call yourself, give `options.idempotencyKey` and send the same value
   * and the same body again; otherwise it may be done twice.
   *
   * @throws {BadRequestError} 400: The request or one of its parameters has a wrong format.
   * @throws {NotFoundError} 404: The campaign, or another resource that the request refers to, does not
   * exist.
   * @throws {ConflictError} 409: The idempotency key was used before with another body.
   * @example
   * ```ts
   * const upsert = await client.leads.upsert({
   *   campaign_id: 1,
   *   items: [{ external_id: "crm-1001", phone: "+393401234567" }],
   * });
   * ```
   */
  upsert(params: LeadsUpsertParams, options?: IdempotentRequestOptions): APIPromise<LeadUpsertResponse> {
    return this._call(operations.upsert, params, options);
  }

  /**
   * The same as `upsert` for any number of rows, 500 in a request unless `options.chunk` says otherwise: the
   * API does not state a limit. Await it for the counts, or iterate over it for the fate of each row.
   *
   * The API knows a row by its `external_id`. The API counts rows and does not name them: if it did not take
   * all rows of a request, they are `undetermined`. Each request has an idempotency key, with which it can be
   * sent again; with `options.journal`, by a later run too.
   *
   * `POST /leads:upsert`, scope `leads:write`
   *
   * @param rows - The rows: a list, or anything else that can be iterated over.
   * @throws {BulkError} The run ended before all rows were sent; its `summary` says what became of them.
   * @example
   * ```ts
   * const { accepted, rejected } = await client.leads.upsertAll([
   *   { external_id: "crm-1001", phone: "+393401234567" },
   * ], {
   *   campaign_id: 1,
   * });
   * ```
   */
  upsertAll(
    rows: BulkRows<LeadItem>,
    params: LeadsUpsertAllParams,
    options?: BulkOptions,
  ): BulkRun<LeadItem> {
    return bulkRun(this, operations.upsert, rows, params, options);
  }
}

/** Leads to create or update in a campaign. */
export interface LeadUpsertRequest {
  /** ID of the campaign. */
  campaign_id: number;
  /** The leads. */
  items: LeadItem[];
}

/** A lead to create or update. */
export interface LeadItem {
  /** Your ID of the lead. A lead with a known ID is updated, any other is created. */
  external_id: string;
  /** Phone number, best in E.164 form such as `+393401234567`. */
  phone: string;
  /** Name of the lead. */
  name?: string | undefined;
  /** Anything else about the lead, such as `company` or `email`. */
  data?: Record<string, unknown> | undefined;
}

/** How many leads were created and updated, and how many failed. */
export interface LeadUpsertResponse {
  /** Number of new leads. */
  created: number;
  /** Number of updated leads. */
  updated: number;
  /** Number of leads that failed. The answer does not tell which. */
  failed: number;
}

/** Params of `leads.upsert`. */
export interface LeadsUpsertParams extends LeadUpsertRequest {}

/** Params of `leads.upsertAll`: those of `leads.upsert` without `items`. */
export interface LeadsUpsertAllParams {
  /** ID of the campaign. */
  campaign_id: number;
}
