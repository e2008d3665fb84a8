import { UsageError } from "../errors/usage-error.ts";
import { describeValue, isRecord, primitiveText, toPlain } from "./plain.ts";
import { type Encode, emptyError } from "./plain-style.ts";

export type StyleName =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject";

/** What stands before the value, between its parts, between its parts when exploded, and whether it is named. */
const STYLES: Readonly<Record<StyleName, readonly [string, string, string, boolean?]>> = {
  simple: ["", ",", ","],
  label: [".", ",", "."],
  matrix: [";", ",", ";", true],
  form: ["", ",", "&", true],
  spaceDelimited: ["", "%20", "&", true],
  pipeDelimited: ["", "%7C", "&", true],
  deepObject: ["", "", "&", true],
};

/** How a parameter is written. */
export interface Styled {
  readonly style: StyleName;
  readonly explode: boolean;
  readonly encode: Encode;
  /** `null` is written as the empty string, and a value without parts may leave nothing. @default refused */
  readonly lax?: boolean | undefined;
}

/**
 * Writes a value by OpenAPI's table of styles (https://spec.openapis.org/oas/v3.1.1#style-examples).
 * Elements and members that are `undefined` are left out.
 *
 * @param where what the value is, at the start of a sentence: `Query parameter "tags"`
 * @throws UsageError for what the style cannot express: nested values, an element that holds the delimiter, an
 *   array without elements where each would be a pair of its own
 */
export function writeStyled(name: string, value: unknown, where: string, styled: Styled): string {
  const { style, explode, encode, lax } = styled;
  const [prefix, joint, apart, named] = STYLES[style];
  const deep = style === "deepObject";
  const delimiter = explode || deep ? apart : joint;
  const label = named ? encode(name, where) : "";
  const textOf = (part: unknown, place: string): string =>
    encode(lax && part === null ? "" : primitiveText(part, place), place);

  const plain = toPlain(value, where);
  const isArray = Array.isArray(plain);
  if (deep ? !isRecord(plain) : !isArray && !isRecord(plain)) {
    if (deep)
      throw new UsageError(`${where} is ${describeValue(plain)}; its style deepObject takes an object.`);
    return `${prefix}${named ? `${label}=` : ""}${textOf(plain, where)}`;
  }
  const parts: string[] = [];
  for (const [key, member] of Object.entries(plain as object)) {
    if (member === undefined) continue;
    const place = isArray ? `${where}[${key}]` : `${where}.${key}`;
    const text = textOf(toPlain(member, place), place);
    const head = isArray ? label : encode(key, place);
    // Encoded like this the delimiter and the text's own are one and the same to every server.
    if (delimiter && (text.includes(delimiter) || (!isArray && head.includes(delimiter)))) {
      throw new UsageError(
        `${place} contains "${decodeURIComponent(delimiter)}", the delimiter of its style ${style}.`,
      );
    }
    if (deep) parts.push(`${label}%5B${head}%5D=${text}`);
    else if (explode && (named || !isArray)) parts.push(`${head}=${text}`);
    else parts.push(...(isArray ? [text] : [head, text]));
  }
  if (parts.length === 0 && !(lax && !(isArray && explode))) throw emptyError(where, style);
  return `${prefix}${named && !explode && !deep ? `${label}=` : ""}${parts.join(delimiter)}`;
}
