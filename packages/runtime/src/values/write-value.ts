import { UsageError } from "../errors/usage-error.ts";
import { describeValue, isRecord, primitiveText, toPlain } from "./plain.ts";

/** Makes a text safe for its place; `where` is the start of a sentence about it. */
export type Encode = (text: string, where: string) => string;

/**
 * Writes a value in the style that OpenAPI takes where none is declared: with a name as exploded `form` (queries), in
 * which `null` is the empty string; without one as `simple` (paths). Elements and members that are `undefined` are
 * left out; a list or an object without any is written as nothing, as RFC 6570, 2.3, has it.
 *
 * @param where what the value is, at the start of a sentence: `Query parameter "tags"`
 * @throws UsageError for nested values
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
  return parts.join(isNamed ? "&" : ",");
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
const STYLES: Readonly<
  Record<Exclude<StyleName, "deepObject">, readonly [string, string, string, boolean?]>
> = {
  simple: ["", ",", ","],
  label: [".", ",", "."],
  matrix: [";", ",", ";", true],
  form: ["", ",", "&", true],
  spaceDelimited: ["", "%20", "&", true],
  pipeDelimited: ["", "%7C", "&", true],
};

/** How a parameter is written. */
export interface Styled {
  readonly style: StyleName;
  readonly explode: boolean;
  readonly encode: Encode;
  /** `null` is written as the empty string, and a list without elements as `name=`. @default refused, and left out */
  readonly allowEmpty?: boolean | undefined;
  /** How lists within a `deepObject` are written: `tags[]=a` or `tags[0]=a`. @default they are refused, as objects within are */
  readonly lists?: "brackets" | "indices" | undefined;
}

/**
 * Writes a value by OpenAPI's table of styles (https://spec.openapis.org/oas/v3.1.1#style-examples).
 * Elements and members that are `undefined` are left out.
 *
 * @param where what the value is, at the start of a sentence: `Query parameter "tags"`
 * @returns `undefined` for a list or an object without parts, which RFC 6570, 2.3, takes for no value
 * @throws UsageError for what the style cannot express: nested values, an element that holds the delimiter
 */
export function writeStyled(name: string, value: unknown, where: string, styled: Styled): string | undefined {
  const { style, explode, encode, allowEmpty } = styled;
  if (style === "deepObject")
    return deepPairs(encode(name, where), value, where, styled, 0).join("&") || undefined;
  const [prefix, joined, exploded, isNamed] = STYLES[style];
  const delimiter = explode ? exploded : joined;
  const label = isNamed ? encode(name, where) : "";
  // An empty value of a matrix has no "=" (RFC 6570, 3.2.7).
  const pair = (head: string, text: string): string =>
    style === "matrix" && text === "" ? head : `${head}=${text}`;
  const textOf = (part: unknown, location: string): string =>
    encode(allowEmpty && part === null ? "" : primitiveText(part, location), location);

  const plain = toPlain(value, where);
  const isArray = Array.isArray(plain);
  if (!isArray && !isRecord(plain)) {
    const text = textOf(plain, where);
    return prefix + (isNamed ? pair(label, text) : text);
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
    if (explode && (isNamed || !isArray)) parts.push(pair(head, text));
    else parts.push(...(isArray ? [text] : [head, text]));
  }
  if (parts.length === 0) return allowEmpty && isArray && !explode ? `${label}=` : undefined;
  const text = parts.join(delimiter);
  return prefix + (isNamed && !explode ? pair(label, text) : text);
}

/** No query is nested deeper by intent. */
const MAX_DEPTH = 100;

/** `filter[color]=red`, and what is within by the ways that servers know. */
function deepPairs(label: string, value: unknown, where: string, styled: Styled, depth: number): string[] {
  const { encode, lists } = styled;
  const plain = toPlain(value, where);
  const isArray = Array.isArray(plain);
  if (!isArray && !isRecord(plain)) {
    if (depth === 0)
      throw new UsageError(`${where} is ${describeValue(plain)}; its style deepObject takes an object.`);
    return [`${label}=${encode(plain === null ? "" : primitiveText(plain, where), where)}`];
  }
  if (!lists && (isArray || depth > 0)) {
    throw new UsageError(
      `${where} is ${describeValue(plain)}, and OpenAPI leaves open how its style deepObject writes ${isArray ? "lists" : "objects within"}; the document has to say it by the key "lists" of x-trunkline.`,
    );
  }
  if (depth > MAX_DEPTH) throw new UsageError(`${where} is nested more than ${MAX_DEPTH} levels deep.`);
  const pairs: string[] = [];
  for (const [key, member] of Object.entries(plain)) {
    if (member === undefined) continue;
    const location = isArray ? `${where}[${key}]` : `${where}.${key}`;
    const isBare = isArray && lists === "brackets";
    if (isBare && typeof toPlain(member, location) === "object" && member !== null) {
      throw new UsageError(
        `${location} is ${describeValue(member)}; a list that is written with empty brackets holds plain values alone.`,
      );
    }
    const step = isBare ? "" : encode(key, location);
    for (const pair of deepPairs(`${label}%5B${step}%5D`, member, location, styled, depth + 1))
      pairs.push(pair);
  }
  return pairs;
}

/** For a required parameter whose value writes nothing. */
export function requiredError(where: string): UsageError {
  return new UsageError(`${where} is required, and empty: nothing at all would be sent. Give it an element.`);
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
