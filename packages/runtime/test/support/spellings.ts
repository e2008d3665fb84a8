/** A way to write a text. */
export type Spell = (text: string) => string;

export const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, "0");
const each =
  (spell: (character: string) => string): Spell =>
  (text) =>
    [...text].map(spell).join("");
/** Every character but letters, digits, `_` and `-`. */
export const special =
  (spell: (character: string) => string): Spell =>
  (text) =>
    text.replace(/[^\w-]/gu, spell);
export const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
export const json: Spell = (text) => JSON.stringify(text).slice(1, -1);
const utf8 = (text: string): string[] => [...Buffer.from(text)].map((byte) => hex(byte, 2));
const units = (text: string): string[] => text.split("").map((unit) => hex(unit.charCodeAt(0), 4));
const NAMES: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
  "+": "plus",
  "/": "sol",
  "=": "equals",
  "@": "commat",
  "#": "num",
  $: "dollar",
  "%": "percnt",
  "!": "excl",
  "(": "lpar",
  ")": "rpar",
  ";": "semi",
  ":": "colon",
  "?": "quest",
  ".": "period",
  ",": "comma",
  "*": "ast",
  "{": "lcub",
  "|": "verbar",
  "}": "rcub",
  "[": "lsqb",
  "]": "rsqb",
  "\\": "bsol",
  "^": "Hat",
  "`": "grave",
  ë: "euml",
  é: "eacute",
  ü: "uuml",
  Å: "Aring",
  ñ: "ntilde",
  ç: "ccedil",
  ß: "szlig",
  "€": "euro",
};

/** How servers write a text that they repeat. */
export const SPELLINGS: Readonly<Record<string, Spell>> = {
  "as it is": (text) => text,
  "a URL": encodeURIComponent,
  "a URL in lower case": (text) => encodeURIComponent(text).replace(/%../g, (byte) => byte.toLowerCase()),
  "every byte of a URL": (text) =>
    utf8(text)
      .map((byte) => `%${byte}`)
      .join(""),
  "a URL in a URL": (text) => encodeURIComponent(encodeURIComponent(text)),
  "a URL in a URL in a URL": (text) => encodeURIComponent(encodeURIComponent(encodeURIComponent(text))),
  "a form": (text) => new URLSearchParams({ a: text }).toString().slice(2),
  "a form in a URL": (text) => encodeURIComponent(new URLSearchParams({ a: text }).toString().slice(2)),
  "escape()": (text) => escape(text),
  "HTML, decimal": special((one) => `&#${codeOf(one)};`),
  "HTML, decimal, padded": special((one) => `&#${String(codeOf(one)).padStart(7, "0")};`),
  "HTML, hex": special((one) => `&#x${hex(codeOf(one), 1)};`),
  "HTML, hex in upper case": special((one) => `&#X${hex(codeOf(one), 1).toUpperCase()};`),
  "HTML, hex, padded": special((one) => `&#x${hex(codeOf(one), 6)};`),
  "HTML, every character": each((one) => `&#${codeOf(one)};`),
  "HTML, named": special((one) => (NAMES[one] ? `&${NAMES[one]};` : one)),
  "HTML in HTML": special((one) => `&amp;#${codeOf(one)};`),
  "HTML as PHP has it": (text) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#039;"),
  JSON: json,
  "JSON in JSON": (text) => json(json(text)),
  "JSON in JSON in JSON": (text) => json(json(json(text))),
  "JSON of PHP": (text) => json(text).replaceAll("/", "\\/"),
  "JSON of PHP in JSON": (text) => json(json(text).replaceAll("/", "\\/")),
  "JSON of .NET": special((one) =>
    units(one)
      .map((unit) => `\\u${unit.toUpperCase()}`)
      .join(""),
  ),
  "JSON of .NET in JSON": special((one) =>
    units(one)
      .map((unit) => `\\\\u${unit.toUpperCase()}`)
      .join(""),
  ),
  "JSON of Go": (text) => json(text).replace(/[&<>]/g, (one) => `\\u00${hex(codeOf(one), 2)}`),
  "a URL in HTML": (text) => encodeURIComponent(text).replace(/%/g, "&#37;"),
  "HTML in JSON": (text) => json(special((one) => `&#x${hex(codeOf(one), 1)};`)(text)),
  "a URL in JSON in JSON": (text) => json(json(encodeURIComponent(text))),
  JavaScript: special((one) =>
    utf8(one)
      .map((byte) => `\\x${byte}`)
      .join(""),
  ),
  "C, in octal": special((one) =>
    utf8(one)
      .map((byte) => `\\${Number.parseInt(byte, 16).toString(8).padStart(3, "0")}`)
      .join(""),
  ),
  Perl: special((one) => `\\x{${hex(codeOf(one), 1)}}`),
  "JavaScript, by code points": special((one) => `\\u{${hex(codeOf(one), 1).toUpperCase()}}`),
  "Python, by code points": special((one) => `\\U${hex(codeOf(one), 8)}`),
  "Perl in JSON in JSON": (text) => json(json(special((one) => `\\x{${hex(codeOf(one), 1)}}`)(text))),
};
/** Servers that are older than UTF-8; what Latin-1 does not have they do not write. */
export const LATIN: Readonly<Record<string, Spell>> = {
  "a URL in Latin-1": special((one) => `%${hex(codeOf(one), 2).toUpperCase()}`),
  "UTF-8 read as Latin-1": (text) => Buffer.from(text).toString("latin1"),
};

/** The same of every character, of which servers write most as they are. */
export const WHOLE: Readonly<Record<string, Spell>> = {
  "JavaScript, every byte": each((one) =>
    utf8(one)
      .map((byte) => `\\x${byte}`)
      .join(""),
  ),
  "JSON, every unit": each((one) =>
    units(one)
      .map((unit) => `\\u${unit}`)
      .join(""),
  ),
  "escape(), every unit": each((one) =>
    units(one)
      .map((unit) => `%u${unit}`)
      .join(""),
  ),
  "Perl, every character": each((one) => `\\x{${hex(codeOf(one), 1)}}`),
  "HTML, every character in hex": each((one) => `&#x${hex(codeOf(one), 1)};`),
};
