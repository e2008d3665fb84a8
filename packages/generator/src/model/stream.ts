import { field, type JsonValue } from "../json.ts";
import type { Context } from "./context.ts";
import { type At, below, resolve } from "./document.ts";
import { flatten } from "./fields.ts";
import { unknownType } from "./nodes.ts";
import { essence } from "./routes.ts";
import type { TypeNode } from "./type-nodes.ts";
import type { StreamModel } from "./types.ts";

/** Whether a media type is of values that come one after another. */
export function isStream(mediaType: string): boolean {
  return /^text\/event-stream$|[/+](?:x-)?(?:jsonl|jsonlines|ndjson|json-lines|json-seq|stream\+json)$/.test(
    essence(mediaType),
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
  const isEvents = essence(mediaType) === "text/event-stream";
  if (isEvents && (target === undefined || isText(target.value) || isEventItself(context, target))) {
    const items = { kind: "external", name: "ServerSentEvent" } as const;
    return {
      stream: { reader: "eventStream", mediaType, data: "events" },
      type: { kind: "iterable", items },
    };
  }
  // Some documents describe all values as one list, others each value.
  const item = target && (field(target.value, "type") === "array" ? below(target, "items") : schema);
  const isUntyped = item === undefined || isText(resolve(context.document, item).value);
  const items = isUntyped ? unknownType : context.types.of(item, "output", `${owner}Event`);
  return {
    stream: { reader: isEvents ? "eventStream" : "jsonLines", mediaType: essence(mediaType), data: "json" },
    type: { kind: "iterable", items },
  };
}

function isText(schema: JsonValue): boolean {
  return field(schema, "type") === "string";
}

/** The fields of the protocol are described, not the data in one of them. */
function isEventItself(context: Context, schema: At<JsonValue>): boolean {
  const names = [...(flatten(context.document, schema)?.properties.keys() ?? [])];
  return names.includes("data") && names.every((name) => ["event", "data", "id", "retry"].includes(name));
}
