import type { JsonObject, WebhookSigning } from "@trunkline/document";
import type { Diagnostic } from "../diagnostics.ts";
import type { NamesLock } from "../names/lock.ts";
import type { ClientModel } from "./client-model.ts";
import type { Int64Model } from "./int64/types.ts";
import type { OperationModel } from "./operation-model.ts";
import type { DatesModel } from "./places/dates-model.ts";
import type { Declaration, Docs, TypeNode } from "./type-nodes.ts";

/**
 * A client package, before its files are emitted. Every `name`, `className`, `arg` and `file` is a checked, unique
 * identifier (or file stem). Every other string is raw text of the document, which only `emit/text.ts` may write.
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
  /** All methods in document order, without aliases. A route can have several. */
  readonly operations: readonly OperationModel[];
  /** Number of operations for which the client has no method; each has a warning. */
  readonly leftOut: number;
  /** All exported types, in the order in which they are written. */
  readonly declarations: readonly Declaration[];
  /** Payload types of top-level `webhooks`. */
  readonly webhooks: WebhooksModel | undefined;
  /** Payload types of the `callbacks` of operations: `subscriptions.create.onEvent` -> body. */
  readonly callbacks: WebhooksModel | undefined;
  readonly errors: ErrorsModel;
  /** Where requests have dates without a time, if they have any. */
  readonly dates: DatesModel | undefined;
  /** Set if integers of 64 bits are exact. */
  readonly int64: Int64Model | undefined;
  /** The names of the given lock, and those that were chosen for what is new. */
  readonly lock: NamesLock;
  readonly diagnostics: readonly Diagnostic[];
}

/** A resource of the client: a group of methods. */
export interface ResourceModel {
  /** Id as in names.lock: `me.links`. */
  readonly id: string;
  /** Last part of `id`: the property of the client, or of the parent. */
  readonly property: string;
  readonly className: string;
  /** File stem under `src/resources`, in lower kebab case. */
  readonly file: string;
  /** The tag's description. */
  readonly description: string | undefined;
  /** Id of the resource that has this one as a property. */
  readonly parent: string | undefined;
  /** Ids of the resources that are properties of this one. */
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

/** The webhooks, or the callbacks, of a document. */
export interface WebhooksModel {
  /** Name of the interface that maps an event's name to the type of its payload. */
  readonly name: string;
  /** Descriptions of the tags that the events have. */
  readonly about: readonly string[];
  readonly events: readonly { readonly event: string; readonly type: TypeNode; readonly docs: Docs }[];
  /** Set if the document says how deliveries are signed. */
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
