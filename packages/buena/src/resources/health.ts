import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { Permission } from "../types.js";

const operations = {
  check: { id: "health.check", method: "GET", path: "/health" },
} satisfies Operations;

/** State of the API and of the services behind it. */
export class Health extends APIResource {
  /**
   * Checks the state of the API: whether the API and the services behind it work. Needs a key, but no
   * permission.
   *
   * The answer has the state of the services, or the user and the key of the request, or neither.
   *
   * `GET /health`
   *
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const status = await client.health.check();
   * ```
   */
  check(params?: NoParams, options?: RequestOptions): APIPromise<HealthStatus> {
    return this._call(operations.check, params, options);
  }
}

/** The key that asked. */
export interface HealthApiKey {
  /** Name that was given to the key. */
  name: string;
  /** What the key may do. */
  permissions: Permission[];
  /** Requests that were made with the key. */
  usageCount: number;
}

/** State of the API, and of the services behind it or of the key of the request. */
export interface HealthStatus {
  /** Overall state of the API. */
  status: "healthy" | "degraded" | "down" | "maintenance" | "ok" | (string & {});
  /** When the state was taken. RFC 3339 date and time. */
  timestamp: string;
  /** Version of the API. Some answers leave it out. */
  version?: string | undefined;
  /** State of the services behind the API. */
  services?: ServiceStatuses | undefined;
  /** Time that the check took, in milliseconds. Comes with `services`. */
  response_time?: number | undefined;
  /** Whom the key stands for, such as `user`. Only in camelCase answers. */
  authentication?: string | undefined;
  /** The user who asked. */
  user?: HealthUser | undefined;
  /** The key that asked. */
  apiKey?: HealthApiKey | undefined;
}

/** The user who asked. */
export interface HealthUser {
  /** Id of the user. */
  id: string;
  /** Email address of the user. */
  email: string;
  /** Plan of the user, such as `Premium` or `Basic`. */
  role: string;
}

/** State of one service. */
export type ServiceStatus = "healthy" | "degraded" | "down" | (string & {});

/** State of the services behind the API. */
export interface ServiceStatuses {
  /** State of the database. */
  database: ServiceStatus;
  /** State of the cache. */
  redis: ServiceStatus;
  /** State of the API itself. */
  api: ServiceStatus;
}
