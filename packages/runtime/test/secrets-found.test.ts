import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeScrubber } from "../src/secrets/scrubber.ts";

type Spell = (text: string) => string;

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, "0");
const each =
  (spell: (character: string) => string): Spell =>
  (text) =>
    [...text].map(spell).join("");
const special =
  (spell: (character: string) => string): Spell =>
  (text) =>
    text.replace(/[^\w-]/gu, spell);
const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
const json: Spell = (text) => JSON.stringify(text).slice(1, -1);
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
const SPELLINGS: Readonly<Record<string, Spell>> = {
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
const LATIN: Readonly<Record<string, Spell>> = {
  "a URL in Latin-1": special((one) => `%${hex(codeOf(one), 2).toUpperCase()}`),
  "UTF-8 read as Latin-1": (text) => Buffer.from(text).toString("latin1"),
};

const SECRETS = [
  "sk_live_0123456789abcdef",
  "opaque/Key+abc==",
  "bk_live/Zm9v/YmFy+c2Vj(one)!*'",
  "p&ss<w>o'r\"d",
  "with a space and + plus",
  "back\\slash\\\\es",
  '\\"quoted\\"',
  "percent%41%2Fin%%it",
  "Zoë-Ångström-ñçéü",
  "&amp;&#47;entities;",
  "\\u0041\\n\\escapes",
  "a".repeat(40),
  "{[(|^$.*+?)]}#@,:;`~",
];
const WIDE = ["пароль-0123", "p€ss-wörd-ß", "key-😀-emoji"];

/** What stands around it. */
const PLACES: readonly (readonly [before: string, after: string])[] = [
  ["<", ">"],
  ["", ""],
  ["unknown key ", ", sorry"],
  ['{"key":"', '"}'],
  ['{\\"key\\":\\"', '\\"}'],
  ["https://a.test/?key=", "&b=1"],
  ["key%3D", "%26b%3D1"],
  ["%22", "%22"],
  ["&lt;", "&gt;"],
  ["&quot;", "&quot;"],
  ["line\\n", "\\nline"],
];

const spellings = Object.entries(SPELLINGS);
const latin = Object.entries({ ...SPELLINGS, ...LATIN });

describe.each(latin)("a secret that is written as %s", (_, spell) => {
  it.each(SECRETS)("is found: %s", (secret) => {
    const { text } = makeScrubber(["another secret", secret, "yet another one"]);
    for (const [before, after] of PLACES) {
      expect(text(before + spell(secret) + after)).toBe(`${before}[redacted]${after}`);
      // Two of them without anything between them are one, where the end of the secret is its beginning too.
      if (before === "") continue;
      expect(text((before + spell(secret) + after).repeat(2))).toBe(`${before}[redacted]${after}`.repeat(2));
    }
  });
});

describe.each(spellings)("a secret beyond Latin-1 that is written as %s", (_, spell) => {
  it.each(WIDE)("is found: %s", (secret) => {
    for (const [before, after] of PLACES) {
      expect(makeScrubber([secret]).text(before + spell(secret) + after)).toBe(`${before}[redacted]${after}`);
    }
  });
});

const foreign =
  (put: (letter: string) => string): Spell =>
  (text) =>
    text.replace(/[^\0-\x7f]/gu, put);
const html = special((one) => `&#${codeOf(one)};`);
/** Servers that know other letters than those of the secret, and put something in their place. */
const GARBLED: Readonly<Record<string, Spell>> = {
  "Latin-1, which is read as UTF-8": foreign(() => "\ufffd"),
  "what ASCII has for a letter": foreign(() => "?"),
  "what ASCII has for a byte": foreign((one) => "?".repeat(Buffer.byteLength(one))),
  "bytes that were replaced": foreign((one) => "\ufffd".repeat(Buffer.byteLength(one))),
  "bytes that were replaced, in HTML": (text) =>
    html(foreign((one) => "\ufffd".repeat(Buffer.byteLength(one)))(text)),
  "letters of ASCII in JSON": (text) => json(foreign(() => "?")(text)),
  "UTF-8 read as Windows-1252": (text) => new TextDecoder("windows-1252").decode(Buffer.from(text)),
  "capital letters": (text) => text.replace(/[ëöñçéü]/g, (letter) => letter.toUpperCase()),
};

describe.each(Object.entries(GARBLED))("a secret that became %s", (_, spell) => {
  it.each(["Zoë-Ångström-ñçéü", "p€ss-wörd-ß!", "key-😀-emoji"])("is found: %s", (secret) => {
    for (const [before, after] of PLACES) {
      expect(makeScrubber([secret]).text(before + spell(secret) + after)).toBe(`${before}[redacted]${after}`);
    }
  });
});

it("takes no letters for a secret of which they tell nothing", () => {
  const { text } = makeScrubber(["пароль-секретный", "密码密码密码密码密码"]);
  for (const said of [
    "Неверный-запрос",
    "出了什么问题？请再试一次",
    "why????????????",
    "a\ufffd\ufffd-\ufffd\ufffd",
  ]) {
    expect(text(said)).toBe(said);
  }
});

describe("a secret with a backslash", () => {
  it.each(["abc\\{defgh", "\\+abcdefg", "a\\\\b\\{cdefgh", "abcdefgh\\{"])(
    "is found where what follows is escaped: %s",
    (secret) => {
      const { text } = makeScrubber([secret]);
      for (const [, spell] of spellings) {
        for (const own of ["\\", "\\\\", "%5C", "\\u005c", "&#92;"]) {
          const said = [...secret].map((one) => (one === "\\" ? own : spell(one))).join("");
          expect(text(`<${said}>`)).toBe("<[redacted]>");
        }
      }
    },
  );
});

describe("a secret", () => {
  it.each([
    ["!  \\ \u{10000} !", "!%2B%20%25255C\\x20\\\\uD800\\\\uDC00\\040!"],
    ["abcde\\y\u{1f600}", "abcde%5C\\x79\\ud83d\\ude00"],
  ])("whose eighth unit is half of a character is found: %j", (secret, spelled) => {
    expect(makeScrubber([secret]).text(`<${spelled}>`)).toBe("<[redacted]>");
  });

  it("is found whatever it is made of, and however each of its characters is spelled", () => {
    const ways = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(
        // Of a short one, a backslash before the backslash of an escape cannot be told from an escape of the rest.
        fc
          .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
          .filter((text) => text.trim() === text)
          .filter((text) => !text.includes("\\") || text.replaceAll("\\", "").length >= 8),
        ways,
        (secret, choice) => {
          const spelled = [...secret].map((one) => {
            const [, spell] = spellings[(choice.next().value as number) % spellings.length] as [
              string,
              Spell,
            ];
            return spell(one);
          });
          expect(makeScrubber([secret]).text(`<${spelled.join("")}>`)).toBe("<[redacted]>");
        },
      ),
      { numRuns: 2000 },
    );
  });
});
