import { type JsonObject, type JsonValue, listOf, objectOf } from "../json.ts";

/** Keywords of which the greater, or the smaller, of two bounds holds. */
const bounds: Readonly<Record<string, (a: number, b: number) => number>> = {
  minimum: Math.max,
  exclusiveMinimum: Math.max,
  minLength: Math.max,
  minItems: Math.max,
  minProperties: Math.max,
  minContains: Math.max,
  maximum: Math.min,
  exclusiveMaximum: Math.min,
  maxLength: Math.min,
  maxItems: Math.min,
  maxProperties: Math.min,
};

/**
 * One schema that says what all say, in time that grows with them. Where they contradict each other in another way than
 * bounds do, the later one is believed.
 */
export function mergeSchemas(schemas: readonly JsonObject[]): JsonObject {
  if (schemas.length === 1) return schemas[0] ?? {};
  const merged: Record<string, JsonValue> = Object.create(null);
  const required = new Set<JsonValue>();
  const maps = new Map<string, Record<string, JsonValue>>();
  const nots: JsonValue[] = [];
  for (const schema of schemas) {
    for (const [key, value] of Object.entries(schema)) {
      const known = merged[key];
      if (key === "required") for (const name of listOf(value)) required.add(name);
      else if (key === "not") nots.push(value);
      else if (key === "properties" || key === "patternProperties" || key === "dependentRequired") {
        const map = maps.get(key) ?? Object.create(null);
        maps.set(key, map);
        addMembers(map, objectOf(value));
      } else if (known === undefined) merged[key] = value;
      else merged[key] = both(key, known, value);
    }
  }
  if (required.size > 0) merged.required = [...required];
  if (nots.length > 0) merged.not = nots.length === 1 ? (nots[0] ?? null) : { anyOf: nots };
  for (const [key, map] of maps) merged[key] = map;
  return merged;
}

function addMembers(to: Record<string, JsonValue>, members: JsonObject): void {
  for (const [name, value] of Object.entries(members)) {
    const known = to[name];
    if (known === undefined || known === value) to[name] = value;
    else if (Array.isArray(known)) to[name] = [...known, ...listOf(value)];
    else to[name] = { allOf: [known, value] };
  }
}

function both(key: string, known: JsonValue, value: JsonValue): JsonValue {
  const pick = Object.hasOwn(bounds, key) ? bounds[key] : undefined;
  if (pick !== undefined)
    return typeof known === "number" && typeof value === "number" ? pick(known, value) : value;
  if (key === "enum") return common(listOf(known), listOf(value));
  if (key === "type") return narrowType([known].flat(), [value].flat());
  if (key === "items" || key === "additionalProperties" || key === "propertyNames") {
    if (known === false || value === false) return false;
    if (known === true || known === value) return value;
    return value === true ? known : { allOf: [known, value] };
  }
  return value;
}

/** Values that both allow. */
function common(first: readonly JsonValue[], second: readonly JsonValue[]): JsonValue {
  const texts = new Set(second.map((value) => JSON.stringify(value)));
  const values = first.filter((value) => texts.has(JSON.stringify(value)));
  return values.length > 0 ? values : second;
}

function narrowType(first: readonly JsonValue[], second: readonly JsonValue[]): JsonValue {
  const types = first.filter(
    (type) => second.includes(type) || (type === "integer" && second.includes("number")),
  );
  if (second.includes("integer") && first.includes("number") && !types.includes("integer"))
    types.push("integer");
  return types.length > 0 ? types : second;
}
