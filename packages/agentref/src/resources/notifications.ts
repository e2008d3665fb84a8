import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { NotificationPreferences } from "../types.js";

const operations = {
  get: { id: "notifications.get", method: "GET", path: "/merchant/notifications" },
  update: {
    id: "notifications.update",
    method: "PUT",
    path: "/merchant/notifications",
    body: "fields",
    bodyRequired: true,
  },
} satisfies Operations;

/** Which notifications a merchant gets. */
export class Notifications extends APIResource {
  /**
   * Gets the notification settings of the merchant.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /merchant/notifications`
   *
   * @example
   * ```ts
   * const preferences = await client.notifications.get();
   * ```
   */
  get(params?: NoParams, options?: RequestOptions): APIPromise<NotificationPreferences> {
    return this._call(operations.get, params, options);
  }

  /**
   * Updates the given notification settings. The others stay as they are.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `PUT /merchant/notifications`
   *
   * @example
   * ```ts
   * const preferences = await client.notifications.update({ newAffiliate: true, newConversion: false });
   * ```
   */
  update(params?: NotificationsUpdateParams, options?: RequestOptions): APIPromise<NotificationPreferences> {
    return this._call(operations.update, params, options);
  }
}

/** Any of the notification settings. */
export interface UpdateNotificationPreferences {
  /** A notification when an affiliate joins. */
  newAffiliate?: boolean | undefined;
  /** A notification for every conversion. */
  newConversion?: boolean | undefined;
  /** A notification when commission is approved. */
  commissionApproved?: boolean | undefined;
  /** A notification when a payout was processed. */
  payoutProcessed?: boolean | undefined;
  /** A summary every week. */
  weeklyDigest?: boolean | undefined;
}

/** Params of `notifications.update`. */
export interface NotificationsUpdateParams extends UpdateNotificationPreferences {}
