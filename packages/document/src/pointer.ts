import { field, isArray, isObject, type JsonValue } from "./json.ts";

/** Tokens of a JSON Pointer (RFC 6901); `undefined` where it is malformed. `""` is the whole value. */
export function parsePointer(text: string): readonly string[] | undefined {
  if (text === "") return [];
  if (!text.startsWith("/") || /~(?![01])/.test(text)) return undefined;
  return text.slice(1).split("/").map(unescapeToken);
}

/** JSON Pointer (RFC 6901) of tokens. */
export function formatPointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${escapeToken(String(token))}`).join("");
}

/** Of a JSON Pointer (RFC 6901). */
export function unescapeToken(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

/** For a JSON Pointer (RFC 6901). */
export function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The value that a JSON Pointer names; `undefined` where there is none. Own members only. */
export function valueAt(value: unknown, pointer: string): JsonValue | undefined {
  let current: unknown = value;
  for (const token of parsePointer(pointer) ?? []) {
    if (isArray(current)) current = /^(?:0|[1-9]\d*)$/.test(token) ? current[Number(token)] : undefined;
    else current = field(current, token);
    if (current === undefined) return undefined;
  }
  return current as JsonValue | undefined;
}

/** A copy with another value where the JSON Pointer leads, objects on the way made; `undefined` takes the member out. */
export function withValueAt(value: unknown, pointer: string, by: unknown): JsonValue {
  return (replaced(value, parsePointer(pointer) ?? [], by) ?? null) as JsonValue;
}

function replaced(value: unknown, [first, ...rest]: readonly string[], by: unknown): unknown {
  if (first === undefined) return by;
  if (isArray(value)) {
    return value.map((item, index) => (String(index) === first ? replaced(item, rest, by) : item));
  }
  const object: Readonly<Record<string, unknown>> = isObject(value) ? value : {};
  const next = replaced(object[first], rest, by);
  // In place, so that an answer keeps the order of its example.
  if (next !== undefined) return { ...object, [first]: next };
  const { [first]: _, ...others } = object;
  return others;
}
