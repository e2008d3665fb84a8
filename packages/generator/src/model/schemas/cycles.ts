import {
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  objectField,
  stringField,
} from "@trunkline/document";
import { parseComponentRef } from "../../read/component-ref.ts";
import { cyclesOfGraph } from "./graph-cycles.ts";

/** Names of components that all lead to each other without a property or an item between them. */
export type Cycle = ReadonlySet<string>;

const alternatives: ReadonlySet<string> = new Set(["anyOf", "oneOf"]);

/**
 * A document without schemas that are one of the parts of their parts: where a parent lists its children as alternatives
 * and a child is made of the parent, the child has the parent's own members in its place. This is what such documents
 * mean; as they are written, no validator comes to an end with them and no type can be declared (JSON Schema Core
 * 2020-12, section 9.4.1, "Guarding Against Infinite Recursion").
 *
 * @returns the same document where there is nothing to do
 */
export function withoutCycles(document: JsonObject): JsonObject {
  const known = unwound.get(document);
  if (known !== undefined) return known;
  const result = unwind(document);
  unwound.set(document, result);
  return result;
}

const unwound = new WeakMap<JsonObject, JsonObject>();

function unwind(document: JsonObject): JsonObject {
  const schemas = objectField(objectField(document, "components"), "schemas");
  if (schemas === undefined) return document;
  const cycleOf = new Map(
    cyclesOf(document).flatMap((cycle) => [...cycle].map((name) => [name, cycle] as const)),
  );
  if (cycleOf.size === 0) return document;
  const entries = Object.entries(schemas).map(([name, schema]) => {
    const cycle = cycleOf.get(name);
    return [name, cycle === undefined ? schema : unwindParts(schema, schemas, cycle)] as const;
  });
  const components = { ...objectField(document, "components"), schemas: Object.fromEntries(entries) };
  return { ...document, components };
}

/** Parts that are a parent in the cycle become what the parent has besides its alternatives. */
function unwindParts(schema: JsonValue, schemas: JsonObject, cycle: Cycle): JsonValue {
  if (!isObject(schema)) return schema;
  const inner = (part: JsonValue): JsonValue => unwindParts(part, schemas, cycle);
  const part = (one: JsonValue): JsonValue => {
    const parent = parentOf(one, schemas);
    return parent !== undefined && cycle.has(parent.name) ? ownMembers(parent.schema) : inner(one);
  };
  const parent = parentOf(schema, schemas);
  if (parent !== undefined && cycle.has(parent.name) && Object.keys(schema).length > 1) {
    const { $ref = null, allOf = [], ...rest } = schema;
    return unwindParts({ ...rest, allOf: [{ $ref }, ...(isArray(allOf) ? allOf : [])] }, schemas, cycle);
  }
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (!isArray(value)) return [key, value];
      if (key === "allOf") return [key, value.map(part)];
      return [key, alternatives.has(key) ? value.map(inner) : value];
    }),
  );
}

/** The component with alternatives that a part refers to, by way of others too. */
function parentOf(
  part: JsonValue,
  schemas: JsonObject,
): { readonly name: string; readonly schema: JsonObject } | undefined {
  const seen = new Set<string>();
  let name = refOf(part);
  while (name !== undefined && !seen.has(name)) {
    seen.add(name);
    const schema = objectField(schemas, name);
    if (schema === undefined) return undefined;
    if (Object.keys(schema).some((key) => alternatives.has(key))) return { name, schema };
    name = Object.keys(schema).length === 1 ? refOf(schema) : undefined;
  }
  return undefined;
}

function ownMembers(schema: JsonObject): JsonObject {
  const { title: _title, description: _description, discriminator: _discriminator, ...rest } = schema;
  return Object.fromEntries(Object.entries(rest).filter(([key]) => !alternatives.has(key)));
}

function refOf(schema: JsonValue): string | undefined {
  const component = parseComponentRef(stringField(schema, "$ref") ?? "");
  return component?.section === "schemas" ? component.name : undefined;
}

/** Cycles of a document, as {@link cyclesOfGraph} finds them. */
export function cyclesOf(document: JsonObject): readonly Cycle[] {
  const schemas = objectField(objectField(document, "components"), "schemas") ?? {};
  return cyclesOfGraph(Object.keys(schemas), (name) => leadsTo(schemas[name] ?? null));
}

/** Components that are asked about the value that a schema is asked about. */
function leadsTo(schema: JsonValue): string[] {
  if (!isObject(schema)) return [];
  const found = ["allOf", ...alternatives].flatMap((key) => {
    const list = schema[key];
    return isArray(list) ? list.flatMap(leadsTo) : [];
  });
  const name = refOf(schema);
  return name === undefined ? found : [...found, name];
}
