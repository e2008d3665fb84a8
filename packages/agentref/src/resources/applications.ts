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
import type { ApplicationSource, PaginatedMeta } from "../types.js";

const operations = {
  list: {
    id: "applications.list",
    method: "GET",
    path: "/applications",
    query: ["cursor", "limit", "page", "pageSize", "offset", "programId", "search", "status", "source"],
    page: pages,
  },
  get: { id: "applications.get", method: "GET", path: "/applications/{id}" },
  approve: {
    id: "applications.approve",
    method: "POST",
    path: "/applications/{id}/approve",
    body: "fields",
    keyed: true,
  },
  decline: {
    id: "applications.decline",
    method: "POST",
    path: "/applications/{id}/decline",
    body: "fields",
    keyed: true,
  },
  block: {
    id: "applications.block",
    method: "POST",
    path: "/applications/{id}/block",
    body: "fields",
    keyed: true,
  },
} satisfies Operations;

/** Applications of people who want to become affiliates. */
export class Applications extends APIResource {
  /**
   * Lists the applications to the merchant's programs, of every status unless you set `status`.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /applications`. Await it for the first page, or iterate over it for the items of all pages.
   *
   * @example
   * ```ts
   * for await (const application of client.applications.list()) {
   *   console.log(application);
   * }
   * ```
   */
  list(
    params?: ApplicationsListParams,
    options?: RequestOptions,
  ): PagePromise<ApplicationsListPage, Application> {
    return this._page(operations.list, params, options);
  }

  /**
   * Returns an application.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /applications/{id}`
   *
   * @param id - Id of the application.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const application = await client.applications.get("c1446a47-9101-4a73-95cb-aca1fadd96a0");
   * ```
   */
  get(id: string, params?: NoParams, options?: RequestOptions): APIPromise<Application> {
    return this._call(operations.get, params, options, id);
  }

  /**
   * Approves an application. You can give a note with the decision.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /applications/{id}/approve`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @param id - Id of the application.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const application = await client.applications.approve("c1446a47-9101-4a73-95cb-aca1fadd96a0");
   * ```
   */
  approve(
    id: string,
    params?: ApplicationsApproveParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<Application> {
    return this._call(operations.approve, params, options, id);
  }

  /**
   * Declines an application. You can give a note with the decision.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /applications/{id}/decline`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @param id - Id of the application.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const application = await client.applications.decline("c1446a47-9101-4a73-95cb-aca1fadd96a0");
   * ```
   */
  decline(
    id: string,
    params?: ApplicationsDeclineParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<Application> {
    return this._call(operations.decline, params, options, id);
  }

  /**
   * Blocks an application. You can give a note with the decision.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /applications/{id}/block`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @param id - Id of the application.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const application = await client.applications.block("c1446a47-9101-4a73-95cb-aca1fadd96a0");
   * ```
   */
  block(
    id: string,
    params?: ApplicationsBlockParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<Application> {
    return this._call(operations.block, params, options, id);
  }
}

/** An application to a program. Fields beyond these may be present. */
export interface Application {
  /** Id of the application. */
  id: string;
  /** State of an application. */
  status?: ApplicationStatus | undefined;
  [key: string]: unknown;
}

/** State of an application. */
export type ApplicationStatus = "pending" | "approved" | "declined" | "withdrawn" | "blocked" | (string & {});

/** State of an application. */
export type ApplicationStatusInput = "pending" | "approved" | "declined" | "withdrawn" | "blocked";

/** Note on a decision about an application. */
export interface DecideApplication {
  /** Note on the decision. Write nothing that the applicant must not see. */
  note?: string | undefined;
}

/** Params of `applications.list`. */
export interface ApplicationsListParams {
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
   * Only applications to this program.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  programId?: string | undefined;
  /**
   * Text to look for.
   * @example "newsletter"
   */
  search?: string | undefined;
  /** Only applications of this status. */
  status?: ApplicationStatusInput | undefined;
  /** Only applications from this source. */
  source?: ApplicationSource | undefined;
}

/** One page of `applications.list`. */
export interface ApplicationsListPage extends Page<Application> {
  /** The applications of this page. */
  data: Application[];
  /** Position of a page in its list. */
  meta: PaginatedMeta;
}

/** Params of `applications.approve`. */
export interface ApplicationsApproveParams extends DecideApplication {}

/** Params of `applications.decline`. */
export interface ApplicationsDeclineParams extends DecideApplication {}

/** Params of `applications.block`. */
export interface ApplicationsBlockParams extends DecideApplication {}
