import {
  APIClient,
  type APIPromise,
  APIResource,
  bearer,
  type ClientOptions,
  idempotencyKeys,
  type Operation,
  type RequestOptions,
  type SecurityScheme,
  tokenExchange,
} from "@trunkline/runtime/client";

export const GET: Operation = { id: "things.get", method: "GET", path: "/things" };

export const KEY = "sk_canary_0123456789";

class Things extends APIResource {
  call<T = unknown>(operation: Operation, params?: object, options?: RequestOptions): APIPromise<T> {
    return this._call<T>(operation, params, options);
  }
}

const bearerKey: SecurityScheme = bearer({ option: "apiKey" });

/** Exchanges the key for a token. */
export const exchanging: SecurityScheme = tokenExchange({
  option: "accessToken",
  exchange: {
    option: "apiKey",
    method: "POST",
    path: "/token",
    operation: "auth.exchange",
    request: "/key",
    token: "/token",
    expiresIn: "/expires_in",
  },
});

export class Sample extends APIClient {
  readonly things: Things = new Things(this);

  constructor(options: ClientOptions, scheme: SecurityScheme = bearerKey) {
    super(
      {
        name: "Sample",
        userAgent: "sample/1.0.0",
        environments: { production: "https://api.sample.test" },
        schemes: { token: scheme },
        security: [["token"]],
        idempotency: idempotencyKeys("Idempotency-Key", "auto"),
      },
      { apiKey: KEY, ...options } as ClientOptions,
    );
  }
}
