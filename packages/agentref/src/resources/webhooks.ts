import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  list: { id: "webhooks.list", method: "GET", path: "/webhooks", query: ["programId"] },
  create: { id: "webhooks.create", method: "POST", path: "/webhooks", body: "fields" },
  get: { id: "webhooks.get", method: "GET", path: "/webhooks/{id}" },
  update: {
    id: "webhooks.update",
    method: "PATCH",
    path: "/webhooks/{id}",
    body: "fields",
    bodyRequired: true,
  },
  delete: { id: "webhooks.delete", method: "DELETE", path: "/webhooks/{id}" },
  rotateSecret: { id: "webhooks.rotateSecret", method: "POST", path: "/webhooks/{id}/rotate-secret" },
} satisfies Operations;

/**
 * Endpoints that events are sent to.
 *
 * A delivery succeeds with any 2xx within 30 seconds. Otherwise it is repeated after 1, 5 and 15 minutes and
 * 1, 3, 6, 12 and 24 hours: nine attempts in all. Endpoints must be HTTPS in production. One without
 * `programId` gets the events of all programs.
 *
 * Deliveries are signed: `svix-signature` is `v1,` and the base64 of the HMAC-SHA256 over
 * `<svix-id>.<svix-timestamp>.<raw body>`. The key is what follows `whsec_` in the secret, base64url-decoded.
 * Compare in constant time. `svix-timestamp` is in Unix seconds; refuse one more than 300 seconds off.
 */
export class Webhooks extends APIResource {
  /**
   * Lists the merchant's webhook endpoints. The list is not paged.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /webhooks`
   *
   * @example
   * ```ts
   * const endpoints = await client.webhooks.list();
   * ```
   */
  list(params?: WebhooksListParams, options?: RequestOptions): APIPromise<WebhookEndpoint[]> {
    return this._call(operations.list, params, options);
  }

  /**
   * Creates a webhook endpoint. The signing secret is in this answer and nowhere else: keep it. Takes no
   * idempotency key.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /webhooks`
   *
   * @example
   * ```ts
   * const secret = await client.webhooks.create({
   *   name: "Slack relay",
   *   url: "https://relay.acme.example/slack/agentref",
   *   subscribedEvents: ["affiliate.joined"],
   * });
   * ```
   */
  create(params: WebhooksCreateParams, options?: RequestOptions): APIPromise<WebhookSecret> {
    return this._call(operations.create, params, options);
  }

  /**
   * Gets a webhook endpoint, without its secret.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /webhooks/{id}`
   *
   * @param id - Id of the endpoint.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const endpoint = await client.webhooks.get("330e0407-b0c5-4015-b466-16f1d6bec5d9");
   * ```
   */
  get(id: string, params?: NoParams, options?: RequestOptions): APIPromise<WebhookEndpoint> {
    return this._call(operations.get, params, options, id);
  }

  /**
   * Updates the given fields of a webhook endpoint. For a new secret there is `rotateSecret`.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `PATCH /webhooks/{id}`
   *
   * @param id - Id of the endpoint.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const endpoint = await client.webhooks.update("330e0407-b0c5-4015-b466-16f1d6bec5d9", {
   *   name: "Ledger",
   *   url: "https://hooks.acme.example/agentref/v2",
   * });
   * ```
   */
  update(id: string, params?: WebhooksUpdateParams, options?: RequestOptions): APIPromise<WebhookEndpoint> {
    return this._call(operations.update, params, options, id);
  }

  /**
   * Deletes a webhook endpoint. No event is sent to it any more.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `DELETE /webhooks/{id}`
   *
   * @param id - Id of the endpoint.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * await client.webhooks.delete("330e0407-b0c5-4015-b466-16f1d6bec5d9");
   * ```
   */
  delete(id: string, params?: NoParams, options?: RequestOptions): APIPromise<DeletedWebhook> {
    return this._call(operations.delete, params, options, id);
  }

  /**
   * Rotates the webhook secret of an endpoint. The new one is in this answer and nowhere else: keep it, and
   * do not rely on the old one. Takes no idempotency key: when no answer came, rotate again.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /webhooks/{id}/rotate-secret`
   *
   * @param id - Id of the endpoint.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const secret = await client.webhooks.rotateSecret("330e0407-b0c5-4015-b466-16f1d6bec5d9");
   * ```
   */
  rotateSecret(id: string, params?: NoParams, options?: RequestOptions): APIPromise<WebhookSecret> {
    return this._call(operations.rotateSecret, params, options, id);
  }
}

/** An endpoint to be created. */
export interface CreateWebhook {
  /** Name of the endpoint. */
  name: string;
  /** URL that events are to be posted to. In production it must be HTTPS. */
  url: string;
  /** Events to be sent, at least one. */
  subscribedEvents: WebhookEventNameInput[];
  /** Id of the program whose events are wanted. All programs when left out. */
  programId?: string | undefined;
  /** Version of the event format. */
  schemaVersion?: 2 | undefined;
}

/** Confirmation that an endpoint was deleted. */
export interface DeletedWebhook {
  /** Whether the endpoint was deleted. */
  success: boolean;
}

/** Changes of an endpoint. What is left out stays as it is. */
export interface UpdateWebhook {
  /** Name of the endpoint. */
  name?: string | undefined;
  /** URL that events are posted to. In production it must be HTTPS. */
  url?: string | undefined;
  /** Id of the program whose events are wanted; null for all programs. */
  programId?: string | null | undefined;
  /** Version of the event format. */
  schemaVersion?: 2 | undefined;
  /** Events to be sent. Replaces the whole list. */
  subscribedEvents?: WebhookEventNameInput[] | undefined;
}

/** A URL that events are sent to. */
export interface WebhookEndpoint {
  /** Id of the endpoint. */
  id: string;
  /** Name of the endpoint. */
  name: string;
  /** URL that events are posted to. */
  url: string;
  /** Whether deliveries are made to an endpoint. */
  status: WebhookStatus;
  /** Id of the program whose events are sent; null for all programs. */
  programId: string | null;
  /** Version of the event format. */
  schemaVersion: 2;
  /** Events that are sent. */
  subscribedEvents: WebhookEventName[];
  /** Last four characters of the signing secret. */
  secretLastFour: string | null;
  /** When the endpoint was created. RFC 3339 date and time. */
  createdAt: string;
  /** When the endpoint was last changed. RFC 3339 date and time. */
  updatedAt: string;
  /** When deliveries stopped; null while they are made. RFC 3339 date and time. */
  disabledAt: string | null;
}

/**
 * Name of an event that an endpoint can subscribe to. There is no event for changes of marketing resources.
 */
export type WebhookEventName =
  | "program.created"
  | "program.updated"
  | "affiliate.joined"
  | "affiliate.approved"
  | "affiliate.blocked"
  | "affiliate.unblocked"
  | "conversion.created"
  | "conversion.refunded"
  | "payout.created"
  | "payout.processing"
  | "payout.completed"
  | "payout.failed"
  | "flag.resolved"
  | (string & {});

/**
 * Name of an event that an endpoint can subscribe to. There is no event for changes of marketing resources.
 */
export type WebhookEventNameInput =
  | "program.created"
  | "program.updated"
  | "affiliate.joined"
  | "affiliate.approved"
  | "affiliate.blocked"
  | "affiliate.unblocked"
  | "conversion.created"
  | "conversion.refunded"
  | "payout.created"
  | "payout.processing"
  | "payout.completed"
  | "payout.failed"
  | "flag.resolved";

/** An endpoint and its signing secret, which is shown only once. */
export interface WebhookSecret {
  /** A URL that events are sent to. */
  endpoint: WebhookEndpoint;
  /** Secret that deliveries are signed with; begins with `whsec_`. */
  signingSecret: string;
}

/** Whether deliveries are made to an endpoint. */
export type WebhookStatus = "active" | "disabled" | (string & {});

/** Params of `webhooks.list`. */
export interface WebhooksListParams {
  /**
   * Only endpoints of this program.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  programId?: string | undefined;
}

/** Params of `webhooks.create`. */
export interface WebhooksCreateParams extends CreateWebhook {}

/** Params of `webhooks.update`. */
export interface WebhooksUpdateParams extends UpdateWebhook {}
