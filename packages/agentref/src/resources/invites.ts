import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { Invite } from "../types.js";

const operations = {
  get: { id: "invites.get", method: "GET", path: "/invites/{token}" },
  claim: { id: "invites.claim", method: "POST", path: "/invites/{token}/claim" },
} satisfies Operations;

/** Single invites, by their token. */
export class Invites extends APIResource {
  /**
   * Returns an invite by its token.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /invites/{token}`
   *
   * @param token - Token of the invite.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const invite = await client.invites.get("inv_4tBv8nXc1H");
   * ```
   */
  get(token: string, params?: NoParams, options?: RequestOptions): APIPromise<Invite> {
    return this._call(operations.get, params, options, token);
  }

  /**
   * Claims an invite. It takes no idempotency key: if no answer comes, find out whether the invite was
   * claimed before you call again.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /invites/{token}/claim`
   *
   * @param token - Token of the invite.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const claim = await client.invites.claim("inv_4tBv8nXc1H");
   * ```
   */
  claim(token: string, params?: NoParams, options?: RequestOptions): APIPromise<InviteClaim> {
    return this._call(operations.claim, params, options, token);
  }
}

/** A claimed invite. Fields beyond these may be present. */
export interface InviteClaim {
  /** Id of the affiliate. */
  affiliateId?: string | undefined;
  /** Id of the program. */
  programId?: string | undefined;
  [key: string]: unknown;
}
