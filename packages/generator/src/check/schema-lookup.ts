import { field, isObject, type JsonObject, type JsonValue, listOf } from "@trunkline/document";
import { follow } from "./operations.ts";

/** What a JSON pointer finds in the values that some schemas allow. */
export type Found = "nothing" | "anything" | readonly JsonObject[];

/** Schemas of what stands at a pointer in a value of one of the schemas. */
export function lookUp(
  document: JsonObject,
  schemas: readonly JsonValue[],
  tokens: readonly string[],
): Found {
  let here = parts(document, schemas);
  for (const [index, token] of tokens.entries()) {
    if (here.some(allowsAnything)) return "anything";
    const next = here.flatMap((schema) => child(schema, token));
    if (next.length === 0) return "nothing";
    if (next.some((schema) => schema === true)) return "anything";
    here = parts(document, next);
    if (index === tokens.length - 1) break;
  }
  return here.length === 0 ? "nothing" : here;
}

/** Every pointer that leads somewhere, nearest to the root first; recursion ends at a few levels. */
export function pointersOf(
  document: JsonObject,
  schemas: readonly JsonValue[],
  levels = 4,
): readonly string[] {
  const found: string[] = [];
  let layer: readonly { readonly path: string; readonly schemas: readonly JsonValue[] }[] = [
    { path: "", schemas },
  ];
  for (let level = 0; level < levels && found.length < 500; level++) {
    layer = layer.flatMap(({ path, schemas: here }) => {
      const children = new Map<string, JsonValue[]>();
      for (const part of parts(document, here)) {
        for (const [name, schema] of Object.entries(objectOf(part.properties))) {
          children.set(name, [...(children.get(name) ?? []), schema]);
        }
      }
      return [...children].map(([name, next]) => ({
        path: `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        schemas: next,
      }));
    });
    found.push(...layer.map(({ path }) => path));
  }
  return found;
}

/** Whether values of the schemas may be of a type; a schema that names none may be of all. */
export function mayBe(document: JsonObject, schemas: readonly JsonValue[], type: string): boolean {
  return parts(document, schemas).some((schema) => {
    const types = Array.isArray(schema.type) ? schema.type : [schema.type];
    return types.includes(type) || (schema.type === undefined && implied(schema) === type);
  });
}

/** The schemas themselves with what they refer to and are made of, each once. */
export function parts(document: JsonObject, schemas: readonly JsonValue[]): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  const open = [...schemas].reverse();
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    if (!isObject(schema) || found.has(schema)) continue;
    found.add(schema);
    if (typeof schema.$ref === "string") {
      const target = follow(document, schema, [])?.value;
      if (target !== undefined) open.push(target);
    }
    for (const key of ["allOf", "anyOf", "oneOf"]) open.push(...listOf(field(schema, key)));
    for (const key of ["then", "else"]) {
      const branch = field(schema, key);
      if (branch !== undefined) open.push(branch);
    }
  }
  return [...found];
}

function child(schema: JsonObject, token: string): readonly JsonValue[] {
  const property = field(schema.properties, token);
  if (property !== undefined) return [property];
  const byPattern = Object.entries(objectOf(schema.patternProperties)).flatMap(([pattern, value]) =>
    matches(pattern, token) ? [value] : [],
  );
  if (byPattern.length > 0) return byPattern;
  if (isObject(schema.additionalProperties)) return [schema.additionalProperties];
  if (/^\d+$/.test(token)) {
    const item = listOf(schema.prefixItems)[Number(token)] ?? schema.items;
    if (item !== undefined) return [item];
  }
  return [];
}

function matches(pattern: string, token: string): boolean {
  try {
    return new RegExp(pattern, "u").test(token);
  } catch {
    return false;
  }
}

const silent: ReadonlySet<string> = new Set([
  "title",
  "description",
  "deprecated",
  "example",
  "examples",
  "default",
]);

/** A schema without a word about values. */
function allowsAnything(schema: JsonObject): boolean {
  return Object.keys(schema).every((key) => silent.has(key) || key.startsWith("x-"));
}

function implied(schema: JsonObject): string | undefined {
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return "object";
  return schema.items !== undefined || schema.prefixItems !== undefined ? "array" : undefined;
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}
