import { type JsonValue, listOf, objectOf } from "../../json.ts";
import { isJsonType } from "../body.ts";
import { type DocumentContent, fieldType } from "../document/content.ts";
import type { OpenDocument } from "../document/open-document.ts";
import { objectShape } from "../document/shape.ts";
import { mediaTypeOf } from "../media-type.ts";
import { parseJson } from "../parse-json.ts";
import type { JudgedBody } from "./judgement.ts";
import { deepObject } from "./structured-parameters.ts";

/**
 * The object that a multipart or form-urlencoded body stands for, read by its schema. Prism's own reading knows
 * neither JSON parts nor repeated names, and calls both wrong.
 */
export function formObject(
  document: OpenDocument,
  { schema, encoding }: Pick<DocumentContent, "schema" | "encoding">,
  body: JudgedBody,
): Record<string, JsonValue> | undefined {
  const { properties } = objectShape(document, schema);
  const deep = deepFields(encoding);
  const entries: readonly (readonly [string, JsonValue])[] | undefined =
    body.parts?.map((part) => [part.name ?? "", partValue(part.name ?? "", part.type, part.text)] as const) ??
    body.fields?.flatMap(([name, value]) =>
      deep.has(fieldOf(name))
        ? []
        : fieldValues(document, properties.get(name), encoding[name], value).map(
            (one) => [name, partValue(name, fieldType(encoding[name]), one)] as const,
          ),
    );
  if (entries === undefined) return undefined;
  const result: Record<string, JsonValue> = Object.create(null);
  // A list grows in place: a body may repeat a name as often as it has bytes.
  const lists = new Map<string, JsonValue[]>();
  for (const [name, value] of entries) {
    const property = properties.get(name);
    const [items] = objectShape(document, property).items;
    if (items !== undefined && !isWhole(document, items, value)) {
      const list = lists.get(name) ?? [...listOf(result[name])];
      list.push(coerced(document, items, value));
      lists.set(name, list);
      result[name] = list;
    } else {
      lists.delete(name);
      result[name] = coerced(document, property, value);
    }
  }
  for (const name of body.fields === undefined ? [] : deep) {
    const value = deepObject(document, name, properties.get(name), body.fields ?? []);
    if (value !== undefined) result[name] = coercedWithin(document, properties.get(name), value);
  }
  return result;
}

/** Whether a value is a list itself, and not the item of one: of lists within lists, either may stand in a part. */
function isWhole(document: OpenDocument, items: JsonValue, value: JsonValue): boolean {
  if (!Array.isArray(value)) return false;
  const isOfLists = objectShape(document, items).items.length > 0;
  return !isOfLists || value.every((one) => Array.isArray(one));
}

/** `filter` of `filter[color]`. */
export function fieldOf(name: string): string {
  const open = name.indexOf("[");
  return open > 0 ? name.slice(0, open) : name;
}

/** Names of the fields that are written with brackets. */
export function deepFields(encoding: DocumentContent["encoding"]): ReadonlySet<string> {
  return new Set(Object.keys(encoding).filter((name) => objectOf(encoding[name]).style === "deepObject"));
}

const DELIMITERS: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|" };

/** A list that shares one pair is taken apart. */
function fieldValues(
  document: OpenDocument,
  schema: JsonValue | undefined,
  encoding: JsonValue | undefined,
  value: string,
): readonly string[] {
  const { style = "form", explode = style === "form" } = objectOf(encoding);
  const isOne = explode === true || objectShape(document, schema).items.length === 0;
  return isOne || fieldType(encoding) !== undefined ? [value] : value.split(DELIMITERS[String(style)] ?? ",");
}

/** All that a field with brackets says is text. */
function coercedWithin(document: OpenDocument, schema: JsonValue | undefined, value: JsonValue): JsonValue {
  const { properties, rest, items } = objectShape(document, schema);
  if (Array.isArray(value)) return value.map((one) => coercedWithin(document, items[0], one));
  if (typeof value !== "object" || value === null) return coerced(document, schema, value);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      coercedWithin(document, properties.get(name) ?? rest, one ?? null),
    ]),
  );
}

function partValue(name: string, type: string | undefined, text: string): JsonValue {
  if (type === undefined || !isJsonType(mediaTypeOf(type))) return text;
  return parseJson(text, ["body", name]) ?? text;
}

/** Text becomes what the schema asks for, where it can. */
function coerced(document: OpenDocument, schema: JsonValue | undefined, value: JsonValue): JsonValue {
  if (typeof value !== "string") return value;
  const { type } = objectOf(document.resolve(schema));
  const types = typeof type === "string" ? [type] : listOf(type);
  if (types.includes("string")) return value;
  if (
    (types.includes("number") || types.includes("integer")) &&
    value.trim() !== "" &&
    !Number.isNaN(Number(value))
  )
    return Number(value);
  if (types.includes("boolean") && (value === "true" || value === "false")) return value === "true";
  // What has no style is JSON (OpenAPI 3.1.1, "Encoding Object").
  if (
    types.includes("object") ||
    types.includes("array") ||
    (types.length === 0 && isObjectSchema(document, schema))
  )
    return parseJson(value, ["body"]) ?? value;
  return value;
}

function isObjectSchema(document: OpenDocument, schema: JsonValue | undefined): boolean {
  return objectShape(document, schema).properties.size > 0;
}
