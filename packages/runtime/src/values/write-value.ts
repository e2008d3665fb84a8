import { UsageError } from "../errors/usage-error.ts";
import { describeValue, isRecord, primitiveText, toPlain } from "./plain.ts";

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
  const isNamed = name !== undefined;
  const head = isNamed ? `${encode(name, where)}=` : "";
  // Most values, and nothing in them to encode.
  if (Number.isSafeInteger(value)) return head + value;
  const plain = toPlain(value, where);
  const isArray = Array.isArray(plain);
  const textOf = (part: unknown, location: string): string =>
    encode(isNamed && part === null ? "" : primitiveText(part, location), location);
  if (!isArray && !(isNamed && isRecord(plain))) return head + textOf(plain, where);
  const parts: string[] = [];
  for (const [key, part] of Object.entries(plain)) {
    if (part === undefined) continue;
    const location = where + (isArray ? `[${key}]` : `.${key}`);
    parts.push((isArray ? head : `${encode(key, location)}=`) + textOf(toPlain(part, location), location));
  }
  if (isArray && parts.length === 0) throw emptyError(where, isNamed ? "form" : "simple");
  return parts.join(isNamed ? "&" : ",");
}

/** For a value that its style cannot show. */
export function emptyError(where: string, style: string): UsageError {
  return new UsageError(
    `${where} is empty, and its style ${style} would write nothing at all. Leave it undefined to send nothing.`,
  );
}

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
  readonly allowEmpty?: boolean | undefined;
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
  const { style, explode, encode, allowEmpty } = styled;
  const [prefix, joined, exploded, isNamed] = STYLES[style];
  const isDeep = style === "deepObject";
  const delimiter = explode || isDeep ? exploded : joined;
  const label = isNamed ? encode(name, where) : "";
  const textOf = (part: unknown, location: string): string =>
    encode(allowEmpty && part === null ? "" : primitiveText(part, location), location);

  const plain = toPlain(value, where);
  const isArray = Array.isArray(plain);
  if (isDeep ? !isRecord(plain) : !isArray && !isRecord(plain)) {
    if (isDeep)
      throw new UsageError(`${where} is ${describeValue(plain)}; its style deepObject takes an object.`);
    return `${prefix}${isNamed ? `${label}=` : ""}${textOf(plain, where)}`;
  }
  const parts: string[] = [];
  for (const [key, member] of Object.entries(plain as object)) {
    if (member === undefined) continue;
    const location = isArray ? `${where}[${key}]` : `${where}.${key}`;
    const text = textOf(toPlain(member, location), location);
    const head = isArray ? label : encode(key, location);
    // Encoded like this the delimiter and the text's own are one and the same to every server.
    if (delimiter && (text.includes(delimiter) || (!isArray && head.includes(delimiter)))) {
      throw new UsageError(
        `${location} contains "${decodeURIComponent(delimiter)}", the delimiter of its style ${style}.`,
      );
    }
    if (isDeep) parts.push(`${label}%5B${head}%5D=${text}`);
    else if (explode && (isNamed || !isArray)) parts.push(`${head}=${text}`);
    else parts.push(...(isArray ? [text] : [head, text]));
  }
  if (parts.length === 0 && !(allowEmpty && !(isArray && explode))) throw emptyError(where, style);
  return `${prefix}${isNamed && !explode && !isDeep ? `${label}=` : ""}${parts.join(delimiter)}`;
}

/** Leaves only RFC 3986's unreserved characters, which `encodeURIComponent` does all but for `!'()*`. */
export function percentEncode(text: string, where: string): string {
  // Most names and values are of these alone, and a look is cheaper than two conversions.
  if (/^[\w.~-]*$/.test(text)) return text;
  return encodeText(text, where).replace(/[!'()*]/g, percentTriplet);
}

/**
 * RFC 6570's reserved expansion: reserved characters and existing triplets stay. Characters that would end or
 * split the query (`#`, `&`, `+`, `[`, `]`) are encoded all the same: OpenAPI leaves those to the application.
 */
export function percentEncodeReserved(text: string, where: string): string {
  return encodeText(text, where).replace(/%25(?=[0-9A-Fa-f]{2})|%(?:3A|2F|3F|40|24|2C|3B|3D)/g, (triplet) =>
    triplet === "%25" ? "%" : decodeURIComponent(triplet),
  );
}

function encodeText(text: string, where: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new UsageError(`${where} holds half of a surrogate pair, which UTF-8 cannot express.`);
  }
}

function percentTriplet(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
