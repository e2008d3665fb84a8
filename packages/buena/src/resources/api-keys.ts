import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { Acknowledgement, Permission } from "../types.js";

const operations = {
  list: { id: "apiKeys.list", method: "GET", path: "/keys", data: ["/data", ""] },
  create: { id: "apiKeys.create", method: "POST", path: "/keys", body: "fields", data: ["/data", ""] },
  update: { id: "apiKeys.update", method: "PUT", path: "/keys/{keyId}", body: "fields", bodyRequired: true },
  delete: { id: "apiKeys.delete", method: "DELETE", path: "/keys/{keyId}" },
  regenerate: { id: "apiKeys.regenerate", method: "POST", path: "/keys/{keyId}/regenerate" },
  stats: {
    id: "apiKeys.stats",
    method: "GET",
    path: "/keys/{keyId}/stats",
    query: ["period", "granularity"],
  },
} satisfies Operations;

/** Keys that give access to the API, their permissions and their use. */
export class ApiKeys extends APIResource {
  /**
   * Lists all API keys in one answer. Where an answer has the field `key`, treat it as a secret.
   *
   * `GET /keys`
   *
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const keys = await client.apiKeys.list();
   * ```
   */
  list(params?: NoParams, options?: RequestOptions): APIPromise<ApiKey[]> {
    return this._call(operations.list, params, options);
  }

  /**
   * Creates an API key. The answer contains the secret, which is never shown again.
   *
   * A key cannot be given permissions that the calling key lacks. Set when it expires: with `expiresInDays`
   * if answers are in camelCase, else with `expires_at`. Without them, a key expires after 365 days if
   * answers are in camelCase; else the answer says when it expires.
   *
   * `POST /keys`
   *
   * @throws {BadRequestError} 400: The name is missing, or a permission does not exist.
   * @throws {PermissionDeniedError} 403: The calling key may not create keys, or lacks a permission that the
   * new key should get.
   * @throws {UnprocessableEntityError} 422: A field has the wrong form.
   * @throws {RateLimitError} 429: Too many keys were made, or a general rate limit is reached.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const key = await client.apiKeys.create({ name: "Dashboard", permissions: ["leads:read"] });
   * ```
   */
  create(params: ApiKeysCreateParams, options?: RequestOptions): APIPromise<CreatedApiKey> {
    return this._call(operations.create, params, options);
  }

  /**
   * Changes the name, description, permissions or expiry of an API key. The secret stays.
   *
   * `PUT /keys/{keyId}`, scope `keys:manage`
   *
   * @param keyId - Id of the API key (not the key itself).
   * @throws {BadRequestError} 400: A field of the body is missing or invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {NotFoundError} 404: No API key has this id.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const result = await client.apiKeys.update("key_abc123", { permissions: ["leads:read"] });
   * ```
   */
  update(
    keyId: string,
    params?: ApiKeysUpdateParams,
    options?: RequestOptions,
  ): APIPromise<ApiKeysUpdateResponse> {
    return this._call(operations.update, params, options, keyId);
  }

  /**
   * Deletes an API key. Requests with it are refused from then on.
   *
   * `DELETE /keys/{keyId}`, scope `keys:manage`
   *
   * @param keyId - Id of the API key (not the key itself).
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {NotFoundError} 404: No API key has this id.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * await client.apiKeys.delete("key_abc123");
   * ```
   */
  delete(keyId: string, params?: NoParams, options?: RequestOptions): APIPromise<Acknowledgement> {
    return this._call(operations.delete, params, options, keyId);
  }

  /**
   * Replaces the secret of an API key. Id, name and permissions stay. The answer contains the secret, which
   * is never shown again: if the answer is lost, so is the secret. Expect the old secret to be refused at
   * once, and give the new one to everybody who uses the key.
   *
   * `POST /keys/{keyId}/regenerate`
   *
   * @param keyId - Id of the API key (not the key itself).
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {NotFoundError} 404: No API key has this id.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const key = await client.apiKeys.regenerate("key_abc123");
   * ```
   */
  regenerate(keyId: string, params?: NoParams, options?: RequestOptions): APIPromise<RegeneratedApiKey> {
    return this._call(operations.regenerate, params, options, keyId);
  }

  /**
   * Gets the use of an API key in a period, by endpoint and by day.
   *
   * `GET /keys/{keyId}/stats`
   *
   * @param keyId - Id of the API key (not the key itself).
   * @throws {BadRequestError} 400: A query parameter is invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {NotFoundError} 404: No API key has this id.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const stats = await client.apiKeys.stats("key_abc123");
   * ```
   */
  stats(keyId: string, params?: ApiKeysStatsParams, options?: RequestOptions): APIPromise<ApiKeyStats> {
    return this._call(operations.stats, params, options, keyId);
  }
}

/** An API key. */
export interface ApiKey {
  /** Id of the key. */
  id: string;
  /** Name that was given to the key. */
  name: string;
  /** First eight characters of the secret, then `...`. In camelCase answers `prefix`, without the dots. */
  key_preview?: string | undefined;
  /** First eight characters of the secret. In snake_case answers `key_preview`. */
  prefix?: string | undefined;
  /**
   * The key, perhaps in full: treat it as a secret. Only in answers that have neither `key_preview` nor
   * `prefix`.
   */
  key?: string | undefined;
  /** What the key may do. */
  permissions: Permission[];
  /**
   * When the key was last used. Missing or null if it was never used. In camelCase answers `lastUsed`. RFC
   * 3339 date and time.
   */
  last_used?: string | null | undefined;
  /**
   * When the key was last used. Missing or null if it was never used. In snake_case answers `last_used`. RFC
   * 3339 date and time.
   */
  lastUsed?: string | null | undefined;
  /** Whether the key is active. In camelCase answers `isActive`. */
  is_active?: boolean | undefined;
  /** Whether the key is active. In snake_case answers `is_active`. */
  isActive?: boolean | undefined;
  /** When the key was created. In camelCase answers `createdAt`. RFC 3339 date and time. */
  created_at?: string | undefined;
  /** When the key was created. In snake_case answers `created_at`. RFC 3339 date and time. */
  createdAt?: string | undefined;
  /**
   * When the key stops working. Missing or null if it never does. In camelCase answers `expiresAt`. RFC 3339
   * date and time.
   */
  expires_at?: string | null | undefined;
  /**
   * When the key stops working. Missing or null if it never does. In snake_case answers `expires_at`. RFC
   * 3339 date and time.
   */
  expiresAt?: string | null | undefined;
  /** Requests that were made with the key. Only in camelCase answers. */
  usageCount?: number | undefined;
}

/** Requests of one API key on one day. */
export interface ApiKeyDailyUsage {
  /** The day, as in `2025-01-15`. */
  date: string;
  /** Requests of that day. */
  requests: number;
  /** Requests that succeeded. */
  successful: number;
  /** Requests that failed. */
  failed: number;
}

/** How much an API key was used in a period. */
export interface ApiKeyStats {
  /** Id of the key. */
  key_id: string;
  /** The period that was asked for. */
  period: "24h" | "7d" | "30d" | "90d" | (string & {});
  /** Requests in the period. */
  total_requests: number;
  /** Requests that succeeded. */
  successful_requests: number;
  /** Requests that failed. */
  failed_requests: number;
  /** Requests in the period, by path. */
  usage_by_endpoint: Record<string, number>;
  /** Requests day by day. */
  daily_usage: ApiKeyDailyUsage[];
}

/** A new API key. */
export interface CreateApiKeyRequest {
  /** Name to know the key by. */
  name: string;
  /** What the key may do: no more than the calling key may do. */
  permissions: Permission[];
  /** When the key stops working. For snake_case answers. RFC 3339 date and time. */
  expires_at?: string | Date | undefined;
  /**
   * Days after which the key stops working, 1 to 365; 0 is never. 365 when left out. For camelCase answers.
   */
  expiresInDays?: number | undefined;
  /** What the key is for. */
  description?: string | undefined;
}

/** A new API key with its secret, which is shown only once. */
export interface CreatedApiKey {
  /** Id of the key. */
  id: string;
  /** Name that was given to the key. */
  name: string;
  /** The secret. Store it now: it is never shown again. */
  key: string;
  /** First eight characters of the secret, then `...`. In camelCase answers `prefix`, without the dots. */
  key_preview?: string | undefined;
  /** First eight characters of the secret. In snake_case answers `key_preview`. */
  prefix?: string | undefined;
  /** What the key may do. */
  permissions: Permission[];
  /** Whether the key is active; true for a new one. In camelCase answers `isActive`. */
  is_active?: boolean | undefined;
  /** Whether the key is active; true for a new one. In snake_case answers `is_active`. */
  isActive?: boolean | undefined;
  /** When the key was created. In camelCase answers `createdAt`. RFC 3339 date and time. */
  created_at?: string | undefined;
  /** When the key was created. In snake_case answers `created_at`. RFC 3339 date and time. */
  createdAt?: string | undefined;
  /**
   * When the key stops working. Missing or null if it never does. In camelCase answers `expiresAt`. RFC 3339
   * date and time.
   */
  expires_at?: string | null | undefined;
  /**
   * When the key stops working. Missing or null if it never does. In snake_case answers `expires_at`. RFC
   * 3339 date and time.
   */
  expiresAt?: string | null | undefined;
  /** Requests that were made with the key. Only in camelCase answers. */
  usageCount?: number | undefined;
}

/** An API key with its new secret, which is shown only once. */
export interface RegeneratedApiKey {
  /** Id of the key. */
  id: string;
  /** The new secret, in place of the old one. */
  key: string;
  /** Name that was given to the key. */
  name: string;
  /** When the key was created. RFC 3339 date and time. */
  created_at: string;
  /** When the key was last used; null if it was not. RFC 3339 date and time. */
  last_used_at: string | null;
}

/** Changes of an API key. What is left out stays as it is. */
export interface UpdateApiKeyRequest {
  /** Name to know the key by. */
  name?: string | undefined;
  /** What the key is for. */
  description?: string | undefined;
  /** What the key may do from now on. */
  permissions?: Permission[] | undefined;
  /** When the key stops working. RFC 3339 date and time. */
  expiresAt?: string | Date | undefined;
}

/** An API key after a change. */
export interface UpdatedApiKey {
  /** Id of the key. */
  id: string;
  /** What the key is for. */
  description: string;
  /** What the key may do. */
  permissions: Permission[];
  /** When the key was created. RFC 3339 date and time. */
  createdAt: string;
  /** When the key was last changed. RFC 3339 date and time. */
  updatedAt: string;
  /** When the key was last used; null if it was not. RFC 3339 date and time. */
  lastUsed: string | null;
  /** When the key stops working; null if it never does. RFC 3339 date and time. */
  expiresAt: string | null;
}

/** Params of `apiKeys.create`. */
export interface ApiKeysCreateParams extends CreateApiKeyRequest {}

/** Params of `apiKeys.update`. */
export interface ApiKeysUpdateParams extends UpdateApiKeyRequest {}

/** The key after the change. */
export interface ApiKeysUpdateResponse {
  /** Whether the change was made. */
  success: boolean;
  /** An API key after a change. */
  data: UpdatedApiKey;
}

/** Params of `apiKeys.stats`. */
export interface ApiKeysStatsParams {
  /**
   * Period to look back on.
   * @default "30d"
   */
  period?: "24h" | "7d" | "30d" | "90d" | undefined;
  /**
   * Interval to count the use by. `daily_usage` of the answer counts by day.
   * @default "day"
   */
  granularity?: "hour" | "day" | "week" | undefined;
}
