import type { JsonObject } from "../json.ts";

/** Texts of a format, the one that a person would choose first; and whether it grows at its start or its end. */
const formats: Readonly<Record<string, (index: number) => readonly string[]>> = {
  "date-time": (index) => [`2026-01-${day(index)}T03:04:05Z`],
  date: (index) => [`2026-01-${day(index)}`],
  time: (index) => [`03:04:${day(index)}Z`],
  duration: (index) => [`P${index + 1}D`],
  uuid: (index) => [`123e4567-e89b-42d3-a456-4266141${String(74000 + (index % 1000)).padStart(5, "0")}`],
  email: (index) => [`user${index}@example.com`, `u${index}@a.test`, "a@b.co"],
  "idn-email": (index) => [`user${index}@example.com`, "a@b.co"],
  hostname: (index) => [`host${index}.example.com`, `h${index}.test`, "a.co"],
  "idn-hostname": (index) => [`host${index}.example.com`, "a.co"],
  uri: (index) => [`https://example.com/${index}`, `http://a.co/${index}`, "a:b"],
  url: (index) => [`https://example.com/${index}`, `http://a.co/${index}`],
  iri: (index) => [`https://example.com/${index}`],
  "uri-reference": (index) => [`/path/${index}`, "/a"],
  "iri-reference": (index) => [`/path/${index}`, "/a"],
  "uri-template": () => ["https://example.com/{id}", "{id}"],
  ipv4: (index) => [`192.0.2.${(index % 250) + 1}`],
  ipv6: (index) => [`2001:db8::${index + 1}`, "::1"],
  byte: () => ["dGV4dA=="],
  "json-pointer": () => ["/a/0"],
  "relative-json-pointer": () => ["0/a"],
  regex: () => ["^a+$"],
};

/** Makes texts that a pattern matches and that have a length within bounds. */
export type FromPattern = (pattern: string, index: number, least: number, most: number) => string | undefined;

interface StringOptions {
  /** What a text without format or pattern is made of. */
  readonly text: string;
  readonly index: number;
  readonly longest: number;
  readonly fromPattern: FromPattern | undefined;
}

/** A text of a schema; `undefined` where none can be made. */
export function makeString(
  schema: JsonObject,
  { text, index, longest, fromPattern }: StringOptions,
): string | undefined {
  const { format, pattern } = schema;
  const least = typeof schema.minLength === "number" ? schema.minLength : 0;
  const most = typeof schema.maxLength === "number" ? schema.maxLength : Number.POSITIVE_INFINITY;
  if (least > most || least > longest) return undefined;
  const made =
    typeof format === "string" && Object.hasOwn(formats, format) ? formats[format]?.(index) : undefined;
  const plain = index === 0 ? text : `${text}${index}`;
  const grown = (made ?? [plain]).map((one) =>
    grow(one, least, format === "email" || format === "idn-email"),
  );
  const fitting = grown.filter((one) => one.length <= most);
  if (typeof pattern === "string") {
    const matches = matcher(pattern);
    if (matches === undefined || fromPattern === undefined) return undefined;
    return (
      [...fitting, plain, "text", "1"].find(
        (one) => one.length >= least && one.length <= most && matches(one),
      ) ?? fromPattern(pattern, index, least, Math.min(most, longest))
    );
  }
  if (fitting[0] !== undefined) return fitting[0];
  // A text of a format that is cut is not of it.
  return made === undefined ? cut(plain, index, most) : undefined;
}

function grow(text: string, least: number, atStart: boolean): string {
  return atStart ? text.padStart(least, "x") : text.padEnd(least, "x");
}

/** The end stays, because it tells items of a list apart. */
function cut(text: string, index: number, most: number): string {
  return index === 0 ? text.slice(0, most) : text.slice(-most || text.length);
}

function day(index: number): string {
  return String((index % 28) + 1).padStart(2, "0");
}

/** @returns `undefined` for what is not a pattern */
export function matcher(pattern: string): ((text: string) => boolean) | undefined {
  // Not every author writes for Unicode mode.
  for (const flags of ["u", ""]) {
    try {
      const compiled = new RegExp(pattern, flags);
      return (text) => compiled.test(text);
    } catch {}
  }
  return undefined;
}
