import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listField,
  objectOf,
  stringField,
} from "@trunkline/document";
import type { Body } from "./body.ts";
import type { Context } from "./context.ts";
import { exampleOf } from "./docs.ts";
import { type At, entriesBelow, objectBelow, resolve, resolveObject } from "./document.ts";
import type { ExampleModel } from "./operation-model.ts";
import type { Nested, ParameterModel } from "./parameters-model.ts";

/** The shortest call that the document's own examples make. */
export function exampleCall(
  context: Context,
  httpMethod: string,
  parameters: readonly ParameterModel[],
  body: Body | undefined,
  nested: Nested,
): ExampleModel {
  const path = parameters.filter((one) => one.in === "path");
  const params = new Map<string, JsonValue>();
  const put = (group: "query" | "header" | "body", name: string, value: JsonValue): void => {
    const home = nested[group];
    if (home === undefined) params.set(name, value);
    else params.set(home, { ...objectOf(params.get(home)), [name]: value });
  };
  if (path.length > 1) for (const one of path) params.set(one.arg, exampleValue(one));
  for (const one of parameters) {
    if (one.in === "query" && one.required) put("query", one.wire, exampleValue(one));
    if (one.in === "header" && one.required) put("header", one.wire, exampleValue(one));
    if (one.in === "cookie" && one.required) params.set(one.wire, exampleValue(one));
  }
  const value = body && bodyExample(context, body, httpMethod);
  if (body !== undefined && value !== undefined) {
    if (body.fields !== undefined && isObject(value)) {
      for (const [name, one] of Object.entries(value)) put("body", name, one);
    } else if (body.model.required) {
      params.set(nested.body ?? "body", value);
    }
  }
  return {
    path: path.length === 1 ? path.map(exampleValue) : [],
    params: params.size === 0 ? undefined : Object.fromEntries(params),
  };
}

function exampleValue(parameter: ParameterModel): JsonValue {
  const { example, default: fallback } = parameter.docs;
  if (example !== undefined) return example;
  if (fallback !== undefined) return fallback;
  const { type } = parameter;
  if (type.kind === "literal") return type.value;
  if (type.kind === "union" && type.members[0]?.kind === "literal") return type.members[0].value;
  if (type.kind === "primitive" && type.name === "number") return 1;
  if (type.kind === "primitive" && type.name === "boolean") return true;
  return type.kind === "array" ? [] : `${parameter.wire}`;
}

/** Fields that the call of a body without required ones shows. */
const SHOWN = 2;

/** The `minimal` example, else the first; where that is empty and the method changes something, some fields of another. */
function bodyExample(context: Context, body: Body, httpMethod: string): JsonValue | undefined {
  const examples = entriesBelow(body.media, "examples").map(
    ([name, at]) => [name, field(resolveObject(context.document, at)?.value, "value")] as const,
  );
  const exampleNamed = (name: string): JsonValue | undefined => examples.find(([key]) => key === name)?.[1];
  const first =
    exampleNamed("minimal") ?? exampleNamed("default") ?? examples[0]?.[1] ?? exampleOf(body.media.value);
  const value = first ?? (body.schema && sample(context, body.schema, 0));
  if (!isObject(value) || Object.keys(value).length > 0 || !/^(?:PUT|PATCH)$/.test(httpMethod)) return value;
  const fuller =
    exampleNamed("default") ??
    examples.map(([, one]) => one).find((one) => isObject(one) && Object.keys(one).length > 0);
  return isObject(fuller) ? Object.fromEntries(Object.entries(fuller).slice(0, SHOWN)) : value;
}

/** A value of a schema, for a document without examples: what it offers itself, and required fields only. */
function sample(context: Context, at: At<JsonValue>, depth: number): JsonValue | undefined {
  const { value: schema } = resolve(context.document, at);
  if (!isObject(schema)) return undefined;
  const offered =
    exampleOf(schema) ?? field(schema, "default") ?? field(schema, "const") ?? listField(schema, "enum")[0];
  if (offered !== undefined) return offered;
  const fields = context.types.fields(resolve(context.document, at));
  if (fields !== undefined && depth < 4) {
    const required = [...fields.properties].filter(([, one]) => one.required);
    return Object.fromEntries(
      required.map(([name, one]) => [name, sample(context, one.at, depth + 1) ?? null]),
    );
  }
  return sampleOfType(context, at, schema, depth);
}

function sampleOfType(
  context: Context,
  at: At<JsonValue>,
  schema: JsonObject,
  depth: number,
): JsonValue | undefined {
  const type = field(schema, "type");
  switch (Array.isArray(type) ? type[0] : type) {
    case "string":
      return stringField(schema, "format") === "date-time" ? "2026-01-01T00:00:00Z" : "string";
    case "integer":
    case "number":
      return typeof schema.minimum === "number" ? schema.minimum : 1;
    case "boolean":
      return true;
    case "array": {
      const items = objectBelow(resolve(context.document, at), "items");
      const item = items && depth < 4 ? sample(context, items, depth + 1) : undefined;
      return item === undefined ? [] : [item];
    }
    default:
      return undefined;
  }
}
