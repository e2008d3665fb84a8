import { APIClient, type ClientOptions, type Credential } from "@trunkline/runtime/client";
import { definition } from "./definition.js";
import { ApiKeys } from "./resources/api-keys.js";
import { Campaigns } from "./resources/campaigns.js";
import { Health } from "./resources/health.js";
import { Leads } from "./resources/leads.js";
import { Linkedin } from "./resources/linkedin.js";
import { Prospecting } from "./resources/prospecting.js";
import { Users } from "./resources/users.js";
import { VoiceClones } from "./resources/voice-clones.js";

/** Options of {@link Buena}. */
export interface BuenaOptions extends ClientOptions {
  /**
   * API key: a user key, which every operation takes, or a global key of the older kind, which the `/users`
   * operations refuse. Its form has changed over time, so treat it as an opaque string.
   *
   * @default the environment variable `BUENA_API_KEY`
   */
  apiKey?: Credential | null | undefined;
  /**
   * The same API key, sent as `Authorization: Bearer`.
   * @default the environment variable `BUENA_ACCESS_TOKEN`
   */
  accessToken?: Credential | null | undefined;
  /**
   * Server to talk to: `production` is https://api.buena.ai/api/v2, `staging` is
   * https://staging-api.buena.ai/api/v2.
   *
   * @default "production"
   */
  environment?: "production" | "staging" | undefined;
}

/**
 * Client of the Buena API.
 *
 * Keeps leads and enriches them, searches for prospects, schedules LinkedIn actions, exports campaigns and
 * clones voices for voice messages.
 *
 * `health.check`, `apiKeys.list` and `create`, and `leads.list`, `create`, `get` and `update` have answers in
 * one of three shapes:
 *
 * - Fields are in snake_case. A list of leads is in `data`, beside `total`, `limit` and `offset`, and is
 *   paged by `limit` and `offset`.
 * - Fields are in camelCase, and answers are wrapped in `success` and `data`. A list of leads is paged by
 *   `page` and `limit`.
 * - Fields are in snake_case, and there are fewer of them. A list of leads is in `leads`, beside `total`, and
 *   is paged by `limit` and `offset`.
 *
 * A field has the name that the answer gives it, so read `first_name` or `firstName`. In a request, write the
 * fields as your answers have them. Every other operation has one shape.
 *
 * A key may send 60 requests a minute, 1,000 an hour and 10,000 a day. A request beyond a limit is answered
 * with 429.
 *
 * Any call can throw the errors below; each method lists its own besides.
 *
 * @throws {AuthenticationError} 401: The API key is missing, unknown or expired.
 * @example
 * ```ts
 * const client = new Buena(); // reads BUENA_API_KEY
 *
 * const status = await client.health.check();
 * ```
 */
export class Buena extends APIClient<BuenaOptions> {
  /** State of the API and of the services behind it. */
  readonly health: Health = new Health(this);

  /** Keys that give access to the API, their permissions and their use. */
  readonly apiKeys: ApiKeys = new ApiKeys(this);

  /** Leads that you keep in Buena, and enrichment of any person's data. */
  readonly leads: Leads = new Leads(this);

  /** Search for people that are not leads yet. */
  readonly prospecting: Prospecting = new Prospecting(this);

  /** Actions on LinkedIn and the upload of prospects for them. */
  readonly linkedin: Linkedin = new Linkedin(this);

  /** Results of outreach campaigns. */
  readonly campaigns: Campaigns = new Campaigns(this);

  /**
   * Integrations and jobs of the user to whom the API key belongs.
   *
   * These operations need a user key, which tells Buena who you are. A global key is answered with 400 and
   * the route to use in its place.
   */
  readonly users: Users = new Users(this);

  /** Cloned voices for voice messages. */
  readonly voiceClones: VoiceClones = new VoiceClones(this);

  /**
   * Throws a `UsageError` when a secret cannot be sent as it is, an environment is unknown or the base URL is
   * not safe.
   */
  constructor(options: BuenaOptions = {}) {
    super(definition, options);
  }
}
