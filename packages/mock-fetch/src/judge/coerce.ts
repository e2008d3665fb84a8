import { isObject, type JsonValue, listOf, objectOf } from "@trunkline/document";
import type { OpenDocument } from "@trunkline/document/mock";

/** A value of a query, path or header field, whose texts become what the schema asks for, where they can. */
export function coerced(document: OpenDocument, schema: JsonValue | undefined, value: JsonValue): JsonValue {
  return coercedIn(document, schema, value, 0);
}

/** Schemas within each other that a text is read by. */
const MOST = 50;

function coercedIn(
  document: OpenDocument,
  node: JsonValue | undefined,
  value: JsonValue,
  depth: number,
): JsonValue {
  const schema = objectOf(document.resolve(node));
  if (depth > MOST) return value;
  const inner = (one: JsonValue | undefined, of: JsonValue): JsonValue =>
    coercedIn(document, one, of, depth + 1);
  if (Array.isArray(value)) return value.map((one) => inner(schema.items, one));
  if (isObject(value)) {
    const properties = objectOf(schema.properties);
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        inner(Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties, one ?? null),
      ]),
    );
  }
  const types = [schema.type].flat().flatMap((type) => (typeof type === "string" ? [type] : []));
  if (schema.nullable === true) types.push("null");
  let found = types.length === 0 ? value : ofTypes(types, value);
  for (const one of listOf(schema.allOf)) found = inner(one, found);
  for (const one of [...listOf(schema.anyOf), ...listOf(schema.oneOf)]) {
    const changed = inner(one, found);
    if (changed !== found) return changed;
  }
  return found;
}

function ofTypes(types: readonly string[], value: JsonValue): JsonValue {
  if (typeof value !== "string" || types.includes("string")) return value;
  for (const type of types) {
    const number = Number(value);
    const isNumber = value.trim() !== "" && !Number.isNaN(number);
    if (type === "number" && isNumber) return number;
    if (type === "integer" && isNumber && Number.isInteger(number)) return number;
    if (type === "boolean" && (value === "true" || value === "false")) return value === "true";
    if (type === "null" && value === "") return null;
  }
  return value;
}
