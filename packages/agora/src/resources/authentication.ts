import {
  type APIPromise,
  APIResource,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  loginWithApiKey: {
    id: "authentication.loginWithApiKey",
    method: "POST",
    path: "/auth/api-key/token",
    body: "fields",
    security: [],
    retry: "always",
  },
} satisfies Operations;

/** Exchange of an API key for a short-lived access token. */
export class Authentication extends APIResource {
  /**
   * Exchanges an API key for an access token that lives for `expires_in` seconds.
   *
   * There is no refresh token: exchange the key again before the token expires.
   *
   * `POST /auth/api-key/token`. The client calls it by itself when it has an `apiKey`: call it only to get a
   * token for use elsewhere.
   *
   * @throws {AuthenticationError} 401: The API key is invalid, expired or revoked.
   * @example
   * ```ts
   * const token = await client.authentication.loginWithApiKey({ api_key: "agora_test_YOUR_KEY" });
   * ```
   */
  loginWithApiKey(
    params: AuthenticationLoginWithApiKeyParams,
    options?: RequestOptions,
  ): APIPromise<ApiKeyTokenResponse> {
    return this._call(operations.loginWithApiKey, params, options);
  }
}

/** The API key to exchange. */
export interface ApiKeyTokenRequest {
  /**
   * The API key. Begins with `agora_live_` in production and `agora_test_` in development. At least 16
   * characters.
   */
  api_key: string;
}

/** An access token and its lifetime. */
export interface ApiKeyTokenResponse {
  /** The access token, a JWT. */
  access_token: string;
  /**
   * Always the bearer type, spelt `Bearer` or `bearer`. Send `Authorization: Bearer` whatever the spelling.
   */
  token_type: string;
  /** Lifetime of the token in seconds. */
  expires_in: number;
}

/** Params of `authentication.loginWithApiKey`. */
export interface AuthenticationLoginWithApiKeyParams extends ApiKeyTokenRequest {}
