import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  get: { id: "me.get", method: "GET", path: "/me" },
} satisfies Operations;

/** The workspace of the API key, and the key's scopes. */
export class MeResource extends APIResource {
  /**
   * Gives the workspace of the API key, its plan and rate limits, and the scopes of the key.
   *
   * `GET /me`, scope `me:read`
   *
   * @example
   * ```ts
   * const me = await client.me.get();
   * ```
   */
  get(params?: NoParams, options?: RequestOptions): APIPromise<Me> {
    return this._call(operations.get, params, options);
  }
}

/** The workspace of the API key, and the key's scopes. */
export interface Me {
  /** ID of the workspace, its tenant ID. */
  tenant_id: number;
  /** Name of the workspace. */
  workspace_name: string;
  /** Plan of the workspace, such as `pro`. */
  plan: string;
  /** How many requests the workspace may send. */
  rate_limits: RateLimits;
  /** Scopes of the API key. */
  api_key_scopes: string[];
}

/** How many requests the workspace may send. */
export interface RateLimits {
  /** Requests a minute. */
  rpm: number;
  /** Requests a day. */
  rpd: number;
}
