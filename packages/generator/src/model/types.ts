import type {
  DocumentExtension,
  JsonObject,
  JsonValue,
  OperationExtension,
  Pagination,
} from "@trunkline/document";
import type { Diagnostic } from "../diagnostics.ts";
import type { NamesLock } from "../names/lock.ts";
import type { Int64Model } from "./int64/types.ts";
import type { DatesModel } from "./places/dates-model.ts";
import type { Declaration, Docs, TypeNode } from "./type-nodes.ts";
import type { Variant } from "./variant.ts";

/**
 * What a package says, before it is written down. Every `name`, `className`, `arg` and `file` is a checked, unique
 * identifier (or file stem); every other string is raw text of the document and may only reach the output through
 * `emit/text.ts`.
 */
export interface Model {
  /** `info.title`. */
  readonly title: string;
  /** `info.version`. */
  readonly apiVersion: string;
  /** `info.description`, else `info.summary`. */
  readonly description: string | undefined;
  readonly client: ClientModel;
  /** All resources, parents before children, in document order. */
  readonly resources: readonly ResourceModel[];
  /** All methods in document order, aliases not repeated; a route in another form is one too. */
  readonly operations: readonly OperationModel[];
  /** Number of operations that cannot be expressed; each is a warning. */
  readonly leftOut: number;
  /** All exported types, in the order in which they are written. */
  readonly declarations: readonly Declaration[];
  /** Payload types of top-level `webhooks`. */
  readonly webhooks: WebhooksModel | undefined;
  /** Payload types of the `callbacks` of operations: `subscriptions.create.onEvent` -> body. */
  readonly callbacks: WebhooksModel | undefined;
  readonly errors: ErrorsModel;
  /** Set where integers of 64 bits are exact. */
  readonly dates: DatesModel | undefined;
  readonly int64: Int64Model | undefined;
  /** The lock that was given, merged with what is new. */
  readonly lock: NamesLock;
  readonly diagnostics: readonly Diagnostic[];
}

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
  readonly envelope: DocumentExtension["envelope"];
  /** Pointers and header names that errors are read with. */
  readonly errorFields: Omit<NonNullable<DocumentExtension["errors"]>, "classes">;
}

/** What may be sent again, where the vendor's rules differ from the usual ones. */
export interface RetryModel extends Omit<NonNullable<DocumentExtension["retry"]>, "maxRetryAfterSeconds"> {
  /** Longest wait that is obeyed, in milliseconds. */
  readonly maxRetryAfterMs?: number;
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

export type SecurityModel = readonly (readonly string[])[];

export interface CredentialModel {
  /** Name of the client option. */
  readonly option: string;
  readonly env: string | undefined;
  readonly description: string | undefined;
  /** Used when this option is not given, as an access token is by the key that buys one. */
  readonly instead: string | undefined;
}

export type SchemeModel =
  | {
      readonly kind: "apiKey";
      readonly id: string;
      readonly in: "header" | "query" | "cookie";
      readonly parameter: string;
      readonly source: CredentialSource;
    }
  | {
      readonly kind: "bearer";
      readonly id: string;
      readonly source: CredentialSource;
      /** How callers come by the token, where the document says so. */
      readonly issued?: {
        readonly by: "OAuth 2.0" | "OpenID Connect";
        readonly described: string | undefined;
      };
    }
  | {
      readonly kind: "basic";
      readonly id: string;
      readonly username: CredentialSource;
      readonly password: CredentialSource;
    }
  | {
      readonly kind: "tokenExchange";
      readonly id: string;
      readonly source: CredentialSource;
      readonly exchange: ExchangeModel;
    }
  | {
      readonly kind: "clientCredentials";
      readonly id: string;
      readonly source: CredentialSource;
      readonly clientId: CredentialSource;
      readonly clientSecret: CredentialSource;
      readonly path: string;
      /** Base URL of the token endpoint, where it is not the client's. */
      readonly server: string | undefined;
    }
  /** A certificate of the connection's: nothing that an option could hold. */
  | { readonly kind: "mutualTLS"; readonly id: string };

export interface CredentialSource {
  readonly option: string;
  readonly env: string | undefined;
}

export interface ExchangeModel {
  readonly source: CredentialSource;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly request: string;
  readonly token: string;
  readonly expiresIn: string | undefined;
}

export interface ResourceModel {
  /** Dotted, as in the lock: `me.links`. */
  readonly id: string;
  /** Last part of `id`: the property that holds it. */
  readonly property: string;
  readonly className: string;
  /** File stem under `src/resources`, in lower kebab case. */
  readonly file: string;
  /** The tag's description. */
  readonly description: string | undefined;
  readonly parent: string | undefined;
  /** Ids of the resources held by this one. */
  readonly children: readonly string[];
  readonly operations: readonly OperationModel[];
}

export interface OperationModel {
  /** Stable, dotted: `programs.listAffiliates`. Errors carry it. */
  readonly id: string;
  /** Id of its resource; "" = a method of the client itself. */
  readonly resource: string;
  readonly method: string;
  /** Set of the methods that call a route in another form than its own method does. */
  readonly variant: Variant | undefined;
  /** Field of the body that the method sets to true itself. */
  readonly fixed: string | undefined;
  /** Extra method that walks all pages. */
  readonly walk: WalkModel | undefined;
  /** Old method names that still work. */
  readonly aliases: readonly string[];
  readonly httpMethod: string;
  /** Template as in the document. */
  readonly path: string;
  /** Template as it is sent, see `Route`. */
  readonly sent: string;
  /** Where it stands in the document. */
  readonly pointer: readonly (string | number)[];
  /** First tag, as the document writes it. */
  readonly tag: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** Every scope or role that some alternative of its security asks for. */
  readonly scopes: readonly string[];
  /** `undefined`: as the client. */
  readonly security: SecurityModel | undefined;
  readonly parameters: readonly ParameterModel[];
  /** Groups of parameters that stand in a field of their own. */
  readonly nested: Nested;
  readonly body: BodyModel | undefined;
  /** Some field of the body is required. */
  readonly isBodyFieldRequired: boolean;
  /** The type of `params`; `undefined` = none yet (`NoParams`). */
  readonly params: ParamsModel | undefined;
  /** The operation declares the idempotency header. */
  readonly keyed: boolean | "auto" | "explicit";
  readonly retry: "never" | "always" | undefined;
  readonly result: ResultModel;
  readonly page: PageModel | undefined;
  /** Documented errors in order of status. */
  readonly errors: readonly ErrorResponseModel[];
  /** One call as the document's examples show it. */
  readonly example: ExampleModel;
  /** Base URL of its own. */
  readonly server: string | undefined;
  /** The same with variables, where options of the client set some. */
  readonly serverTemplate: EnvironmentModel["template"];
  readonly externalDocs: string | undefined;
}

export interface WalkModel {
  readonly method: string;
  readonly limit: number | undefined;
}

export interface Nested {
  readonly query?: string;
  readonly header?: string;
  readonly body?: string;
}

export interface ParameterModel {
  readonly in: "path" | "query" | "header" | "cookie";
  /** On the wire. */
  readonly wire: string;
  /** Key in `params`, or name of the argument. */
  readonly arg: string;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Media type, when the parameter is serialised as a whole. */
  readonly content: string | undefined;
  /** Its value is an object, which a path takes in a style only. */
  readonly isObject: boolean;
  /** Its value may be a list. */
  readonly isList: boolean;
  /** How lists in a `deepObject` are written. */
  readonly lists: "brackets" | "indices" | undefined;
  readonly type: TypeNode;
  readonly docs: Docs;
}

export interface ParamsModel {
  /** Name of the declaration. */
  readonly name: string;
  readonly required: boolean;
}

export interface BodyModel {
  readonly mediaType: string;
  readonly encoding: "json" | "multipart" | "form" | "binary" | "text";
  /** Side by side with the parameters, or whole under one name. */
  readonly placement: "fields" | "body";
  readonly required: boolean;
  /** Wire names of the fields, when placed as fields. */
  readonly fields: readonly string[];
  /** What an encoder must know of single fields (content type, style). */
  readonly parts: readonly PartModel[];
  /** JSON, or `multipart/form-data` where a file is given in a field. */
  readonly formIfFiles: boolean;
  /** Fields of a form that hold files. */
  readonly files: readonly string[];
}

export interface PartModel {
  readonly name: string;
  readonly contentType: string | undefined;
  readonly style: string | undefined;
  readonly explode: boolean | undefined;
  readonly headers: readonly string[];
  /** A list or an object that must not be empty, since it is required and an empty one writes nothing. */
  readonly required: boolean;
  /** How lists in a `deepObject` are written. */
  readonly lists: "brackets" | "indices" | undefined;
}

export interface ResultModel {
  readonly kind: "json" | "text" | "binary" | "none" | "stream";
  /** What the method's promise resolves to. */
  readonly type: TypeNode;
  /** `undefined`: as the client's envelope says; `false`: the whole answer; else places, the first that is there counting. */
  readonly data: readonly string[] | false | undefined;
  /** An answer that should be JSON may have no body at all. */
  readonly mayBeEmpty?: true;
  /** How values are read that come one after another. */
  readonly stream?: StreamModel;
  /** Value of the `Accept` header, when it is not `application/json`. */
  readonly accept: string | undefined;
  /** Documented statuses of success. */
  readonly statuses: readonly string[];
  readonly description: string | undefined;
}

export interface StreamModel {
  readonly reader: "eventStream" | "jsonLines";
  readonly mediaType: string;
  /** Each value is JSON, or an event whose data is text. */
  readonly data: "json" | "events";
  /** What the values say of the stream, where it is not the usual. */
  readonly rules: NonNullable<OperationExtension["stream"]>;
}

export interface PageModel {
  /** Name of the page's declaration. */
  readonly name: string;
  readonly item: TypeNode;
  /** Tried in order; the first whose request names occur in the caller's params. */
  readonly styles: readonly PageStyleModel[];
  /** The same as `x-trunkline` would say it, where it was guessed. */
  readonly guessed: readonly Pagination[] | undefined;
}

export type PageStyleModel =
  | {
      readonly style: "cursor";
      readonly items: string;
      readonly cursor: string;
      /** What carries the page size; the first is what a walk of its own size sends. */
      readonly limits: readonly string[];
      readonly next: string;
      readonly more: string | undefined;
      readonly done: string | undefined;
    }
  | {
      readonly style: "page";
      readonly items: string;
      readonly page: string;
      readonly limits: readonly string[];
      /** Number of the first page, where it is not 1. */
      readonly first: number | undefined;
      readonly more: string | undefined;
      readonly done: string | undefined;
      readonly pages: string | undefined;
      readonly total: string | undefined;
      readonly pageNumber: string | undefined;
      readonly pageSize: string | undefined;
    }
  | {
      readonly style: "offset";
      readonly items: string;
      readonly offset: string;
      readonly limits: readonly string[];
      readonly total: string | undefined;
      readonly answeredLimit: string | undefined;
      readonly answeredOffset: string | undefined;
    }
  | {
      readonly style: "link";
      readonly items: string;
      readonly limits: readonly string[];
      /** Pointer of the next address; `undefined` = the `Link` header. */
      readonly next: string | undefined;
    }
  | {
      readonly style: "lastItem";
      readonly items: string;
      readonly after: string;
      readonly limits: readonly string[];
      /** Pointer of the id within an item. */
      readonly itemId: string;
      readonly more: string | undefined;
      readonly done: string | undefined;
    };

export interface ErrorResponseModel {
  /** `404`, `5XX` or `default`. */
  readonly status: string;
  /** Class that is thrown, exported by the package. */
  readonly className: string;
  readonly description: string | undefined;
  /** Type of the body; `undefined` = none documented. */
  readonly body: TypeNode | undefined;
}

export interface ExampleModel {
  /** Values of the path parameters, in template order. */
  readonly path: readonly JsonValue[];
  /** Keys of `params` with their values, `UPLOAD` for files; `undefined` = called without. */
  readonly params: JsonObject | undefined;
}

export interface ErrorsModel {
  /** `<Client>Error`. */
  readonly base: string;
  /** Vendor classes; one may stand for several statuses. */
  readonly classes: readonly { readonly name: string; readonly statuses: readonly string[] }[];
  /** Name of the map operation id -> status -> body type. */
  readonly bodies: string;
}

export interface WebhooksModel {
  /** Name of the interface event -> payload. */
  readonly name: string;
  /** What the tags of the events say of all of them. */
  readonly about: readonly string[];
  readonly events: readonly { readonly event: string; readonly type: TypeNode; readonly docs: Docs }[];
}
