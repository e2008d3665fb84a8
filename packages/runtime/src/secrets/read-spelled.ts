/** A text as the characters that it spells, each with the place where it stands in the text. */
export interface Spelled {
  readonly text: string;
  readonly codes: number[];
  readonly starts: number[];
  readonly ends: number[];
}

const PERCENT = 37;
const AMPERSAND = 38;
export const BACKSLASH = 92;
const LONGEST_ENTITY = 40;
/** Characters by their entities, between spaces, a name before one that it begins; those that keys are likely to hold. */
const NAMED =
  " amp& lt< gt> quot\" apos' plus+ sol/ equals= num# dollar$ percnt% excl! ast* lpar( rpar) comma, commat@ period. colon: semi; quest? lsqb[ lbrack[ rsqb] rbrack] lowbar_ lcub{ lbrace{ rcub} rbrace} verbar| vert| hat^ grave` bsol\\ nbsp+ szlig\u00df pound\u00a3 sect\u00a7 euro\u20ac ";
/** The same of marks over and under letters, as in `&euml;`. */
const MARKS = " grave\u0300 acute\u0301 circ\u0302 tilde\u0303 uml\u0308 ring\u030a cedil\u0327 ";

/** Each character by itself. */
export function readPlain(text: string): Spelled {
  const read: Spelled = { text, codes: [], starts: [], ends: [] };
  for (let at = 0; at < text.length; at++) push(read, text.charCodeAt(at), at, at + 1);
  return read;
}

/**
 * Reads the escapes of URLs, forms, HTML, JSON and UTF-8, in any mixture and however deep in each other: each character
 * is put at the end, and an escape that ends there becomes what it spells, which may end another one. Nothing is looked
 * at twice but a few characters at the end, so that the time grows with the text and no faster.
 *
 * What is no escape stays. A text that holds escapes is read the same whether it was escaped once more or not, so that
 * what is looked for has to be read as well.
 */
export function readSpelled(text: string): Spelled {
  const read: Spelled = { text, codes: [], starts: [], ends: [] };
  for (let at = 0; at < text.length; at++) {
    push(read, text.charCodeAt(at), at, at + 1);
    for (let found = spelledAtEnd(read.codes); found; found = spelledAtEnd(read.codes)) {
      const [size, code] = found;
      const from = read.codes.length - size;
      const start = read.starts[from] as number;
      for (const list of [read.codes, read.starts, read.ends]) list.length = from;
      push(read, code, start, at + 1);
    }
  }
  return read;
}

/** Where an escape begins that the end of the text cuts off; the length where there is none. */
export function cutEscape(codes: readonly number[]): number {
  for (let at = codes.length - 1; at >= 0 && at > codes.length - LONGEST_ENTITY; at--) {
    const code = codes[at] as number;
    if (code === PERCENT || code === AMPERSAND || code === BACKSLASH) return at;
    if (!isWord(code) && code !== 35) break;
  }
  return codes.length;
}

/** Letters, digits, `_` and `-` are what words are made of. */
export function isWord(code: number | undefined): boolean {
  return code !== undefined && (code === 45 || code > 0x7f || /\w/.test(String.fromCharCode(code)));
}

function push({ codes, starts, ends }: Spelled, code: number, start: number, end: number): void {
  codes.push(code);
  starts.push(start);
  ends.push(end);
}

/** How many characters at the end spell another one, and that one. */
function spelledAtEnd(codes: readonly number[]): readonly [size: number, code: number] | undefined {
  const last = codes.length - 1;
  const code = codes[last] as number;
  const before = codes[last - 1];
  if (digitOf(code) >= 0) {
    if (codes[last - 2] === PERCENT) return hexAtEnd(codes, 2, 3);
    // The `x` and the `u` of `\x2f` and `\u002f`; `%u002f` is what `escape()` writes.
    if (codes[last - 2] === 120 && codes[last - 3] === BACKSLASH) return hexAtEnd(codes, 2, 4);
    const mark = codes[last - 5];
    if (codes[last - 4] === 117 && (mark === BACKSLASH || mark === PERCENT)) return hexAtEnd(codes, 4, 6);
  }
  if (before === BACKSLASH) {
    // A run of backslashes is one, so that JSON in JSON is read at any depth: `"`, `'`, `/`, then line breaks and the like.
    if (code === BACKSLASH || code === 34 || code === 39 || code === 47) return [2, code];
    if (code === 110 || code === 114 || code === 116 || code === 98 || code === 102) return [2, 10];
  }
  if (code === 59) return entityAtEnd(codes);
  if (code >= 0xdc00 && code < 0xe000 && before !== undefined && before >= 0xd800 && before < 0xdc00) {
    return [2, (before - 0xd800) * 0x400 + code - 0xdc00 + 0x10000];
  }
  return code >= 0x80 && code < 0xc0 ? utf8AtEnd(codes) : undefined;
}

function hexAtEnd(codes: readonly number[], digits: number, size: number): [number, number] | undefined {
  let value = 0;
  for (let at = codes.length - digits; at < codes.length; at++) {
    const digit = digitOf(codes[at] as number);
    if (digit < 0) return undefined;
    value = value * 16 + digit;
  }
  return [size, value];
}

function digitOf(code: number): number {
  if (code >= 48 && code < 58) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter < 103 ? letter - 87 : -1;
}

function entityAtEnd(codes: readonly number[]): [number, number] | undefined {
  const end = codes.length - 1;
  let name = "";
  for (let at = end - 1; at >= 0 && name.length < LONGEST_ENTITY; at--) {
    const code = codes[at] as number;
    if (code === AMPERSAND) {
      const spelled = entity(name);
      return spelled === undefined ? undefined : [end - at + 1, spelled];
    }
    const character = String.fromCharCode(code);
    if (!/[a-z0-9#]/i.test(character)) break;
    name = character + name;
  }
  return undefined;
}

function entity(name: string): number | undefined {
  const [, hex, digits] = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(name) ?? [];
  if (hex ?? digits) {
    const code = hex ? Number.parseInt(hex, 16) : Number(digits);
    return code > 0x10ffff ? undefined : code;
  }
  const mark = named(MARKS, name.slice(1));
  const character = mark ? `${name[0]}${mark}`.normalize() : named(NAMED, name.toLowerCase());
  return character?.length === 1 ? character.charCodeAt(0) : undefined;
}

function named(table: string, name: string): string | undefined {
  const at = table.indexOf(` ${name}`) + name.length + 1;
  return name !== "" && at > name.length && table[at + 1] === " " ? table[at] : undefined;
}

/** Bytes stand for characters of their own as well (Latin-1), until they turn out to be UTF-8. */
function utf8AtEnd(codes: readonly number[]): [number, number] | undefined {
  let value = 0;
  for (let size = 1; size <= 4; size++) {
    const byte = codes[codes.length - size] ?? 0;
    const shift = 6 * (size - 1);
    if (byte >= 0xc2 && byte < 0xf5) {
      const whole = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      return whole === size ? [size, value + ((byte & (0xff >> (size + 1))) << shift)] : undefined;
    }
    if (byte < 0x80 || byte >= 0xc0) return undefined;
    value += (byte & 0x3f) << shift;
  }
  return undefined;
}
