import {
  field,
  formatPointer,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  parsePointer,
  stringField,
} from "@trunkline/document";

/** A value and where it stands: keys from the root of the document. */
export interface At<T = JsonValue> {
  readonly value: T;
  readonly pointer: readonly (string | number)[];
}

/** `["components", "schemas", "A/b"]` -> `#/components/schemas/A~1b`. */
export function printPointer(pointer: readonly (string | number)[]): string {
  return `#${formatPointer(pointer)}`;
}

/** The keys that a JSON Pointer leads through, also one in a `$ref`; a malformed one leads nowhere. */
export function stepsOf(pointer: string): readonly string[] {
  return parsePointer(pointer.replace(/^#/, "")) ?? [pointer];
}

/** The value below a place, `undefined` where there is none. */
export function below(at: At<unknown>, ...keys: readonly (string | number)[]): At<JsonValue> | undefined {
  let value: unknown = at.value;
  for (const key of keys) {
    if (isArray(value) && typeof key === "number") value = value[key];
    else value = field(value, String(key));
    if (value === undefined) return undefined;
  }
  return { value: value as JsonValue, pointer: [...at.pointer, ...keys] };
}

/** The same, when it is an object. */
export function objectBelow(
  at: At<unknown>,
  ...keys: readonly (string | number)[]
): At<JsonObject> | undefined {
  const found = below(at, ...keys);
  return found !== undefined && isObject(found.value) ? (found as At<JsonObject>) : undefined;
}

/** Every entry of an object below a place. */
export function entriesBelow(
  at: At<unknown>,
  ...keys: readonly (string | number)[]
): [string, At<JsonValue>][] {
  const object = keys.length === 0 ? (at as At<JsonValue>) : below(at, ...keys);
  if (object === undefined || !isObject(object.value)) return [];
  return Object.entries(object.value).map(([key, value]) => [
    key,
    { value, pointer: [...object.pointer, key] },
  ]);
}

/** Follows `$ref` to what it stands for. A chain that closes on itself ends where it closes. */
export function resolve(document: JsonObject, at: At<unknown>): At<JsonValue> {
  const seen = new Set<string>();
  let current = at as At<JsonValue>;
  for (;;) {
    const ref = stringField(current.value, "$ref");
    if (ref === undefined || seen.has(ref)) return current;
    seen.add(ref);
    const target = below({ value: document, pointer: [] }, ...stepsOf(ref));
    if (target === undefined) return current;
    current = target;
  }
}

/** The same, when it leads to an object. */
export function resolveObject(document: JsonObject, at: At<unknown> | undefined): At<JsonObject> | undefined {
  if (at === undefined) return undefined;
  const found = resolve(document, at);
  return isObject(found.value) ? (found as At<JsonObject>) : undefined;
}
