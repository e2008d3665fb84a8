import type { JsonObject, JsonValue } from "../json.ts";
import { listOf } from "../json.ts";

/** Keywords that are about values of one type. */
const implied: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  [
    "object",
    ["properties", "additionalProperties", "required", "patternProperties", "propertyNames", "minProperties"],
  ],
  ["array", ["items", "prefixItems", "minItems", "contains", "uniqueItems"]],
  ["string", ["format", "pattern", "maxLength", "minLength"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];
const all = ["string", "integer", "boolean", "object", "array", "null"];

/**
 * The type that is said, else the one that the other keywords imply; null last.
 *
 * @param turn takes another one, where several are possible
 */
export function typeOf(schema: JsonObject, turn = 0): string | undefined {
  const said = typeof schema.type === "string" ? [schema.type] : listOf(schema.type).filter(isText);
  const types = [...said.filter((type) => type !== "null"), ...said.filter((type) => type === "null")];
  if (types.length > 0) return types[turn % types.length];
  const found = implied.find(([, keywords]) => keywords.some((key) => schema[key] !== undefined))?.[0];
  return found ?? (turn === 0 ? undefined : all[turn % all.length]);
}

function isText(value: JsonValue): value is string {
  return typeof value === "string";
}
