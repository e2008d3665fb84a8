import { type JsonValue, listOf, objectOf } from "@trunkline/document";
import { isJsonType } from "../body.ts";
import { type DocumentContent, fieldType } from "../document/content.ts";
import type { OpenDocument } from "../document/open.ts";
import { objectShape } from "../document/shape.ts";
import { mediaTypeOf } from "../media-type.ts";
import { parseJson } from "../parse-json.ts";
import type { JudgedBody } from "./judgement.ts";

/**
 * The object that a multipart or form-urlencoded body stands for, read by its schema. Prism's own reading knows
 * neither JSON parts nor repeated names, and calls both wrong.
 */
export function formObject(
  document: OpenDocument,
  { schema, encoding }: Pick<DocumentContent, "schema" | "encoding">,
  body: JudgedBody,
): Record<string, JsonValue> | undefined {
  const entries: readonly (readonly [string, JsonValue])[] | undefined =
    body.parts?.map((part) => [part.name ?? "", partValue(part.name ?? "", part.type, part.text)] as const) ??
    body.fields?.map(([name, value]) => [name, partValue(name, fieldType(encoding[name]), value)] as const);
  if (entries === undefined) return undefined;
  const { properties } = objectShape(document, schema);
  const result: Record<string, JsonValue> = Object.create(null);
  // A list grows in place: a body may repeat a name as often as it has bytes.
  const lists = new Map<string, JsonValue[]>();
  for (const [name, value] of entries) {
    const property = properties.get(name);
    const [items] = objectShape(document, property).items;
    if (items !== undefined && !Array.isArray(value)) {
      const list = lists.get(name) ?? [...listOf(result[name])];
      list.push(coerced(document, items, value));
      lists.set(name, list);
      result[name] = list;
    } else {
      lists.delete(name);
      result[name] = coerced(document, property, value);
    }
  }
  return result;
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
  return value;
}
