import { type JsonObject, type JsonValue, listOf, objectOf } from "@trunkline/document";

/** One schema that says what both say. Where they contradict each other, the later one is believed. */
export function mergeSchemas(first: JsonObject, second: JsonObject): JsonObject {
  const both = { ...first, ...second };
  const properties = mergeProperties(objectOf(first.properties), objectOf(second.properties));
  const required = [...new Set([...listOf(first.required), ...listOf(second.required)])];
  return {
    ...both,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...narrowed("enum", first, second),
    ...narrowed("type", first, second),
    ...bound("minimum", Math.max, first, second),
    ...bound("minLength", Math.max, first, second),
    ...bound("minItems", Math.max, first, second),
    ...bound("maximum", Math.min, first, second),
    ...bound("maxLength", Math.min, first, second),
    ...bound("maxItems", Math.min, first, second),
  };
}

function mergeProperties(first: JsonObject, second: JsonObject): JsonObject {
  const merged: Record<string, JsonValue> = { ...first };
  for (const [name, schema] of Object.entries(second)) {
    const known = merged[name];
    merged[name] =
      known === undefined || schema === undefined || known === schema ? schema : { allOf: [known, schema] };
  }
  return merged;
}

/** Values that both allow. */
function narrowed(key: "enum" | "type", first: JsonObject, second: JsonObject): JsonObject {
  const lists = [first[key], second[key]].map((value) => (typeof value === "string" ? [value] : value));
  const [a, b] = lists;
  if (!Array.isArray(a) || !Array.isArray(b)) return {};
  const common = a.filter((value: JsonValue) => b.includes(value));
  return common.length > 0 ? { [key]: common } : {};
}

function bound(
  key: string,
  pick: (a: number, b: number) => number,
  first: JsonObject,
  second: JsonObject,
): JsonObject {
  const [a, b] = [first[key], second[key]];
  return typeof a === "number" && typeof b === "number" ? { [key]: pick(a, b) } : {};
}
