import { type JsonValue, listOf, objectOf, textOf } from "@trunkline/document";
import type { RecordedBody, RecordedPart } from "@trunkline/mock";
import { fieldType, type OpenDocument, objectShape } from "@trunkline/mock/document";
import { differences, show } from "./differences.ts";
import { exampleBytes, exampleFile, isBinary } from "./files.ts";
import type { Intent } from "./intent.ts";
import { requestContent } from "./samples.ts";
import { type Pair, queryPairs, text } from "./wire.ts";

/** Where the body on the wire differs from the one that was meant. */
export function compareBody(actual: RecordedBody | undefined, intent: Intent): readonly string[] {
  const { body } = intent.sample;
  const sent = actual !== undefined && actual.bytes.length > 0;
  if (body === undefined) return sent ? [`body is ${show(actual.text)}, expected none`] : [];
  const { value } = body.example;
  const optional = intent.target.operation.body?.required !== true;
  if (!sent) {
    // An empty object says nothing: an optional body without fields may as well not be sent, and a form without any is empty.
    const maySayNothing = optional || isForm(body.type);
    const nothing = maySayNothing && Object.keys(objectOf(value)).length === 0 && !Array.isArray(value);
    return nothing ? [] : [`body is missing, expected ${show(value)}`];
  }
  const problems =
    actual.type === body.type || body.type === "*/*"
      ? []
      : [`content-type is ${show(actual.type)}, expected ${body.type}`];
  if (body.type.startsWith("multipart/")) return [...problems, ...compareParts(actual, intent, value)];
  if (isForm(body.type)) {
    const { encoding = {} } = requestContent(intent.target) ?? {};
    const { lists = "brackets" } = intent.pack.extension;
    const expected = Object.entries(objectOf(value)).flatMap(([name, member = null]) =>
      fieldPairs(name, encoding[name], member, lists),
    );
    return [...problems, ...differences(actual.fields, expected, "body")];
  }
  if (/[/+]json$/.test(body.type)) return [...problems, ...differences(actual.json, value, "body")];
  const equal = Buffer.compare(Buffer.from(actual.bytes), exampleBytes(value)) === 0;
  return equal
    ? problems
    : [...problems, `body is ${show(actual.text)}, expected the bytes of ${show(value)}`];
}

function isForm(type: string): boolean {
  return type === "application/x-www-form-urlencoded";
}

/**
 * Style and explode where the encoding names one of them; else a list is a field for each element unless it travels as
 * JSON, and an object is JSON.
 */
function fieldPairs(
  name: string,
  encoding: JsonValue | undefined,
  value: JsonValue,
  lists: "brackets" | "indices",
): readonly Pair[] {
  const { style, explode, allowReserved } = objectOf(encoding);
  if ([style, explode, allowReserved].some((one) => one !== undefined)) {
    const named = textOf(style) ?? "form";
    const isExploded = typeof explode === "boolean" ? explode : named === "form";
    return queryPairs({ name, style: named, explode: isExploded, content: undefined, lists }, value);
  }
  const type = fieldType(encoding)?.split(";")[0]?.trim() ?? "";
  const values = Array.isArray(value) && !/[/+]json$/.test(type) ? value : [value];
  return values.map((one: JsonValue) => [name, text(one)] as const);
}

type Part = Pick<RecordedPart, "name" | "filename" | "type" | "text">;

function compareParts(actual: RecordedBody, intent: Intent, value: JsonValue): readonly string[] {
  const expected = Object.entries(objectOf(value)).flatMap(([name, member]) =>
    expectedParts(intent, name, member ?? null),
  );
  const parts = actual.parts ?? [];
  const order = (a: Part, b: Part): number => String(a.name).localeCompare(String(b.name));
  const seen = parts.map(
    ({ name, filename, type, text: content }): Part => ({ name, filename, type, text: content }),
  );
  // Parts of one name keep their order, which means something; names among each other do not.
  return differences(seen.sort(order).map(withoutCharset), expected.sort(order).map(withoutCharset), "parts");
}

function withoutCharset(part: Part): Part {
  // A charset beside text/plain or JSON says what is true anyway.
  return { ...part, type: part.type?.split(";")[0]?.trim() };
}

function expectedParts(intent: Intent, name: string, value: JsonValue): readonly Part[] {
  const { document } = intent.pack;
  const content = requestContent(intent.target);
  const schema = objectShape(document, content?.schema).properties.get(name);
  const encoding = objectOf(content?.encoding[name]);
  const type = textOf(encoding.contentType)?.split(",")[0];
  const [items] = objectShape(document, schema).items;
  if (!Array.isArray(value)) return [onePart(document, schema, name, value, type, name)];
  return listOf(value).map((item, index) => onePart(document, items, name, item, type, `${name}-${index}`));
}

function onePart(
  document: OpenDocument,
  schema: JsonValue | undefined,
  name: string,
  value: JsonValue,
  type: string | undefined,
  fileName: string,
): Part {
  if (isBinary(document, schema)) {
    const file = exampleFile(document, schema, fileName, value);
    return { name, filename: file.name, type: file.type, text: exampleBytes(value).toString("utf8") };
  }
  const isObject = typeof value === "object" && value !== null;
  return {
    name,
    filename: undefined,
    type: type ?? (isObject ? "application/json" : undefined),
    text: isJsonType(type) ? JSON.stringify(value) : text(value),
  };
}

function isJsonType(type: string | undefined): boolean {
  return /[/+]json$/.test(type?.split(";")[0]?.trim() ?? "");
}
