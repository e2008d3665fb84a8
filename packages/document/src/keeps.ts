import { field, isArray, isObject, type JsonObject, type JsonValue, listOf, objectOf } from "./json.ts";

/**
 * Whether a value keeps to a schema of the extension's format, in the keywords that the format uses; deriving types from it
 * stops at any other. A validator of the whole of JSON Schema is many times the rest of this package, and what is wrong
 * with a value is told by the generator's checks, which have one.
 */
export function keepsTo(schema: JsonValue | undefined, value: JsonValue, definitions: JsonObject): boolean {
  const inner = (one: JsonValue | undefined, of: JsonValue): boolean => keepsTo(one, of, definitions);
  return Object.entries(objectOf(schema)).every(([keyword, said]) => {
    switch (keyword) {
      case "$ref":
        return inner(field(definitions, String(said).replace("#/$defs/", "")), value);
      case "type":
        return [said].flat().some((type) => isOfType(String(type), value));
      case "const":
        return said === value;
      case "enum":
        return listOf(said).includes(value);
      case "pattern":
        return typeof value !== "string" || new RegExp(String(said), "u").test(value);
      case "minimum":
        return typeof value !== "number" || value >= Number(said);
      case "maximum":
        return typeof value !== "number" || value <= Number(said);
      case "minLength":
        return typeof value !== "string" || [...value].length >= Number(said);
      case "minItems":
        return !isArray(value) || value.length >= Number(said);
      case "uniqueItems":
        return !isArray(value) || new Set(value.map((item) => JSON.stringify(item))).size === value.length;
      case "items":
        return !isArray(value) || value.every((item) => inner(said, item));
      case "required":
        return !isObject(value) || listOf(said).every((key) => Object.hasOwn(value, String(key)));
      case "properties":
        return !isObject(value) || Object.entries(value).every(([key, one]) => inner(field(said, key), one));
      case "propertyNames":
        return !isObject(value) || Object.keys(value).every((key) => inner(said, key));
      case "additionalProperties":
        return !isObject(value) || others(schema, value).every((one) => said !== false && inner(said, one));
      case "allOf":
        return listOf(said).every((one) => inner(one, value));
      case "oneOf":
        return listOf(said).filter((one) => inner(one, value)).length === 1;
      case "not":
        return !inner(said, value);
      case "if":
        return !inner(said, value) || inner(field(schema, "then"), value);
      default:
        return true;
    }
  });
}

/** Values of keys that the schema does not name. */
function others(schema: JsonValue | undefined, value: JsonObject): readonly JsonValue[] {
  const properties = objectOf(field(schema, "properties"));
  return Object.entries(value).flatMap(([key, one]) => (Object.hasOwn(properties, key) ? [] : [one]));
}

function isOfType(type: string, value: JsonValue): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return isArray(value);
  return type === "object" ? isObject(value) : type === typeof value;
}
