/** A text as the characters that it spells, each with the place where it stands. */
export interface Spelled {
  readonly text: string;
  /** How many characters there are. */
  readonly size: number;
  /** What is not there is the text's own: each of its characters spells itself. */
  readonly codes?: Uint32Array;
  readonly starts?: Uint32Array;
  readonly ends?: Uint32Array;
  /** A backslash was in it, however it was spelled. */
  readonly hasBackslash?: boolean;
}

export const BACKSLASH = 92;
const PERCENT = 37;
const AMPERSAND = 38;
const QUESTION = 63;
const LONGEST_ENTITY = 40;
/** Characters by their entities, a name before one that it begins; those that keys are likely to hold. */
const NAMED =
  " amp& lt< gt> quot\" apos' plus+ sol/ equals= comma, commat@ num# dollar$ percnt% excl! ast* lpar( rpar) period. colon: semi; quest? lsqb[ lbrack[ rsqb] rbrack] lowbar_ lcub{ lbrace{ rcub} rbrace} verbar| vert| hat^ grave` bsol\\ nbsp+ szlig\u00df pound\u00a3 sect\u00a7 euro\u20ac ";
/** The same of marks over and under letters, as in `&euml;`. */
const MARKS = " grave\u0300 acute\u0301 circ\u0302 tilde\u0303 uml\u0308 ring\u030a cedil\u0327 ";

/** Each character by itself. */
export function readPlain(text: string): Spelled {
  return { text, size: text.length };
}

/** A character of those that were read; undefined before the first and behind the last. */
export function codeAt({ text, size, codes }: Spelled, at: number): number | undefined {
  if (at < 0 || at >= size) return undefined;
  return codes ? codes[at] : text.charCodeAt(at);
}

/**
 * Reads the escapes of URLs, forms, HTML, JSON and UTF-8, in any mixture and however deep in each other: each character
 * is put at the end, and an escape that ends there becomes what it spells, which may end another one. Nothing is looked
 * at twice but a few characters at the end, so that the time grows with the text and no faster.
 *
 * What is not an escape stays. A text that holds escapes is read the same whether it was escaped once more or not, so that
 * what is looked for has to be read as well.
 */
export function readSpelled(text: string): Spelled {
  return readEscapes(readPlain(text), spelledAtEnd);
}

/** A character that is left out. */
const LEFT_OUT = -1;

function readEscapes(read: Spelled, atEnd: (codes: Uint32Array, size: number) => Found): Spelled {
  const codes = new Uint32Array(read.size);
  const starts = new Uint32Array(read.size);
  const ends = new Uint32Array(read.size);
  let size = 0;
  let hasBackslash = false;
  for (let at = 0; at < read.size; at++) {
    let code = codeAt(read, at) as number;
    let start = read.starts?.[at] ?? at;
    const end = read.ends?.[at] ?? at + 1;
    for (;;) {
      hasBackslash ||= code === BACKSLASH;
      codes[size] = code;
      starts[size] = start;
      ends[size] = end;
      size += 1;
      const found = atEnd(codes, size);
      if (!found) break;
      size -= found[0];
      code = found[1];
      start = starts[size] as number;
      if (code === LEFT_OUT) break;
    }
  }
  return { text: read.text, size, codes, starts, ends, hasBackslash };
}

/**
 * The same for texts where one backslash meets another: a secret's own that stands before an escape, and escapes whose
 * backslash is escaped itself, look alike. So no backslash takes another one with it, those that are left are taken out,
 * and what was an escape but for them is one.
 *
 * @param octal three digits may be an escape, too; a secret may hold digits behind a backslash of its own
 */
export function readBare(text: string, octal: boolean): Spelled {
  const apart = readEscapes(readPlain(text), (codes, size) => codedAtEnd(codes, size, octal));
  return readEscapes(apart, bareAtEnd);
}

/** A character that is part of the one before. */
const JOINED = -1;

/** The same with other characters, each of which knows still where it stood. */
function reread(read: Spelled, change: (code: number, before: number | undefined) => number): Spelled {
  const codes = new Uint32Array(read.size);
  const starts = new Uint32Array(read.size);
  const ends = new Uint32Array(read.size);
  let size = 0;
  for (let at = 0; at < read.size; at++) {
    const code = change(codeAt(read, at) as number, codes[size - 1]);
    if (code !== JOINED) {
      codes[size] = code;
      starts[size] = read.starts?.[at] ?? at;
      size += 1;
    }
    ends[size - 1] = read.ends?.[at] ?? at + 1;
  }
  return { text: read.text, size, codes, starts, ends };
}

/**
 * The same with one mark for each run of what servers put in place of letters that they cannot read or write: `?`, the
 * replacement character, and all letters outside ASCII, of which one is taken for another.
 */
export function readGarbled(read: Spelled): Spelled {
  return reread(read, (code, before) => {
    const shown = code > 0x7f ? QUESTION : code;
    return shown === QUESTION && before === QUESTION ? JOINED : shown;
  });
}

/** Where an escape begins that the end of the text cuts off; the size where there is none. */
export function cutEscape(read: Spelled): number {
  for (let at = read.size - 1; at > read.size - LONGEST_ENTITY; at--) {
    const code = codeAt(read, at);
    if (code === PERCENT || code === AMPERSAND || code === BACKSLASH) return at;
    if (!isWord(code) && code !== 35) break;
  }
  return read.size;
}

/** Letters, digits, `_` and `-` are what words are made of. */
export function isWord(code = 0): boolean {
  return code > 0x7f || /[\w-]/.test(String.fromCharCode(code));
}

type Found = readonly [size: number, code: number] | undefined;

/** How many characters at the end spell another one, and that one. */
function spelledAtEnd(codes: Uint32Array, size: number): Found {
  const code = codes[size - 1] as number;
  if (size > 1 && codes[size - 2] === BACKSLASH) {
    // A run of backslashes is one, so that JSON in JSON is read at any depth. Line breaks and the like part words.
    if (code === BACKSLASH || code === 34 || code === 39 || code === 47) return [2, code];
    if (code === 110 || code === 114 || code === 116 || code === 98 || code === 102) return [2, 10];
  }
  return codedAtEnd(codes, size, true);
}

/** The same of escapes that say which character it is. */
function codedAtEnd(codes: Uint32Array, size: number, octal: boolean): Found {
  const last = size - 1;
  const code = codes[last] as number;
  const before = last > 0 ? codes[last - 1] : 0;
  if (last > 1 && digitOf(code) >= 0) {
    // The `x` and the `u` of `\x2f` and `\u002f`; `%u002f` is what `escape()` writes.
    const found =
      (codes[last - 2] === PERCENT && hexAtEnd(codes, size, 2, 3)) ||
      (codes[last - 2] === 120 && codes[last - 3] === BACKSLASH && hexAtEnd(codes, size, 2, 4)) ||
      (codes[last - 4] === 117 &&
        (codes[last - 5] === BACKSLASH || codes[last - 5] === PERCENT) &&
        hexAtEnd(codes, size, 4, 6)) ||
      (octal && codes[last - 3] === BACKSLASH && octalAtEnd(codes, size)) ||
      (codes[last - 8] === 85 && codes[last - 9] === BACKSLASH && hexAtEnd(codes, size, 8, 10));
    return found || undefined;
  }
  if (code === 125) return bracedAtEnd(codes, size);
  if (code === 59) return entityAtEnd(codes, size);
  if (code >= 0xdc00 && code < 0xe000 && before !== undefined && before >= 0xd800 && before < 0xdc00) {
    return [2, (before - 0xd800) * 0x400 + code - 0xdc00 + 0x10000];
  }
  return code >= 0x80 && code < 0xc0 ? utf8AtEnd(codes, size) : undefined;
}

/** The same where no backslash is left, and escapes are what they are without it. */
function bareAtEnd(codes: Uint32Array, size: number): Found {
  const last = size - 1;
  const code = codes[last] as number;
  if (code === BACKSLASH) return [1, LEFT_OUT];
  const isDigit = digitOf(code) >= 0;
  // `&#x2f;` has an `x` of its own.
  const found =
    isDigit &&
    ((codes[last - 2] === 120 && codes[last - 3] !== 35 && hexAtEnd(codes, size, 2, 3)) ||
      (codes[last - 4] === 117 && codes[last - 5] !== PERCENT && hexAtEnd(codes, size, 4, 5)) ||
      (codes[last - 8] === 85 && hexAtEnd(codes, size, 8, 9)));
  return found || codedAtEnd(codes, size, false);
}

function hexAtEnd(codes: Uint32Array, size: number, digits: number, whole: number): Found {
  let value = 0;
  for (let at = size - digits; at < size; at++) {
    const digit = digitOf(codes[at] as number);
    if (digit < 0) return undefined;
    value = value * 16 + digit;
  }
  return [whole, value];
}

/** `\057`, as languages of C's family and databases show bytes. */
function octalAtEnd(codes: Uint32Array, size: number): Found {
  const digits = tailOf(codes, size, 3);
  return /^[0-3][0-7]{2}$/.test(digits) ? [4, Number.parseInt(digits, 8)] : undefined;
}

/** `\x{2f}` and `\u{2f}`. */
function bracedAtEnd(codes: Uint32Array, size: number): Found {
  const [whole, digits = ""] = /\\?[xu]\{([\da-f]{1,8})\}$/i.exec(tailOf(codes, size, 12)) ?? [];
  return whole === undefined ? undefined : [whole.length, Number.parseInt(digits, 16)];
}

function tailOf(codes: Uint32Array, size: number, length: number): string {
  return String.fromCharCode(...codes.subarray(Math.max(0, size - length), size));
}

function digitOf(code: number): number {
  if (code >= 48 && code < 58) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter < 103 ? letter - 87 : -1;
}

function entityAtEnd(codes: Uint32Array, size: number): Found {
  let name = "";
  for (let at = size - 2; at >= 0 && name.length < LONGEST_ENTITY; at--) {
    const code = codes[at] as number;
    if (code === AMPERSAND) {
      const spelled = entity(name);
      return spelled ? [size - at, spelled] : undefined;
    }
    if (!isWord(code) && code !== 35) return undefined;
    name = String.fromCharCode(code) + name;
  }
  return undefined;
}

function entity(name: string): number | undefined {
  if (name[0] === "#") {
    const code = Number(name.slice(1).replace(/^x/i, "0x"));
    return code > 0 && code <= 0x10ffff ? code : undefined;
  }
  const mark = lookUp(MARKS, name.slice(1));
  const spelled = mark ? `${name[0]}${mark}`.normalize() : lookUp(NAMED, name.toLowerCase());
  return spelled?.length === 1 ? spelled.charCodeAt(0) : undefined;
}

function lookUp(table: string, name: string): string | undefined {
  const at = table.indexOf(` ${name}`) + name.length + 1;
  return at > name.length && table[at + 1] === " " ? table[at] : undefined;
}

/** Bytes stand for characters of their own as well (Latin-1), until they turn out to be UTF-8. */
function utf8AtEnd(codes: Uint32Array, size: number): Found {
  let value = 0;
  for (let count = 1; count <= 4 && count <= size; count++) {
    const byte = codes[size - count] as number;
    const shift = 6 * (count - 1);
    if (byte >= 0xc2 && byte < 0xf5) {
      const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      return length === count ? [length, value + ((byte & (0xff >> (length + 1))) << shift)] : undefined;
    }
    if (byte < 0x80 || byte >= 0xc0) return undefined;
    value += (byte & 0x3f) << shift;
  }
  return undefined;
}
