import { pointerSegments } from "@trunkline/mock/document";

/** A copy of `value` with another value where the JSON Pointer points; undefined removes the member. */
export function withPointer(value: unknown, pointer: string, by: unknown): unknown {
  return replaceAt(value, pointerSegments(pointer), by);
}

function replaceAt(value: unknown, segments: readonly string[], by: unknown): unknown {
  const [first, ...rest] = segments;
  if (first === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === first ? replaceAt(item, rest, by) : item));
  const object = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const { [first]: current, ...others } = object;
  const next = replaceAt(current, rest, by);
  if (next === undefined) return others;
  // In place, so that an answer keeps the order of its example.
  return Object.hasOwn(object, first) ? { ...object, [first]: next } : { ...others, [first]: next };
}
