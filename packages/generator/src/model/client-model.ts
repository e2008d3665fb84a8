import type { DocumentExtension, JsonObject, Quota } from "@trunkline/document";
import type { CredentialModel, SchemeModel, SecurityModel } from "./credentials-model.ts";

/** The client class of a package: its options, servers, credentials and rules. */
export interface ClientModel {
  /** Name of the class; errors have it too. */
  readonly name: string;
  /** Name of the options interface. */
  readonly optionsName: string;
  /** Product name in the `User-Agent`, before the version: `trunkline-agoralia`. */
  readonly userAgent: string;
  /** Servers. The first one is the default. */
  readonly environments: readonly EnvironmentModel[];
  /** Options that set the variables in the URLs of servers. */
  readonly variables: readonly ServerVariableModel[];
  /** Security schemes. */
  readonly schemes: readonly SchemeModel[];
  /** Options that take a secret, in the order of the schemes, each once. */
  readonly credentials: readonly CredentialModel[];
  /** Alternatives, each a list of schemes that are needed together. An empty list: no credential is needed. */
  readonly security: SecurityModel;
  readonly browser: boolean;
  readonly idempotency: { readonly header: string; readonly keys: "auto" | "explicit" } | undefined;
  readonly retry: RetryModel | undefined;
  readonly retryAfter: DocumentExtension["retryAfter"];
  readonly rateLimit: DocumentExtension["rateLimit"];
  /** Limits of the vendor. An empty list: the document says that there are none stated. `undefined`: it says nothing. */
  readonly quotas: readonly QuotaModel[] | undefined;
  readonly envelope: DocumentExtension["envelope"];
  /** Where errors have their code, message and details: pointers and names of header fields. */
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
