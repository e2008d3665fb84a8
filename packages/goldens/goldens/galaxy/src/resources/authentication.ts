import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { CredentialsInput, User, UserInput } from "../types.js";

const operations = {
  createUser: {
    id: "authentication.createUser",
    method: "POST",
    path: "/user/signup",
    body: "body",
    security: [[]],
  },
  getToken: {
    id: "authentication.getToken",
    method: "POST",
    path: "/auth/token",
    body: "body",
    security: [[]],
  },
  getMe: {
    id: "authentication.getMe",
    method: "GET",
    path: "/me",
    security: [["basicAuth"], ["oAuth2"], ["bearerAuth"], ["apiKeyHeader"], ["apiKeyQuery"]],
  },
} satisfies Operations;

export class Authentication extends APIResource {
  createUser(params?: AuthenticationCreateUserParams, options?: RequestOptions): APIPromise<User> {
    return this._call(operations.createUser, params, options);
  }

  getToken(params?: AuthenticationGetTokenParams, options?: RequestOptions): APIPromise<Token> {
    return this._call(operations.getToken, params, options);
  }

  getMe(params?: NoParams, options?: RequestOptions): APIPromise<User> {
    return this._call(operations.getMe, params, options);
  }
}

export interface Token {
  token?: string | undefined;
}

export interface AuthenticationCreateUserParams {
  body?: UserInput | undefined;
}

export interface AuthenticationGetTokenParams {
  body?: CredentialsInput | undefined;
}
