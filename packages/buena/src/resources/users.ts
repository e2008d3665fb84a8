import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  listIntegrations: { id: "users.listIntegrations", method: "GET", path: "/users/integrations" },
  connectLinkedin: {
    id: "users.connectLinkedin",
    method: "POST",
    path: "/users/integrations/linkedin",
    body: "fields",
  },
  getLinkedin: { id: "users.getLinkedin", method: "GET", path: "/users/linkedin" },
  listJobs: {
    id: "users.listJobs",
    method: "GET",
    path: "/users/jobs",
    query: ["startDate", "endDate", "status", "type"],
  },
} satisfies Operations;

/**
 * Integrations and jobs of the user to whom the API key belongs.
 *
 * These operations need a user key, which tells Buena who you are. A global key is answered with 400 and the
 * route to use in its place.
 */
export class Users extends APIResource {
  /**
   * Lists the integrations: which other services the user has connected. Needs a user key.
   *
   * `GET /users/integrations`, scope `users:read`
   *
   * @throws {BadRequestError} 400: The key is a global one, and this route needs a user key (`availableRoute`
   * says what to call in its place), or the request is invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const result = await client.users.listIntegrations();
   * ```
   */
  listIntegrations(params?: NoParams, options?: RequestOptions): APIPromise<UsersListIntegrationsResponse> {
    return this._call(operations.listIntegrations, params, options);
  }

  /**
   * Starts to connect the user's LinkedIn account. Open `data.authUrl` in the user's browser; the account is
   * connected once the user agrees there. Needs a user key.
   *
   * `POST /users/integrations/linkedin`, scope `users:write`
   *
   * @throws {BadRequestError} 400: LinkedIn is connected already, or the key is a global one
   * (`availableRoute` says what to call in its place).
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const result = await client.users.connectLinkedin();
   * ```
   */
  connectLinkedin(
    params?: UsersConnectLinkedinParams,
    options?: RequestOptions,
  ): APIPromise<UsersConnectLinkedinResponse> {
    return this._call(operations.connectLinkedin, params, options);
  }

  /**
   * Gets the state of the user's LinkedIn account, and how much of the day's limit is used. If no account is
   * connected, the answer says so and names `setupUrl`; that is not an error. Needs a user key.
   *
   * `GET /users/linkedin`, scope `users:read`
   *
   * @throws {BadRequestError} 400: The key is a global one, and this route needs a user key (`availableRoute`
   * says what to call in its place), or the request is invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const result = await client.users.getLinkedin();
   * ```
   */
  getLinkedin(params?: NoParams, options?: RequestOptions): APIPromise<UsersGetLinkedinResponse> {
    return this._call(operations.getLinkedin, params, options);
  }

  /**
   * Lists the background jobs of the user, such as LinkedIn actions and enrichments, in one answer with a
   * summary. Needs a user key.
   *
   * `GET /users/jobs`, scope `users:read`
   *
   * @throws {BadRequestError} 400: The key is a global one, and this route needs a user key (`availableRoute`
   * says what to call in its place), or the request is invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const result = await client.users.listJobs();
   * ```
   */
  listJobs(params?: UsersListJobsParams, options?: RequestOptions): APIPromise<UsersListJobsResponse> {
    return this._call(operations.listJobs, params, options);
  }
}

/** How to connect a LinkedIn account. */
export interface ConnectLinkedInRequest {
  /** Where the browser goes once LinkedIn is connected. */
  returnUrl?: string | undefined;
  /** LinkedIn scopes to ask for. */
  scopes?: string[] | undefined;
}

/** Connections of the user to other services. */
export interface Integrations {
  /** The LinkedIn account, as the list of integrations shows it. */
  linkedin: LinkedInConnection;
  /** The user's webhooks. */
  webhooks: WebhookIntegration;
  /** How many integrations are set up. */
  summary: IntegrationSummary;
}

/** How many integrations are set up. */
export interface IntegrationSummary {
  /** Number of integrations that exist. */
  total: number;
  /** Number of integrations that are connected. */
  connected: number;
  /** Share of the integrations that are connected, in percent. */
  completionPercentage: number;
}

/** A task that runs in the background. */
export interface Job {
  /** Id of the job. */
  id: string;
  /** Kind of the job, such as `linkedin_action` or `data_enrichment`. */
  type: string;
  /** State of the job, such as `pending`, `running`, `completed` or `failed`. */
  status: string;
  /** When the job was made. RFC 3339 date and time. */
  createdAt: string;
  /** When the job ended; null until then. RFC 3339 date and time. */
  completedAt: string | null;
  /** What the job is doing, for people. */
  message: string;
  /** Progress of the job, in percent. */
  progress: number;
  /** Further facts, which depend on the kind of the job. */
  metadata: Record<string, unknown>;
}

/** Jobs of the user with a summary. */
export interface JobList {
  /** The jobs. */
  jobs: Job[];
  /** How many jobs are in which state. */
  statistics: JobStatistics;
}

/** How many jobs are in which state. */
export interface JobStatistics {
  /** All jobs. */
  total: number;
  /** Jobs that wait. */
  pending: number;
  /** Jobs that run. */
  running: number;
  /** Jobs that succeeded. */
  completed: number;
  /** Jobs that failed. */
  failed: number;
  /** Share of the jobs that succeeded. */
  successRate: number;
}

/** Where the user goes to connect LinkedIn. */
export interface LinkedInAuthorization {
  /** Address to open in the user's browser. */
  authUrl: string;
  /** Value that is sent back with the user, so that you can match the answer with this request. */
  state: string;
  /** Until when the address works. RFC 3339 date and time. */
  expiresAt: string;
}

/** The LinkedIn account, as the list of integrations shows it. */
export interface LinkedInConnection {
  /** Whether an account is connected. */
  connected: boolean;
  /** Address of the profile. */
  profileUrl?: string | undefined;
  /** Name on the profile. */
  name?: string | undefined;
  /** Number of connections. */
  connectionCount?: number | undefined;
  /** Where to connect an account. Given when none is connected. */
  setupUrl?: string | undefined;
}

/** The LinkedIn account with today's use. */
export interface LinkedInIntegration {
  /** Whether an account is connected. */
  connected: boolean;
  /** Address of the profile. */
  profileUrl?: string | undefined;
  /** Name on the profile. */
  name?: string | undefined;
  /** Number of connections. */
  connectionCount?: number | undefined;
  /** Actions that were done today. */
  actionsToday?: number | undefined;
  /** Actions that are allowed in a day. */
  dailyLimit?: number | undefined;
  /** When the last action was done. RFC 3339 date and time. */
  lastActivity?: string | undefined;
  /** Where to connect an account. Given when none is connected. */
  setupUrl?: string | undefined;
}

/** State of the user's LinkedIn account. */
export interface LinkedInStatus {
  /** The LinkedIn account with today's use. */
  linkedInIntegration: LinkedInIntegration;
  /** Whether actions go through a proxy. */
  hasProxy: boolean;
  /** Time zone of the user, such as `Europe/Berlin`. */
  timezone: string;
}

/** The user's webhooks. */
export interface WebhookIntegration {
  /** Whether a webhook is set up. */
  configured: boolean;
  /** Addresses to which events are sent. */
  endpoints: string[];
  /** State of the webhooks. */
  status: "active" | "error" | "testing" | (string & {});
}

/** The integrations. */
export interface UsersListIntegrationsResponse {
  /** Whether the request succeeded. */
  success: boolean;
  /** Id of the user to whom the key belongs. */
  userId: string;
  /** Connections of the user to other services. */
  data: Integrations;
}

/** Params of `users.connectLinkedin`. */
export interface UsersConnectLinkedinParams extends ConnectLinkedInRequest {}

/** Where the user goes next. */
export interface UsersConnectLinkedinResponse {
  /** Whether the request succeeded. */
  success: boolean;
  /** Id of the user to whom the key belongs. */
  userId: string;
  /** Where the user goes to connect LinkedIn. */
  data: LinkedInAuthorization;
}

/** The state of the LinkedIn account. */
export interface UsersGetLinkedinResponse {
  /** Whether the request succeeded. */
  success: boolean;
  /** Id of the user to whom the key belongs. */
  userId: string;
  /** State of the user's LinkedIn account. */
  data: LinkedInStatus;
}

/** Params of `users.listJobs`. */
export interface UsersListJobsParams {
  /** Start of the time to list, in Unix seconds. */
  startDate?: number | bigint | undefined;
  /** End of the time to list, in Unix seconds. */
  endDate?: number | bigint | undefined;
  /** State that a job must have, such as `pending`, `running`, `completed` or `failed`. */
  status?: string | undefined;
  /** Kind of job, such as `linkedin_action` or `data_enrichment`. */
  type?: string | undefined;
}

/** The jobs. */
export interface UsersListJobsResponse {
  /** Whether the request succeeded. */
  success: boolean;
  /** Id of the user to whom the key belongs. */
  userId: string;
  /** Jobs of the user with a summary. */
  data: JobList;
}
