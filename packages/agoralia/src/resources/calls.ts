import {
  APIResource,
  type Operations,
  type Page,
  type PagePromise,
  type RequestOptions,
} from "@trunkline/runtime/client";
import { pages } from "../pages.js";

const operations = {
  list: {
    id: "calls.list",
    method: "GET",
    path: "/calls",
    query: ["campaign_id", "limit", "cursor"],
    page: pages,
  },
} satisfies Operations;

/** Calls of the workspace. */
export class Calls extends APIResource {
  /**
   * Lists the calls of the workspace, or of one campaign, page by page.
   *
   * `GET /calls`, scope `calls:read`. Await it for the first page, or iterate over it for the items of all
   * pages.
   *
   * @example
   * ```ts
   * for await (const call of client.calls.list()) {
   *   console.log(call);
   * }
   * ```
   */
  list(params?: CallsListParams, options?: RequestOptions): PagePromise<CallsListPage, Call> {
    return this._page(operations.list, params, options);
  }
}

/** A call. */
export interface Call {
  /** ID of the call. */
  id: number;
  /** State of the call, such as `completed`. */
  status: string;
  /** Phone number that was called. */
  to_number: string;
  /** Language that was detected in the call, such as `it-IT`, or `null` while unknown. */
  detected_language: string | null;
}

/** Params of `calls.list`. */
export interface CallsListParams {
  /** Only calls of this campaign. */
  campaign_id?: number | undefined;
  /**
   * Number of items on a page. 1 to 100.
   * @default 20
   */
  limit?: number | undefined;
  /** The `next_cursor` of the page before, a call ID. Leave it out for the first page. */
  cursor?: number | undefined;
}

/** One page of `calls.list`. */
export interface CallsListPage extends Page<Call> {
  /** The calls of this page. */
  items: Call[];
  /** Cursor of the next page, or `null` on the last one. */
  next_cursor: number | null;
}
