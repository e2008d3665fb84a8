import { APIClient, type ClientOptions, type Credential } from "@trunkline/runtime/client";
import { definition } from "./definition.js";
import { Agents } from "./resources/agents.js";
import { Calls } from "./resources/calls.js";
import { Campaigns } from "./resources/campaigns.js";
import { Leads } from "./resources/leads.js";
import { MeResource } from "./resources/me.js";

/** Options of {@link Agoralia}. */
export interface AgoraliaOptions extends ClientOptions {
  /**
   * API key of a workspace: `ago_` and 32 letters or digits. An Admin or Owner creates it in the web app
   * under Settings → Security and API → API Keys. It is shown once, may expire and can be revoked. It carries
   * scopes, of which each operation needs one.
   *
   * @default the environment variable `AGORALIA_API_KEY`
   */
  apiKey?: Credential | null | undefined;
  /**
   * Server to talk to: `production` is https://api.agoralia.app/api/v1.
   * @default "production"
   */
  environment?: "production" | undefined;
}

/**
 * Client of the Agoralia Public API.
 *
 * Creates AI voice agents and phone campaigns, uploads leads, and reads calls and results.
 *
 * An API key belongs to one workspace and carries scopes; each operation names the scope that it needs. A
 * workspace may send 120 requests a minute and 20,000 a day, and one IP address 100 requests a minute. Single
 * endpoints may be stricter.
 *
 * An idempotency key holds for 24 hours: until then, a repeat with the same key and the same body gets the
 * first answer again, and another body under the same key is a 409.
 *
 * Any call can throw the errors below; each method lists its own besides.
 *
 * @throws {AuthenticationError} 401: The API key is missing, invalid, revoked or expired.
 * @throws {PermissionDeniedError} 403: The API key lacks the scope of this operation.
 * @throws {UnprocessableEntityError} 422: The request failed validation.
 * @throws {RateLimitError} 429: A rate limit was exceeded.
 * @throws {InternalServerError} 500: Agoralia failed. 503: Agoralia is not available.
 * @example
 * ```ts
 * const client = new Agoralia(); // reads AGORALIA_API_KEY
 *
 * const me = await client.me.get();
 * ```
 */
export class Agoralia extends APIClient<AgoraliaOptions> {
  /** The workspace of the API key, and the key's scopes. */
  readonly me: MeResource = new MeResource(this);

  /** AI voice agents that speak on the phone. */
  readonly agents: Agents = new Agents(this);

  /** Phone campaigns, their start and their results. */
  readonly campaigns: Campaigns = new Campaigns(this);

  /** The people that a campaign calls. */
  readonly leads: Leads = new Leads(this);

  /** Calls of the workspace. */
  readonly calls: Calls = new Calls(this);

  /**
   * Throws a `UsageError` when a secret cannot be sent as it is, an environment is unknown or the base URL is
   * not safe.
   */
  constructor(options: AgoraliaOptions = {}) {
    super(definition, options);
  }
}
