import { type BulkOptions, type BulkRows, type BulkRun, bulkRun } from "@trunkline/runtime/bulk";
import {
  type APIPromise,
  APIResource,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { LeadUploadResponse } from "../types.js";

const operations = {
  upload: {
    id: "leads.upload",
    method: "POST",
    path: "/leads/upload",
    body: "fields",
    retry: "never",
    bulk: {
      rows: "/leads",
      answer: {
        received: "/received_count",
        accepted: ["/valid_count"],
        failed: "/invalid_count",
        errors: { at: "/errors", row: "/row", base: 0, field: "/field", message: "/message" },
      },
    },
  },
} satisfies Operations;

/**
 * Upload of leads into a campaign.
 *
 * Every upload carries `compliance_acknowledged: true`, by which you confirm that you have the legal
 * permission to upload these contacts.
 */
export class Leads extends APIResource {
  /**
   * Uploads a batch of leads into a campaign. Agora takes the batch in and processes it later. A 202 may
   * still hold rejected leads: always read `invalid_count` and `errors`.
   *
   * Leads that are already in the campaign are skipped, unless `skip_duplicates` is `false`. Every upload is
   * an import of its own. There is no operation that looks an import up. Send smaller batches when large ones
   * time out.
   *
   * If you send a batch again, leave `skip_duplicates` on and wait first: while the first import is still
   * being processed, duplicates may get through.
   *
   * `POST /leads/upload`. Never sent again once it may have arrived.
   *
   * @throws {BadRequestError} 400: The request is malformed, for example without a valid `campaign_id` or
   * without a required field.
   * @throws {AuthenticationError} 401: The access token is missing, invalid or expired.
   * @throws {PermissionDeniedError} 403: The company of the API key has no access to this campaign.
   * @throws {UnprocessableEntityError} 422: The lead data failed validation.
   * @example
   * ```ts
   * const upload = await client.leads.upload({
   *   campaign_id: 123,
   *   leads: [{ phone: "+15551234567" }],
   *   compliance_acknowledged: true,
   * });
   * ```
   */
  upload(params: LeadsUploadParams, options?: RequestOptions): APIPromise<LeadUploadResponse> {
    return this._call(operations.upload, params, options);
  }

  /**
   * The same as `upload` for any number of rows, 500 in a request unless `options.chunk` says otherwise: the
   * API does not state a limit. Await it for the counts, or iterate over it for the fate of each row.
   *
   * Rows that the API names are `rejected`. If a request got no answer and is not safe to send again, its
   * rows are `unknown`, unless `options.repeatable` says that they may be done twice.
   *
   * `POST /leads/upload`
   *
   * @param rows - The rows: a list, or anything else that can be iterated over.
   * @throws {BulkError} The run ended before all rows were sent; its `summary` says what became of them.
   * @example
   * ```ts
   * const { accepted, rejected } = await client.leads.uploadAll([{ phone: "+15551234567" }], {
   *   campaign_id: 123,
   *   compliance_acknowledged: true,
   * });
   * ```
   */
  uploadAll(
    rows: BulkRows<LeadInput>,
    params: LeadsUploadAllParams,
    options?: BulkOptions,
  ): BulkRun<LeadInput> {
    return bulkRun(this, operations.upload, rows, params, options);
  }
}

/** A batch of leads for one campaign. */
export interface LeadUploadRequest {
  /** ID of the campaign, as in the address of its dashboard page. */
  campaign_id: number;
  /** The leads, at least one. */
  leads: LeadInput[];
  /**
   * With `true` you confirm that you have the legal permission to upload these contacts. Must be `true`:
   * otherwise Agora rejects the upload.
   */
  compliance_acknowledged: true;
  /**
   * Label that says where the upload comes from.
   * @default "api"
   */
  source?: string | undefined;
  /**
   * Tags for every lead of the batch.
   * @default []
   */
  tags?: string[] | undefined;
  /**
   * Skip leads that are already in the campaign, without an error for them.
   * @default true
   */
  skip_duplicates?: boolean | undefined;
  /**
   * Version of the disclaimer that you accepted; the API does not serve its text.
   * @default "v1.0"
   */
  disclaimer_version?: string | undefined;
}

/**
 * A lead to upload. Leave out what you do not know instead of sending `null`. Other fields may be sent too.
 */
export interface LeadInput {
  /** Phone number, best in E.164 form such as `+15551234567`. */
  phone: string;
  /** First name. */
  first_name?: string | undefined;
  /** Last name. */
  last_name?: string | undefined;
  /** Email address. */
  email?: string | undefined;
  /** Company that the lead works for. */
  company?: string | undefined;
  /** Job title. */
  title?: string | undefined;
  [key: string]: unknown;
}

/** Params of `leads.upload`. */
export interface LeadsUploadParams extends LeadUploadRequest {}

/** Params of `leads.uploadAll`: those of `leads.upload` without `leads`. */
export interface LeadsUploadAllParams {
  /** ID of the campaign, as in the address of its dashboard page. */
  campaign_id: number;
  /**
   * With `true` you confirm that you have the legal permission to upload these contacts. Must be `true`:
   * otherwise Agora rejects the upload.
   */
  compliance_acknowledged: true;
  /**
   * Label that says where the upload comes from.
   * @default "api"
   */
  source?: string | undefined;
  /**
   * Tags for every lead of the batch.
   * @default []
   */
  tags?: string[] | undefined;
  /**
   * Skip leads that are already in the campaign, without an error for them.
   * @default true
   */
  skip_duplicates?: boolean | undefined;
  /**
   * Version of the disclaimer that you accepted; the API does not serve its text.
   * @default "v1.0"
   */
  disclaimer_version?: string | undefined;
}
