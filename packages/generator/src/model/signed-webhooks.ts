import {
  type JsonObject,
  type JsonValue,
  listField,
  type OperationExtension,
  objectField,
  parsePointer,
  type Read,
  readExtension,
  signingOf,
  stringField,
  unreachable,
  type WebhookSigning,
  type WebhooksSaid,
} from "@trunkline/document";
import { environmentFault, environmentName } from "../names/environment-names.ts";
import type { Context } from "./context.ts";
import { noDocs } from "./docs.ts";
import { type At, below, resolveObject } from "./document.ts";
import { intersectionOf, unionOf } from "./nodes.ts";
import type { TypeNode } from "./type-nodes.ts";
import type { SignedWebhooks } from "./types.ts";

/** An event with the operation that describes it. */
export interface DescribedEvent {
  readonly event: string;
  readonly type: TypeNode;
  readonly operation: At<JsonObject>;
  /** Schema of the body. */
  readonly schema: At<JsonValue>;
}

/**
 * How deliveries are verified, where the document says how they are signed. A guess is not enough: what verifies by mistake
 * takes whatever a stranger sends.
 */
export function signedWebhooks(
  context: Context,
  described: readonly DescribedEvent[],
): Omit<SignedWebhooks, "union"> | undefined {
  const said = context.settings.webhooks;
  const signing = said && signingOf(said);
  if (said === undefined || signing === undefined) return undefined;
  const own = (one: DescribedEvent): Own => readExtension("operation", one.operation.value).webhook ?? {};
  const signed = described.filter((one) => own(one).scheme !== "none");
  if (signed.length === 0) return undefined;
  const place = eventPlace(context, said, signed);
  const named = signed.map((one) => ({ ...one, own: own(one), name: nameOf(context, one, own(one), place) }));
  const type = unionOf(named.map((one) => typeOf(context, one.type, one.schema, one.name, place)));
  return {
    type,
    place,
    env: variableOf(context),
    signs: signing.of,
    definition: definitionOf(signing, said),
    dedupe: dedupeOf(said, signing, named, place),
    timeoutSeconds: said.delivery?.timeoutSeconds,
  };
}

type Own = NonNullable<Read<"operation">["webhook"]> & NonNullable<OperationExtension["webhook"]>;
type Place = SignedWebhooks["place"];

/** What is said, else the one field that is a constant of its own in every body. */
function eventPlace(context: Context, said: WebhooksSaid, signed: readonly DescribedEvent[]): Place {
  if (said.event?.field !== undefined) return { field: said.event.field };
  if (said.event?.header !== undefined) return { header: said.event.header };
  const [first] = signed;
  const candidates = first === undefined ? [] : propertyNames(context.document, first.schema);
  const found = candidates.find((name) => {
    const values = signed.map(({ schema }) => constantOf(context.document, schema, name));
    return values.every((value) => value !== undefined) && new Set(values).size === values.length;
  });
  return found === undefined ? undefined : { field: found };
}

function nameOf(context: Context, { event, schema }: DescribedEvent, own: Own, place: Place): string {
  const constant =
    place !== undefined && "field" in place ? constantOf(context.document, schema, place.field) : undefined;
  return own.event ?? constant ?? event;
}

/** The payload, told apart by the event's name. */
function typeOf(
  { document }: Context,
  payload: TypeNode,
  schema: At<JsonValue>,
  name: string,
  place: Place,
): TypeNode {
  const literal: TypeNode = { kind: "literal", value: name };
  const property = (key: string, type: TypeNode) => ({ name: key, optional: false, type, docs: noDocs });
  if (place === undefined) return payload;
  if ("header" in place) {
    const properties = [property("event", literal), property("payload", payload)];
    return { kind: "object", properties, index: undefined };
  }
  if (constantOf(document, schema, place.field) === name) return payload;
  const told: TypeNode = {
    kind: "object",
    properties: [property(place.field, literal)],
    index: undefined,
  };
  return intersectionOf([payload, told]);
}

/** The one text that a field may be, in a schema or in what it is made of. */
function constantOf(document: JsonObject, at: At<JsonValue>, name: string, depth = 0): string | undefined {
  const schema = resolveObject(document, at);
  if (schema === undefined || depth > 8) return undefined;
  const own = below(schema, "properties", name);
  const property = own && resolveObject(document, own);
  const constant = stringField(property?.value, "const");
  const values = listField(property?.value, "enum");
  if (constant !== undefined) return constant;
  if (values.length === 1 && typeof values[0] === "string") return values[0];
  for (const [index] of listField(schema.value, "allOf").entries()) {
    const part = below(schema, "allOf", index);
    const found = part && constantOf(document, part, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function propertyNames(document: JsonObject, at: At<JsonValue>, depth = 0): readonly string[] {
  const schema = resolveObject(document, at);
  if (schema === undefined || depth > 8) return [];
  const own = Object.keys(objectField(schema.value, "properties") ?? {});
  const parts = listField(schema.value, "allOf").flatMap((_, index) => {
    const part = below(schema, "allOf", index);
    return part === undefined ? [] : propertyNames(document, part, depth + 1);
  });
  return [...new Set([...own, ...parts])];
}

/** `ACME_WEBHOOK_SECRET`, unless nothing is read of the environment. */
function variableOf({ person: { folder, readsEnvironment = true } }: Context): string | undefined {
  const name = readsEnvironment ? environmentName(folder, "webhookSecret") : undefined;
  return name !== undefined && environmentFault(folder, name) === undefined ? name : undefined;
}

/** What differs from what the runtime takes for granted. */
function definitionOf(signing: WebhookSigning, { secret }: WebhooksSaid): JsonObject {
  switch (signing.of) {
    case "body": {
      const { header, algorithm, prefix, encoding } = signing;
      return {
        header,
        ...(algorithm === "sha256" ? {} : { algorithm: algorithm.replace("sha", "SHA-") }),
        ...(prefix === "" ? {} : { prefix }),
        ...(encoding === "hex" ? {} : { encoding }),
        ...(secret === undefined ? {} : { secret: { ...secret } }),
      };
    }
    case "id-time-body": {
      const { fields, toleranceSeconds } = signing;
      return {
        ...fields,
        ...(toleranceSeconds === 300 ? {} : { toleranceSeconds }),
        ...(secret === undefined ? {} : { secret: { ...signing.secret } }),
      };
    }
    default:
      return unreachable(signing);
  }
}

/** The header field of a delivery's id, where there is one. */
function idFieldOf(signing: WebhookSigning): string | undefined {
  switch (signing.of) {
    case "body":
      return undefined;
    case "id-time-body":
      return signing.fields.id;
    default:
      return unreachable(signing);
  }
}

function dedupeOf(
  said: WebhooksSaid,
  signing: WebhookSigning,
  named: readonly { readonly name: string; readonly own: Own }[],
  place: Place,
): SignedWebhooks["dedupe"] {
  const isWrapped = place !== undefined && "header" in place;
  const paths = (pointers: readonly string[]): JsonValue =>
    pointers.map((pointer) => [...(isWrapped ? ["payload"] : []), ...(parsePointer(pointer) ?? [])]);
  const events = named.flatMap(({ name, own: { dedupe } }) =>
    dedupe === undefined ? [] : [[name, paths(dedupe)] as const],
  );
  if (said.dedupe === undefined && events.length === 0) {
    const header = idFieldOf(signing);
    return header === undefined ? undefined : { header };
  }
  const fieldOfName = isWrapped ? "event" : (place?.field ?? "");
  return {
    fields: {
      ...(events.length === 0 ? {} : { event: [fieldOfName], events: Object.fromEntries(events) }),
      ...(said.dedupe === undefined ? {} : { fields: paths(said.dedupe) }),
    },
  };
}
