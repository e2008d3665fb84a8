import { field, isObject, type JsonObject, type JsonValue, listField } from "@trunkline/document";
import type { Context } from "./context.ts";
import { type At, below, resolve } from "./document.ts";
import { flatten, variantsOf } from "./fields.ts";
import { unionOf, unknownType } from "./nodes.ts";
import { bareMediaType } from "./routes.ts";
import { variantName } from "./schemas/variant-name.ts";
import type { TypeNode } from "./type-nodes.ts";
import type { StreamModel } from "./types.ts";

/** Whether a media type is of values that come one after another. */
export function isStream(mediaType: string): boolean {
  return /^text\/event-stream$|[/+](?:x-)?(?:jsonl|jsonlines|ndjson|json-lines|json-seq|stream\+json)$/.test(
    bareMediaType(mediaType),
  );
}

/** How a stream is read, and the type of what comes. */
export function streamOf(
  context: Context,
  mediaType: string,
  schema: At<JsonValue> | undefined,
  owner: string,
): { readonly stream: StreamModel; readonly type: TypeNode } {
  const target = schema && resolve(context.document, schema);
  const isEvents = bareMediaType(mediaType) === "text/event-stream";
  const described = isEvents && target !== undefined ? eventData(context, target) : undefined;
  if (isEvents && (target === undefined || isText(target.value) || described?.length === 0)) {
    const items = { kind: "external", name: "ServerSentEvent" } as const;
    return {
      stream: { reader: "eventStream", mediaType, data: "events" },
      type: { kind: "iterable", items },
    };
  }
  if (described !== undefined) {
    const items = unionOf(
      described.map(({ event, data }) => context.types.of(data, "output", eventName(event, data, owner))),
    );
    return { stream: { reader: "eventStream", mediaType, data: "json" }, type: { kind: "iterable", items } };
  }
  // Some documents describe all values as one list, others each value.
  const item = target && (field(target.value, "type") === "array" ? below(target, "items") : schema);
  const isUntyped = item === undefined || isText(resolve(context.document, item).value);
  const items = isUntyped ? unknownType : context.types.of(item, "output", `${owner}Event`);
  return {
    stream: {
      reader: isEvents ? "eventStream" : "jsonLines",
      mediaType: bareMediaType(mediaType),
      data: "json",
    },
    type: { kind: "iterable", items },
  };
}

function isText(schema: JsonValue): boolean {
  return field(schema, "type") === "string";
}

/**
 * What the events of a stream hold as JSON, where a schema describes the fields of the protocol and not the data in one
 * of them; empty = text.
 */
function eventData(context: Context, schema: At<JsonValue>): readonly EventData[] | undefined {
  const members = isObject(schema.value) ? variantsOf(schema as At<JsonObject>)?.members : undefined;
  const events = (members ?? [schema]).map((event) => resolve(context.document, event));
  const described = events.flatMap((event) => {
    const data = dataField(context, event);
    return data === undefined ? [] : [{ event, data }];
  });
  if (described.length < events.length) return undefined;
  const found = described.filter(({ data }) => !isEnd(data.value));
  const contents = found.flatMap(({ event, data }) => {
    const content = isText(data.value) ? below(data, "contentSchema") : data;
    return content === undefined ? [] : [{ event, data: content }];
  });
  return contents.length < found.length ? [] : contents;
}

interface EventData {
  readonly event: At<JsonValue>;
  readonly data: At<JsonValue>;
}

/** After the title of the data, else after the event. */
function eventName(event: At<JsonValue>, data: At<JsonValue>, owner: string): string {
  const own = `${owner}Event`;
  return variantName(data, own) || variantName(event, own) || own;
}

function dataField(context: Context, event: At<JsonValue>): At<JsonValue> | undefined {
  const properties = flatten(context.document, event)?.properties;
  const data = properties?.get("data");
  const isProtocol = [...(properties?.keys() ?? [])].every((name) =>
    ["event", "data", "id", "retry", "comment"].includes(name),
  );
  return data !== undefined && isProtocol ? resolve(context.document, data.at) : undefined;
}

/** `[DONE]`, at which the walk ends. */
function isEnd(data: JsonValue): boolean {
  return field(data, "const") === "[DONE]" || listField(data, "enum").includes("[DONE]");
}
