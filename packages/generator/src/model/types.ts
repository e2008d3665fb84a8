import type { JsonObject, WebhookSigning } from "@trunkline/document";
import type { Diagnostic } from "../diagnostics.ts";
import type { NamesLock } from "../names/lock.ts";
import type { ClientModel } from "./client-model.ts";
import type { Int64Model } from "./int64/types.ts";
import type { OperationModel } from "./operation-model.ts";
import type { DatesModel } from "./places/dates-model.ts";
import type { Declaration, Docs, TypeNode } from "./type-nodes.ts";

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
  /** Set where the document says how deliveries are signed. */
  readonly signed?: SignedWebhooks | undefined;
}

/** How deliveries are verified. */
export interface SignedWebhooks {
  /** Name of the union of all events that are signed. */
  readonly union: string;
  readonly type: TypeNode;
  /** Where the name of the event stands; `undefined` = nothing tells. */
  readonly place: { readonly field: string } | { readonly header: string } | undefined;
  /** Environment variable of the secret. */
  readonly env: string | undefined;
  /** What is signed. */
  readonly signs: WebhookSigning["of"];
  /** What the runtime is told of the scheme, but for the variable and the header of the event. */
  readonly definition: JsonObject;
  /** What two deliveries of one event have in common: fields of the body, or the header field of their id. */
  readonly dedupe: { readonly fields: JsonObject } | { readonly header: string } | undefined;
  /** How long the vendor waits for an answer. */
  readonly timeoutSeconds: number | undefined;
}
