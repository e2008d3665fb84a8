import { field, isObject, type JsonObject, type JsonValue, listField } from "@trunkline/document";
import type { StreamModel } from "./answer-model.ts";
import type { Context } from "./context.ts";
import { type At, below, resolve } from "./document.ts";
import { alternativesOf, flatten, variantsOf } from "./fields.ts";
import { unionOf, unknownType } from "./nodes.ts";
import { bareMediaType } from "./routes.ts";
import { variantName } from "./schemas/variant-name.ts";
import type { TypeNode } from "./type-nodes.ts";

type Rules = StreamModel["rules"];

/**
 * How a stream is read, and the type of what comes.
 *
 * @param pinned what the document says that its values say of the stream
 */
export function streamOf(
  context: Context,
  mediaType: string,
  schema: At<JsonValue> | undefined,
  owner: string,
  pinned: Rules = {},
): { readonly stream: StreamModel; readonly type: TypeNode } {
  const resolved = schema && resolve(context.document, schema);
  // Some documents describe all values as one list, others each value.
  const each =
    resolved && field(resolved.value, "type") === "array" ? (below(resolved, "items") ?? resolved) : schema;
  const target = each && resolve(context.document, each);
  const isEvents = bareMediaType(mediaType) === "text/event-stream";
  const described = isEvents && target !== undefined ? eventData(context, target) : undefined;
  const says = pinned.errors ?? pinned.error ?? pinned.heartbeats ?? pinned.end;
  if (
    isEvents &&
    says === undefined &&
    (!target || isText(target.value) || described?.contents.length === 0)
  ) {
    const items = { kind: "external", name: "ServerSentEvent" } as const;
    return {
      stream: { reader: "eventStream", mediaType, data: "events", rules: {} },
      type: { kind: "iterable", of: "values", items },
    };
  }
  if (described !== undefined && described.contents.length > 0) {
    const { contents, end } = described;
    const items = unionOf(
      contents.map(({ event, data }) => context.types.of(data, "output", eventName(event, data, owner))),
    );
    const rules = {
      ...rulesOf(
        context,
        contents.map(({ data }) => data),
        isEvents,
      ),
      ...end,
      ...pinned,
    };
    return {
      stream: { reader: "eventStream", mediaType, data: "json", rules },
      type: { kind: "iterable", of: "events", items },
    };
  }
  const isUntyped = each === undefined || target === undefined || isText(target.value);
  const items = isUntyped ? unknownType : context.types.of(each, "output", `${owner}Event`);
  return {
    stream: {
      reader: isEvents ? "eventStream" : "jsonLines",
      mediaType: bareMediaType(mediaType),
      data: "json",
      rules: { ...rulesOf(context, isUntyped ? [] : [each], isEvents), ...pinned },
    },
    type: { kind: "iterable", of: isEvents ? "events" : "values", items },
  };
}

/**
 * Which values say that the stream failed. Of several kinds of values those that need an `error`, which others do not
 * have, are failures; an `error` that any value may have is a field as others are.
 */
function rulesOf(context: Context, values: readonly At<JsonValue>[], isEvents: boolean): Rules {
  const kinds = values
    .flatMap((value) => alternativesOf(context.document, value))
    .map((kind) => flatten(context.document, kind)?.properties.get("error"));
  const withError = kinds.filter((error) => error !== undefined);
  if (withError.length === 0) return {};
  const areFailures = withError.length < kinds.length && withError.every(({ required }) => required);
  if (isEvents) return areFailures ? {} : { error: false };
  return areFailures ? { error: "/error" } : {};
}

function isText(schema: JsonValue): boolean {
  return field(schema, "type") === "string";
}

/**
 * What the events of a stream hold as JSON, where a schema describes the fields of the protocol and not the data in one
 * of them; empty = text. Events that say that the stream failed or ended are none of its values.
 */
function eventData(
  context: Context,
  schema: At<JsonValue>,
): { readonly contents: readonly EventData[]; readonly end: Rules } | undefined {
  const members = isObject(schema.value) ? variantsOf(schema as At<JsonObject>)?.members : undefined;
  const events = (members ?? [schema]).map((event) => resolve(context.document, event));
  const described = events.flatMap((event) => {
    const data = dataField(context, event);
    return data === undefined ? [] : [{ event, data }];
  });
  if (described.length < events.length) return undefined;
  const marks = described.flatMap(({ data }) => endMark(data.value) ?? []);
  const found = described.filter(
    ({ event, data }) =>
      endMark(data.value) === undefined && (described.length === 1 || !isFailure(context, event)),
  );
  const contents = found.flatMap(({ event, data }) => {
    const content = isText(data.value) ? below(data, "contentSchema") : data;
    return content === undefined ? [] : [{ event, data: content }];
  });
  return {
    contents: contents.length < found.length ? [] : contents,
    end: marks.every((mark) => mark === "[DONE]") ? {} : { end: [...new Set(marks)] },
  };
}

/** Events of this name are thrown. */
function isFailure(context: Context, event: At<JsonValue>): boolean {
  const name = flatten(context.document, event)?.properties.get("event");
  return name !== undefined && onlyValue(resolve(context.document, name.at).value) === "error";
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

/** A text such as `[DONE]`, at which the walk ends. */
function endMark(data: JsonValue): string | undefined {
  const value = onlyValue(data);
  return typeof value === "string" && /^\[[A-Za-z_ -]+\]$/.test(value) ? value : undefined;
}

function onlyValue(schema: JsonValue): JsonValue | undefined {
  const [only, ...others] = listField(schema, "enum");
  return field(schema, "const") ?? (others.length === 0 ? only : undefined);
}
