import {
  APIClient,
  type APIPromise,
  APIResource,
  apiKeyHeader,
  type ClientDefinition,
  type ClientOptions,
  type Credential,
  type IdempotentRequestOptions,
  idempotencyKeys,
  type Operation,
  type Page,
  type PageOperation,
  type PagePromise,
} from "../../src/client.ts";

export interface SampleOptions extends ClientOptions {
  apiKey?: Credential | null | undefined;
  accessToken?: Credential | null | undefined;
  username?: Credential | null | undefined;
  password?: Credential | null | undefined;
}

/** A resource whose one method calls any operation. */
export class Things extends APIResource {
  call<T = unknown>(
    operation: Operation,
    params?: object,
    options?: IdempotentRequestOptions,
    pathValue?: unknown,
  ): APIPromise<T> {
    return this._call<T>(operation, params, options, pathValue);
  }

  page(
    operation: PageOperation,
    params?: object,
    options?: IdempotentRequestOptions,
  ): PagePromise<Page<unknown>, unknown> {
    return this._page(operation, params, options);
  }
}

export const KEY = "sk_canary_0123456789";

/** A client as the generator would write it, with what a test changes of its definition. */
export function sampleClass(
  changes: Partial<ClientDefinition> = {},
): new (
  options?: SampleOptions,
) => APIClient<SampleOptions> & { readonly things: Things } {
  const definition: ClientDefinition = {
    name: "Sample",
    userAgent: "trunkline-sample/1.2.3",
    environments: { production: "https://api.sample.test/v1", sandbox: "https://sandbox.sample.test" },
    schemes: { Key: apiKeyHeader("X-API-Key", { option: "apiKey", env: "SAMPLE_API_KEY" }) },
    security: [["Key"]],
    idempotency: idempotencyKeys("Idempotency-Key", "auto"),
    ...changes,
  };
  return class Sample extends APIClient<SampleOptions> {
    readonly things: Things = new Things(this);
    constructor(options: SampleOptions = {}) {
      super(definition, options);
    }
  };
}

export function sample(
  options: SampleOptions = {},
  changes: Partial<ClientDefinition> = {},
): APIClient<SampleOptions> & { readonly things: Things } {
  const schemes = Object.values(changes.schemes ?? {});
  const takesKey =
    !changes.schemes || schemes.some(({ sources }) => sources.some((one) => one.option === "apiKey"));
  return new (sampleClass(changes))({ ...(takesKey && { apiKey: KEY }), ...options });
}

export const GET: Operation = { id: "things.get", method: "GET", path: "/things" };
export const PUT: Operation = { id: "things.put", method: "PUT", path: "/things", body: "fields" };
export const POST: Operation = { id: "things.post", method: "POST", path: "/things", body: "fields" };
export const KEYED: Operation = { ...POST, id: "things.create", keyed: true };

/** The error that a promise is rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error("The promise was fulfilled.");
}
