import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  listEventTypes: { id: "webhooks.listEventTypes", method: "GET", path: "/webhooks/{campaign_id}/events" },
  listEndpoints: { id: "webhooks.listEndpoints", method: "GET", path: "/webhooks/{campaign_id}/endpoints" },
  getEndpointHealth: {
    id: "webhooks.getEndpointHealth",
    method: "GET",
    path: "/webhooks/{campaign_id}/endpoints/{endpoint_id}/health",
  },
} satisfies Operations;

/** The webhook event types and endpoints of a campaign. Read only. */
export class Webhooks extends APIResource {
  /**
   * Lists the webhook event types that an endpoint of the campaign can subscribe to. The list is complete,
   * without pages. `ping`, the test event, is not in it.
   *
   * `GET /webhooks/{campaign_id}/events`
   *
   * @param campaignId - ID of the campaign, as in the address of its dashboard page.
   * @throws {AuthenticationError} 401: The access token is missing, invalid or expired.
   * @throws {PermissionDeniedError} 403: The company of the API key has no access to this campaign.
   * @example
   * ```ts
   * const items = await client.webhooks.listEventTypes(123);
   * ```
   */
  listEventTypes(campaignId: number, params?: NoParams, options?: RequestOptions): APIPromise<string[]> {
    return this._call(operations.listEventTypes, params, options, campaignId);
  }

  /**
   * Lists the webhook endpoints of the campaign. The list is complete, without pages. Secrets are never part
   * of it.
   *
   * `GET /webhooks/{campaign_id}/endpoints`
   *
   * @param campaignId - ID of the campaign, as in the address of its dashboard page.
   * @throws {AuthenticationError} 401: The access token is missing, invalid or expired.
   * @throws {PermissionDeniedError} 403: The company of the API key has no access to this campaign.
   * @example
   * ```ts
   * const endpoints = await client.webhooks.listEndpoints(123);
   * ```
   */
  listEndpoints(
    campaignId: number,
    params?: NoParams,
    options?: RequestOptions,
  ): APIPromise<WebhookEndpointSummary[]> {
    return this._call(operations.listEndpoints, params, options, campaignId);
  }

  /**
   * Gets the health of a webhook endpoint: its delivery statistics. Agora advises an alert when
   * `success_rate` falls below 0.95 or `last_delivery_at` is older than expected.
   *
   * `GET /webhooks/{campaign_id}/endpoints/{endpoint_id}/health`
   *
   * @throws {AuthenticationError} 401: The access token is missing, invalid or expired.
   * @throws {PermissionDeniedError} 403: The company of the API key has no access to this campaign.
   * @throws {NotFoundError} 404: The endpoint does not exist or belongs to another campaign.
   * @example
   * ```ts
   * const health = await client.webhooks.getEndpointHealth({ campaign_id: 123, endpoint_id: 42 });
   * ```
   */
  getEndpointHealth(
    params: WebhooksGetEndpointHealthParams,
    options?: RequestOptions,
  ): APIPromise<WebhookEndpointHealth> {
    return this._call(operations.getEndpointHealth, params, options);
  }
}

/** A webhook endpoint, without its secret. */
export interface WebhookEndpointSummary {
  /** ID of the endpoint. */
  id: number;
  /** ID of the campaign that the endpoint belongs to. */
  campaign_id: number;
  /** Address that events are sent to. */
  url: string;
  /** Description of the endpoint, or `null`. */
  description?: string | null | undefined;
  /** Event types that the endpoint receives. */
  subscribed_events: string[];
  /** Whether events are sent to the endpoint. */
  is_enabled: boolean;
  /** When the endpoint was created. RFC 3339 date and time. */
  created_at: string;
  /** Whether the last delivery succeeded, or `null` before the first one. */
  last_delivery_is_successful?: boolean | null | undefined;
}

/** Delivery statistics of a webhook endpoint. */
export interface WebhookEndpointHealth {
  /** ID of the endpoint. */
  endpoint_id: number;
  /** Address that events are sent to. */
  url: string;
  /** Whether events are sent to the endpoint. */
  is_enabled: boolean;
  /** Number of recorded delivery attempts. */
  total_deliveries: number;
  /** Number of attempts that got a 2xx answer within 10 seconds. */
  successful_deliveries: number;
  /** Number of attempts that timed out or got another answer. */
  failed_deliveries: number;
  /** Share of successful attempts, from 0 to 1, or `null` before the first delivery. */
  success_rate?: number | null | undefined;
  /** When the last delivery was attempted, or `null` before the first one. RFC 3339 date and time. */
  last_delivery_at?: string | null | undefined;
  /** Whether the last delivery succeeded, or `null` before the first one. */
  last_delivery_is_successful?: boolean | null | undefined;
  /** Mean round trip of a delivery in milliseconds, or `null` before the first one. */
  avg_duration_ms?: number | null | undefined;
}

/** Params of `webhooks.getEndpointHealth`. */
export interface WebhooksGetEndpointHealthParams {
  /** ID of the campaign, as in the address of its dashboard page. */
  campaign_id: number;
  /** ID of the webhook endpoint. */
  endpoint_id: number;
}
