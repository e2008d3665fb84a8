import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listField,
  stringField,
  stringsField,
} from "@trunkline/document";
import { isStructural } from "./docs.ts";
import { type At, below, entriesBelow, printPointer, resolve } from "./document.ts";
import { supertypesOf } from "./schemas/supertypes.ts";

export interface Field {
  readonly at: At<JsonValue>;
  readonly required: boolean;
}

/** A plain object: what is left when `allOf` and `$ref` are merged. */
export interface Fields {
  readonly properties: ReadonlyMap<string, Field>;
  /** Schema of other keys; `true` and `false` as written, `undefined` = nothing said. */
  readonly additional: At<JsonValue> | undefined;
  /** Schemas of keys that match a pattern. */
  readonly patterns: readonly At<JsonValue>[];
  /** Names that are required, declared or not. */
  readonly required: ReadonlySet<string>;
}

/** The parts that a schema is the conjunction of: its `$ref`, its `allOf` and what it says itself. */
export function partsOf(at: At<JsonObject>): At<JsonValue>[] {
  const parts: At<JsonValue>[] = [];
  const ref = stringField(at.value, "$ref");
  if (ref !== undefined) parts.push({ value: { $ref: ref }, pointer: at.pointer });
  for (const index of listField(at.value, "allOf").keys()) {
    const part = below(at, "allOf", index);
    if (part !== undefined && !(isObject(part.value) && !isStructural(part.value))) parts.push(part);
  }
  const own = without(at.value, "$ref", "allOf");
  if (isStructural(own)) parts.push({ value: own, pointer: at.pointer });
  return parts;
}

export function without(schema: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}

/** Whether null is a value. */
export function isNullable(schema: JsonObject): boolean {
  const type = field(schema, "type");
  if (Array.isArray(type) && type.includes("null") && type.length > 1) return true;
  if (field(schema, "nullable") === true) return true;
  return listField(schema, "enum").includes(null) && listField(schema, "enum").length > 1;
}

/** The same schema for all values but null. */
export function withoutNull(at: At<JsonObject>): At<JsonObject> {
  const schema: Record<string, JsonValue> = { ...without(at.value, "nullable") };
  const type = field(schema, "type");
  if (Array.isArray(type)) {
    const types = type.filter((name) => name !== "null");
    schema.type = types.length === 1 ? (types[0] as string) : types;
  }
  if (field(schema, "enum") !== undefined)
    schema.enum = listField(schema, "enum").filter((value) => value !== null);
  return { value: schema, pointer: at.pointer };
}

/** `oneOf` or `anyOf`, unless its members only combine constraints (`anyOf: [{ required: [a] }, …]`). */
export function variantsOf(
  at: At<JsonObject>,
): { readonly key: "oneOf" | "anyOf"; readonly members: At<JsonValue>[] } | undefined {
  for (const key of ["oneOf", "anyOf"] as const) {
    const members = [...listField(at.value, key).keys()].map(
      (index) => below(at, key, index) as At<JsonValue>,
    );
    if (members.some((member) => !isConstraint(member.value))) return { key, members };
  }
  return undefined;
}

function isConstraint(schema: JsonValue): boolean {
  return (
    isObject(schema) &&
    Object.keys(schema).every((key) => key === "required" || key === "not" || !isStructural({ [key]: true }))
  );
}

// Of what a `$ref` names: schemas that refer to each other twice would else be read 2^n times.
const flattened: WeakMap<JsonObject, Map<string, Fields | undefined>> = new WeakMap();

/** Levels of `allOf` and `$ref` that are merged; what goes deeper is written as an intersection. */
const DEEPEST = 500;

/** The merged fields of a schema that is a plain object in every part; `undefined` for anything else. */
export function flatten(document: JsonObject, at: At<JsonValue>, depth = 0): Fields | undefined {
  if (!isObject(at.value) || depth > DEEPEST) return undefined;
  const schema = at as At<JsonObject>;
  if (isNullable(schema.value) || variantsOf(schema) !== undefined) return undefined;
  if (["$ref", "allOf"].every((key) => field(schema.value, key) === undefined))
    return ownFields(document, schema);
  const parts: Fields[] = [];
  if (isSupertypeValue(document, schema)) return undefined;
  for (const part of partsOf(schema)) {
    const ref = stringField(part.value, "$ref");
    const fields =
      ref === undefined ? flatten(document, part, depth + 1) : flattenTarget(document, ref, part, depth);
    if (fields === undefined) return undefined;
    parts.push(fields);
  }
  return mergeFields(parts);
}

/** A value of a supertype is one of its members; only what is made of the parent has the parent's fields alone. */
function isSupertypeValue(document: JsonObject, at: At<JsonObject>): boolean {
  const { bySchema, children } = supertypesOf(document);
  if (bySchema.size === 0 || children.has(at.value)) return false;
  const [only, more] = partsOf(at);
  return only !== undefined && more === undefined && bySchema.has(resolve(document, only).value);
}

function flattenTarget(
  document: JsonObject,
  ref: string,
  at: At<JsonValue>,
  depth: number,
): Fields | undefined {
  const known = flattened.get(document) ?? new Map<string, Fields | undefined>();
  flattened.set(document, known);
  if (known.has(ref)) return known.get(ref);
  // Until it is known: a schema that contains itself is not a plain object.
  known.set(ref, undefined);
  const fields = flatten(document, resolve(document, at), depth + 1);
  known.set(ref, fields);
  return fields;
}

function mergeFields(parts: readonly Fields[]): Fields {
  const properties = new Map<string, Field>();
  const required = new Set<string>();
  const patterns: At<JsonValue>[] = [];
  let additional: At<JsonValue> | undefined;
  for (const fields of parts) {
    patterns.push(...fields.patterns);
    for (const [name, one] of fields.properties) {
      const before = properties.get(name);
      // The later part is the more special one, unless it only describes.
      const isBare = isObject(one.at.value) && !isStructural(one.at.value);
      properties.set(name, before !== undefined && isBare ? before : one);
    }
    for (const name of fields.required) required.add(name);
    additional = fields.additional ?? additional;
  }
  for (const [name, one] of properties) {
    if (required.has(name) && !one.required) properties.set(name, { ...one, required: true });
  }
  return { properties, required, additional, patterns };
}

function ownFields(document: JsonObject, at: At<JsonObject>): Fields | undefined {
  const { value: schema } = at;
  if (["enum", "const"].some((key) => field(schema, key) !== undefined)) return undefined;
  const type = field(schema, "type");
  const isObjectType =
    type === "object" || (Array.isArray(type) && type.length === 1 && type[0] === "object");
  const looksLikeOne = [
    "properties",
    "additionalProperties",
    "required",
    "patternProperties",
    "unevaluatedProperties",
    "propertyNames",
    "minProperties",
  ].some((key) => field(schema, key) !== undefined);
  if (!isObjectType && !(type === undefined && looksLikeOne)) return undefined;
  const required = new Set(stringsField(schema, "required"));
  const properties = new Map<string, Field>();
  for (const [name, property] of entriesBelow(at, "properties")) {
    properties.set(name, { at: property, required: required.has(name) });
  }
  const additional = below(at, "additionalProperties") ?? below(at, "unevaluatedProperties");
  const patterns = entriesBelow(at, "patternProperties").map(([, one]) => one);
  const names = keyNames(document, at);
  if (names === undefined || patterns.length > 0) return { properties, required, additional, patterns };
  // All keys that there can be are known.
  if (additional?.value !== false) {
    const values = additional ?? { value: true, pointer: at.pointer };
    for (const name of names) {
      if (!properties.has(name)) properties.set(name, { at: values, required: required.has(name) });
    }
  }
  return { properties, required, additional: { value: false, pointer: at.pointer }, patterns };
}

/** The only names that keys may have, where `propertyNames` lists them. */
function keyNames(document: JsonObject, at: At<JsonObject>): readonly string[] | undefined {
  const names = below(at, "propertyNames");
  const schema = names && resolve(document, names).value;
  const only = field(schema, "const");
  const list = field(schema, "enum") === undefined ? [] : listField(schema, "enum");
  const found = (only === undefined ? list : [only]).filter((name) => typeof name === "string");
  return found.length === 0 ? undefined : found;
}

/** Alternatives of alternatives that are told apart. */
const MOST_NESTED = 20;

/** The schemas that a value may have: what `oneOf` or `anyOf` lists, or the schema itself. */
export function alternativesOf(document: JsonObject, at: At<JsonValue>, depth = 0): readonly At<JsonValue>[] {
  const target = resolve(document, at);
  if (!isObject(target.value) || depth > MOST_NESTED) return [at];
  const variants = variantsOf(target as At<JsonObject>);
  if (variants === undefined || isStructural(without(target.value, variants.key))) return [at];
  return variants.members.flatMap((member) => alternativesOf(document, member, depth + 1));
}

/** The schemas of a place in a value that another schema describes: `/data/items`. One for each alternative that has it. */
export function schemasAt(document: JsonObject, at: At<JsonValue>, pointer: string): readonly Field[] {
  let current: readonly Field[] = [{ at, required: true }];
  for (const key of pointer.split("/").slice(1)) {
    const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
    current = current.flatMap((one) => {
      const alternatives = alternativesOf(document, one.at);
      return alternatives.flatMap((alternative) => {
        const next = flatten(document, alternative)?.properties.get(name);
        if (next === undefined) return [];
        return [{ at: next.at, required: one.required && next.required && alternatives.length === 1 }];
      });
    });
  }
  return current;
}

/** A key that is the same for the same place. */
export function placeKey(at: At<unknown>): string {
  return printPointer(at.pointer);
}
