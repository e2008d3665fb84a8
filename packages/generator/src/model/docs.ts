import { field, type JsonObject, type JsonValue, listField, stringField } from "@trunkline/document";
import type { Docs } from "./type-nodes.ts";

/** What a schema says to its reader; `outer` (a parameter, a `$ref` with siblings) goes before it. */
export function docsOf(schema: JsonObject, outer: JsonObject = schema): Docs {
  // The title of what is referred to says what its type's name says already.
  const title = outer === schema ? stringField(schema, "title") : stringField(outer, "title");
  const text = stringField(outer, "description") ?? stringField(schema, "description") ?? title;
  return {
    text,
    facts: facts(schema, text ?? ""),
    bounds: bounds(schema).filter((sentence) => !isSaid(sentence, text ?? "")),
    default: field(outer, "default") ?? field(schema, "default"),
    example: exampleOf(outer) ?? exampleOf(schema),
    deprecated: field(outer, "deprecated") === true || field(schema, "deprecated") === true,
  };
}

export const noDocs: Docs = {
  text: undefined,
  facts: [],
  bounds: [],
  default: undefined,
  example: undefined,
  deprecated: false,
};

export function exampleOf(node: JsonObject): JsonValue | undefined {
  const single = field(node, "example");
  if (single !== undefined) return single;
  const many = field(node, "examples");
  return Array.isArray(many) ? many[0] : undefined;
}

const formats: Readonly<Record<string, readonly [sentence: string, known: RegExp]>> = {
  date: ["Date (`YYYY-MM-DD`).", /YYYY-MM-DD|ISO 8601|RFC 3339/i],
  "date-time": ["RFC 3339 date and time.", /RFC 3339|ISO 8601|date-time|timestamp/i],
  time: ["RFC 3339 time.", /RFC 3339|ISO 8601/i],
  duration: ["ISO 8601 duration.", /ISO 8601/i],
  uuid: ["UUID.", /\bUUID/i],
  uri: ["URL.", /\bUR[LI]|\blink\b|address|https?:/i],
  url: ["URL.", /\bUR[LI]|\blink\b|address|https?:/i],
  email: ["Email address.", /e-?mail/i],
  ipv4: ["IPv4 address.", /IPv4/i],
  ipv6: ["IPv6 address.", /IPv6/i],
  byte: ["Base64.", /base64/i],
};

function facts(schema: JsonObject, text: string): string[] {
  const format = stringField(schema, "format") ?? "";
  const known = Object.hasOwn(formats, format) ? formats[format] : undefined;
  return known === undefined || known[1].test(text) ? [] : [known[0]];
}

function bounds(schema: JsonObject): string[] {
  const number = (key: string): number | undefined => {
    const value = field(schema, key);
    return typeof value === "number" ? value : undefined;
  };
  const found = [
    range(number("minimum"), number("maximum"), ""),
    limit("More than", number("exclusiveMinimum")),
    limit("Less than", number("exclusiveMaximum")),
    limit("A multiple of", number("multipleOf")),
    range(number("minLength"), number("maxLength"), "character"),
    range(number("minItems"), number("maxItems"), "item"),
    range(number("minProperties"), number("maxProperties"), "field"),
    field(schema, "uniqueItems") === true ? "No duplicates." : undefined,
    field(schema, "type") === "string" && stringField(schema, "format") === "date"
      ? "Of a `Date` the day in UTC is sent."
      : undefined,
    patternSentence(stringField(schema, "pattern")),
  ];
  return found.filter((sentence) => sentence !== undefined);
}

/** Whether the description names the same numbers, or says "at least one" in its own words. That a range begins at 0 or 1 it need not. */
function isSaid(sentence: string, text: string): boolean {
  if (sentence === "Not empty.") return /at least one|not empty|non-empty|one or more/i.test(text);
  const telling = sentence.replace(/^[01] to (?!1\b)/, "");
  const numbers = sentence.startsWith("Matches") ? [] : (telling.match(/\d+(?:\.\d+)?/g) ?? []);
  const plain = text.replace(/(?<=\d)[,\u2009\u00a0 ](?=\d{3}\b)/g, "");
  return (
    numbers.length > 0 &&
    numbers.every((number) => new RegExp(`(?<![\\d.])${number.replace(".", "\\.")}(?!\\d)`).test(plain))
  );
}

function range(low: number | undefined, high: number | undefined, unit: string): string | undefined {
  const count = (n: number): string => (unit === "" ? `${n}` : `${n} ${unit}${n === 1 ? "" : "s"}`);
  if (low !== undefined && high !== undefined) {
    return low === high ? `Exactly ${count(low)}.` : `${low} to ${count(high)}.`;
  }
  if (high !== undefined) return `At most ${count(high)}.`;
  // "At least 0" or "at least 1" says little of a number, and of a text: not empty.
  if (low === undefined || low === 0 || (low === 1 && unit === "")) return undefined;
  return low === 1 ? "Not empty." : `At least ${count(low)}.`;
}

function limit(words: string, value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${words} ${value}.`;
}

function patternSentence(pattern: string | undefined): string | undefined {
  return pattern === undefined || pattern.length > 60 || pattern.includes("`")
    ? undefined
    : `Matches \`${pattern}\`.`;
}

/** Names of all keys that only describe and never change what a value may be. */
export const annotations: ReadonlySet<string> = new Set(
  (
    "$anchor $comment $id $schema default deprecated description example examples externalDocs readOnly summary title " +
    "writeOnly xml"
  ).split(" "),
);

/** Whether a schema says anything about values, besides describing them. */
export function isStructural(schema: JsonObject): boolean {
  return Object.keys(schema).some((key) => !annotations.has(key) && !key.startsWith("x-"));
}

/** Scalars of an `enum`, without null. */
export function enumValues(schema: JsonObject): readonly (string | number | boolean)[] | undefined {
  if (field(schema, "enum") === undefined) return undefined;
  return listField(schema, "enum").filter(
    (value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean",
  );
}
