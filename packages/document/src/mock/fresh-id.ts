import type { JsonValue } from "../json.ts";

/** The nth id of created things, in the form of the document's example: the same in every run. */
export function freshId(example: JsonValue | undefined, nth: number): JsonValue {
  if (typeof example === "number") return 1000 + nth;
  const text = String(example);
  const digits = String(nth).padStart(12, "0");
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return `00000000-0000-4000-8000-${digits}`;
  // `prg_8f3a` keeps its prefix; so do ids of one fixed length.
  const prefix = /^[A-Za-z]+[_-]/.exec(text)?.[0] ?? "";
  const rest = text.length - prefix.length;
  return prefix + digits.slice(-Math.max(rest, String(nth).length));
}
