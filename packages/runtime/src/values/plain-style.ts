import { UsageError } from "../errors/usage-error.ts";
import { isRecord, primitiveText, toPlain } from "./plain.ts";

/** Makes a text safe for its place; `where` is the start of a sentence about it. */
export type Encode = (text: string, where: string) => string;

/**
 * Writes a value in the style that OpenAPI takes where none is declared: with a name as exploded `form` (queries), in
 * which `null` is the empty string; without one as `simple` (paths). Elements and members that are `undefined` are
 * left out.
 *
 * @param where what the value is, at the start of a sentence: `Query parameter "tags"`
 * @throws UsageError for nested values, and for an array without elements
 */
export function writePlain(value: unknown, where: string, encode: Encode, name?: string): string {
  const named = name !== undefined;
  const head = named ? `${encode(name, where)}=` : "";
  // Most values, and nothing in them to encode.
  if (Number.isSafeInteger(value)) return head + value;
  const plain = toPlain(value, where);
  const isArray = Array.isArray(plain);
  const textOf = (part: unknown, place: string): string =>
    encode(named && part === null ? "" : primitiveText(part, place), place);
  if (!isArray && !(named && isRecord(plain))) return head + textOf(plain, where);
  const parts: string[] = [];
  for (const [key, part] of Object.entries(plain)) {
    if (part === undefined) continue;
    const place = where + (isArray ? `[${key}]` : `.${key}`);
    parts.push((isArray ? head : `${encode(key, place)}=`) + textOf(toPlain(part, place), place));
  }
  if (isArray && parts.length === 0) throw emptyError(where, named ? "form" : "simple");
  return parts.join(named ? "&" : ",");
}

/** For a value that its style cannot show. */
export function emptyError(where: string, style: string): UsageError {
  return new UsageError(
    `${where} is empty, and its style ${style} would write nothing at all. Leave it undefined to send nothing.`,
  );
}
