import { APIClient, type ClientOptions, type Credential } from "@trunkline/runtime/client";
import { definition } from "./definition.js";
import { Authentication } from "./resources/authentication.js";
import { Leads } from "./resources/leads.js";
import { Webhooks } from "./resources/webhooks.js";

/** Options of {@link Agora}. */
export interface AgoraOptions extends ClientOptions {
  /**
   * API key. The client exchanges it for an access token, sends that, and renews it in time. Not needed with
   * `accessToken`.
   *
   * @default the environment variable `AGORA_API_KEY`
   */
  apiKey?: Credential | null | undefined;
  /**
   * Short-lived access token from the token exchange, sent as `Authorization: Bearer <token>`. There are no
   * scopes: access is decided per campaign. If you give it, the client sends it as it is, and `apiKey` is not
   * needed. If you give both, `apiKey` renews it.
   *
   * @default the environment variable `AGORA_ACCESS_TOKEN`
   */
  accessToken?: Credential | null | undefined;
  /**
   * Server to talk to: `production` is https://core.agoraai.tech/api/v1, `development` is
   * https://core-dev.agoraai.tech/api/v1.
   *
   * @default "production"
   */
  environment?: "production" | "development" | undefined;
}

/**
 * Client of the Agora Public API.
 *
 * Uploads leads into a campaign and reads the campaign's webhook endpoints.
 *
 * An API key is exchanged for a short-lived access token, which every other operation carries. Access is
 * decided per campaign: the company of the key must have access to it. Webhook endpoints are created, changed
 * and deleted in the Agora dashboard only.
 *
 * @example
 * ```ts
 * const client = new Agora(); // reads AGORA_API_KEY
 *
 * const upload = await client.leads.upload({
 *   campaign_id: 123,
 *   leads: [{ phone: "+15551234567" }],
 *   compliance_acknowledged: true,
 * });
 * ```
 */
export class Agora extends APIClient<AgoraOptions> {
  /** Exchange of an API key for a short-lived access token. */
  readonly authentication: Authentication = new Authentication(this);

  /**
   * Upload of leads into a campaign.
   *
   * Every upload carries `compliance_acknowledged: true`, by which you confirm that you have the legal
   * permission to upload these contacts.
   */
  readonly leads: Leads = new Leads(this);

  /** The webhook event types and endpoints of a campaign. Read only. */
  readonly webhooks: Webhooks = new Webhooks(this);

  /**
   * Throws a `UsageError` when a secret cannot be sent as it is, an environment is unknown or the base URL is
   * not safe.
   */
  constructor(options: AgoraOptions = {}) {
    super(definition, options);
  }
}
