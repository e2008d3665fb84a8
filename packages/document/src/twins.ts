import { isObject, type JsonValue } from "./json.ts";

/**
 * Two items that are the same value, the order of an object's members aside. Items are compared by their texts: comparing
 * each with all others takes the square of the list.
 *
 * @returns their places; undefined where each item is there once
 */
export function twinsOf(items: readonly JsonValue[]): readonly [first: number, second: number] | undefined {
  const texts = new Map<JsonValue, number>();
  const scalars = new Map<JsonValue, number>();
  for (const [index, item] of items.entries()) {
    const isScalar = typeof item !== "object" || item === null;
    const [known, key] = isScalar ? [scalars, item] : [texts, canonicalText(item)];
    const twin = known.get(key);
    if (twin !== undefined) return [twin, index];
    known.set(key, index);
  }
  return undefined;
}

/** The same text for values that are the same, in whatever order their members stand. */
export function canonicalText(value: JsonValue): string {
  return JSON.stringify(value, (_key, inner: JsonValue) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
