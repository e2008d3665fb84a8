import { field, isObject, type JsonObject, type JsonValue, stringField } from "../json.ts";
import { type Context, extensionOf } from "./context.ts";
import { type At, below, entriesBelow, resolve, resolveObject } from "./document.ts";
import { flatten, schemaAt } from "./fields.ts";
import { unionOf, unknownType } from "./nodes.ts";
import { essence, isJson, mediaTypesOf, type Route } from "./routes.ts";
import { isBinary } from "./schemas/convert.ts";
import { isStream, streamOf } from "./stream.ts";
import type { TypeNode } from "./type-nodes.ts";
import type { ResultModel } from "./types.ts";

/** One documented answer, resolved. */
export interface Answer {
  readonly status: string;
  readonly at: At<JsonObject>;
}

export function answersOf(context: Context, route: Route): Answer[] {
  return entriesBelow(route.at, "responses").flatMap(([status, reference]) => {
    const at = resolveObject(context.document, reference);
    return at === undefined || status.startsWith("x-") ? [] : [{ status: status.toUpperCase(), at }];
  });
}

export function isSuccess(status: string): boolean {
  return /^2(?:\d\d|XX)$/.test(status);
}

/** Answers that a method resolves with; `default` is one where nothing else is. */
function successes(answers: readonly Answer[]): Answer[] {
  const found = answers.filter(({ status }) => isSuccess(status));
  const isOnlyDefault = answers.every(({ status }) => status === "DEFAULT");
  return found.length === 0 && isOnlyDefault ? [...answers] : found;
}

/** The schema of the JSON of a successful answer, for pagination. */
export function jsonSchemaOf(context: Context, route: Route): At<JsonValue> | undefined {
  for (const { at } of successes(answersOf(context, route))) {
    const json = mediaTypesOf(at).find(({ name }) => isJson(name));
    const schema = json && below(json.at, "schema");
    if (schema !== undefined) return schema;
  }
  return undefined;
}

/** Whether the answer is a list, or an object with one; `undefined` when nothing is said. */
export function givesList(context: Context, route: Route): boolean | undefined {
  const schema = jsonSchemaOf(context, route);
  if (schema === undefined) return undefined;
  const isList = (at: At<JsonValue>): boolean => {
    const { value } = resolve(context.document, at);
    return field(value, "type") === "array" || field(value, "items") !== undefined;
  };
  const fields = flatten(context.document, schema)?.properties;
  return isList(schema) || [...(fields?.values() ?? [])].some((one) => isList(one.at));
}

export function resultOf(context: Context, route: Route, owner: string): ResultModel {
  const good = successes(answersOf(context, route));
  const statuses = good.map(({ status }) => status);
  const description = stringField(good[0]?.at.value, "description");
  const offers = good.flatMap(({ at }) => mediaTypesOf(at));
  const json = offers.filter(({ name, at }) => isJson(name) || (essence(name) === "*/*" && !isFile(at)));
  const common = { statuses, description };
  const besides = offers.find(({ name }) => isStream(name));
  if (json.length > 0 && besides !== undefined) {
    const message = `${route.key} is given as JSON; the stream that it can answer with too (${besides.name}) is left out`;
    const hint = "Callers get it with options.headers.accept and asResponse().";
    context.report("warning", "stream-beside-json", message, besides.at, hint);
  }
  if (json.length > 0) {
    const schemas = json.map(({ at }) => below(at, "schema"));
    const { data, types } = unwrap(context, route, schemas, owner);
    const isSometimesEmpty = good.some(({ at }) => mediaTypesOf(at).length === 0);
    const empty: readonly TypeNode[] = isSometimesEmpty ? [{ kind: "primitive", name: "undefined" }] : [];
    const accept = json.some(({ name }) => ["application/json", "*/*"].includes(essence(name)))
      ? undefined
      : json[0]?.name;
    return { ...common, kind: "json", type: unionOf([...types, ...empty]), data, accept };
  }
  const [first] = offers;
  if (first === undefined) {
    return {
      ...common,
      kind: "none",
      type: { kind: "primitive", name: "void" },
      data: undefined,
      accept: undefined,
    };
  }
  const accept = [...new Set(offers.map(({ name }) => essence(name)))].join(", ");
  const streamed = offers.find(({ name }) => isStream(name));
  if (streamed !== undefined) {
    const { stream, type } = streamOf(context, streamed.name, below(streamed.at, "schema"), owner);
    return { ...common, kind: "stream", type, data: undefined, stream, accept: undefined };
  }
  if (offers.every(({ name }) => /^text\/|^application\/(?:xml|yaml|x-yaml)$|\+xml$/.test(essence(name)))) {
    return { ...common, kind: "text", type: { kind: "primitive", name: "string" }, data: undefined, accept };
  }
  return { ...common, kind: "binary", type: { kind: "external", name: "Response" }, data: undefined, accept };
}

function isFile(media: At<JsonObject>): boolean {
  const schema = below(media, "schema")?.value;
  return isObject(schema) && isBinary(schema);
}

/** The types at the envelope's pointer; of whole answers where there is no such place. */
function unwrap(
  context: Context,
  route: Route,
  schemas: readonly (At<JsonValue> | undefined)[],
  owner: string,
): { readonly data: string | false | undefined; readonly types: readonly TypeNode[] } {
  const typesOf = (list: readonly (At<JsonValue> | undefined)[]): TypeNode[] =>
    list.map((schema) =>
      schema === undefined ? unknownType : context.types.of(schema, "output", `${owner}Response`),
    );
  const pointer = stringField(field(context.settings, "envelope"), "data");
  const own = extensionOf(route.at.value).envelope;
  if (pointer === undefined) return { data: undefined, types: typesOf(schemas) };
  if (own === false) return { data: false, types: typesOf(schemas) };
  const inner = schemas.map((schema) => schema && schemaAt(context.document, schema, pointer));
  if (inner.some((one) => one === undefined)) {
    const message = `The answer of ${route.key} has no ${pointer}, so the whole of it is returned`;
    const hint = "Set `envelope: false` in the operation's x-trunkline if that is right.";
    context.report("warning", "no-envelope", message, route.at, hint);
    return { data: false, types: typesOf(schemas) };
  }
  const optional = inner.some((one) => one?.required === false);
  const types = typesOf(inner.map((one) => one?.at));
  return { data: undefined, types: optional ? [...types, { kind: "primitive", name: "undefined" }] : types };
}
