export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Items of a list, or values of an object; none of anything else. */
export function childrenOf(value: JsonValue | undefined): readonly JsonValue[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

/** An own field; `undefined` also where the value is no object. */
export function field(value: unknown, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function stringField(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === "string" ? found : undefined;
}

export function objectField(value: unknown, key: string): JsonObject | undefined {
  const found = field(value, key);
  return isObject(found) ? found : undefined;
}

/** Items of a list field; none when it is missing or no list. */
export function listField(value: unknown, key: string): readonly JsonValue[] {
  const found = field(value, key);
  return isArray(found) ? found : [];
}

/** The strings of a list field. */
export function stringsField(value: unknown, key: string): readonly string[] {
  return listField(value, key).filter((item) => typeof item === "string");
}
