/** A value of JSON, as documents and bodies hold it. */
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

/** The value itself where it is an object, else an empty one: documents leave most of their members out. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value itself where it is a list, else an empty one. */
export function listOf(value: unknown): readonly JsonValue[] {
  return isArray(value) ? value : [];
}

/** The value itself where it is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** One text, or a list of them. */
export function textsOf(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === "string");
}

/** An own field; `undefined` also where the value is not an object. */
export function field(value: unknown, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function stringField(value: unknown, key: string): string | undefined {
  return textOf(field(value, key));
}

export function objectField(value: unknown, key: string): JsonObject | undefined {
  const found = field(value, key);
  return isObject(found) ? found : undefined;
}

/** Entries whose value is an object; none of anything that is not an object itself. */
export function objectEntries(value: unknown): readonly (readonly [string, JsonObject])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => (isObject(entry) ? [[key, entry] as const] : []));
}

/** Items of a list field; none when it is missing or not a list. */
export function listField(value: unknown, key: string): readonly JsonValue[] {
  return listOf(field(value, key));
}

/** The strings of a list field. */
export function stringsField(value: unknown, key: string): readonly string[] {
  return listField(value, key).filter((item) => typeof item === "string");
}
