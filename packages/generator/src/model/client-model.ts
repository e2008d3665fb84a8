import type { DocumentExtension, JsonObject, Quota } from "@trunkline/document";
import type { CredentialModel, SchemeModel, SecurityModel } from "./credentials-model.ts";

export interface ClientModel {
  /** Class name, also the name that errors carry. */
  readonly name: string;
  /** Name of the options interface. */
  readonly optionsName: string;
  /** Sent as user agent before the version: `trunkline-agoralia`. */
  readonly userAgent: string;
  /** First one is the default. */
  readonly environments: readonly EnvironmentModel[];
  /** Options that set what is variable in the addresses of servers. */
  readonly variables: readonly ServerVariableModel[];
  readonly schemes: readonly SchemeModel[];
  /** Options that take a secret, in the order of the schemes, each once. */
  readonly credentials: readonly CredentialModel[];
  /** Alternatives of schemes that must all be given; `[]` inside: no credential needed. */
  readonly security: SecurityModel;
  readonly browser: boolean;
  readonly idempotency: { readonly header: string; readonly keys: "auto" | "explicit" } | undefined;
  readonly retry: RetryModel | undefined;
  readonly retryAfter: DocumentExtension["retryAfter"];
  readonly rateLimit: DocumentExtension["rateLimit"];
  /** What the vendor allows; an empty list where it says that it states no limits, undefined where nothing is said. */
  readonly quotas: readonly QuotaModel[] | undefined;
  readonly envelope: DocumentExtension["envelope"];
  /** Pointers and header names that errors are read with. */
  readonly errorFields: Omit<NonNullable<DocumentExtension["errors"]>, "classes">;
}

/** What may be sent again, where the vendor's rules differ from the usual ones. */
export interface RetryModel extends Omit<NonNullable<DocumentExtension["retry"]>, "maxRetryAfterSeconds"> {
  /** Longest wait that is obeyed, in milliseconds. */
  readonly maxRetryAfterMs?: number;
}

/** So many requests in any span of so many milliseconds. */
export interface QuotaModel extends Pick<Quota, "limit" | "scope" | "headers"> {
  readonly per: number;
}

export interface ServerVariableModel {
  /** In the address. */
  readonly variable: string;
  /** Name of the client option. */
  readonly option: string;
  readonly default: string;
  /** The only ones, if any. */
  readonly values: readonly string[];
  readonly description: string | undefined;
}

export interface EnvironmentModel {
  readonly name: string;
  /** The address with its variables, where it has some: name -> option, default, values. */
  readonly template: { readonly url: string; readonly variables: JsonObject } | undefined;
  /** The address, variables at their defaults. */
  readonly url: string;
  readonly description: string | undefined;
}
