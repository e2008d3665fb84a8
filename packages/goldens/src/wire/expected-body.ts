import { isBinary } from "@trunkline/conformance/harness";
import { isObject, type JsonValue, listOf, objectOf, readExtension, textOf } from "@trunkline/document";
import { type DocumentContent, type OpenDocument, objectShape } from "@trunkline/mock/document";
import { essence } from "./sample.ts";
import { type Pair, queryPairs, text } from "./styles.ts";

/** A part of a multipart body; `type` is undefined where the document leaves it open. */
export interface ExpectedPart {
  readonly name: string;
  readonly content: string;
  readonly isFile: boolean;
  readonly type: string | undefined;
}

export type ExpectedBody =
  | { readonly kind: "json"; readonly value: JsonValue }
  | { readonly kind: "form"; readonly pairs: readonly Pair[] }
  | { readonly kind: "parts"; readonly parts: readonly ExpectedPart[] }
  | { readonly kind: "bytes"; readonly bytes: string };

/** What a body must be on the wire, by the document. */
export function expectedBody(
  document: OpenDocument,
  content: DocumentContent,
  value: JsonValue,
): ExpectedBody {
  const type = essence(content.type);
  if (/[/+]json$/.test(type)) return { kind: "json", value };
  if (type === "application/x-www-form-urlencoded") {
    return {
      kind: "form",
      pairs: members(value).flatMap(([name, one]) => formPairs(document, content, name, one)),
    };
  }
  if (type.startsWith("multipart/")) {
    const { properties } = objectShape(document, content.schema);
    return {
      kind: "parts",
      parts: members(value).flatMap(([name, one]) =>
        partsOf(document, name, one, properties.get(name), objectOf(content.encoding[name])),
      ),
    };
  }
  return { kind: "bytes", bytes: text(value) };
}

/** Style and explode where the encoding names one of them, else lists repeated and objects as JSON. */
function formPairs(
  document: OpenDocument,
  content: DocumentContent,
  name: string,
  value: JsonValue,
): readonly Pair[] {
  const encoding = objectOf(content.encoding[name]);
  const isStyled = ["style", "explode", "allowReserved"].some((key) => encoding[key] !== undefined);
  if (isStyled) {
    const style = textOf(encoding.style) ?? "form";
    const explode = typeof encoding.explode === "boolean" ? encoding.explode : style === "form";
    return queryPairs(
      {
        name,
        in: "query",
        required: false,
        style,
        explode,
        content: undefined,
        schema: undefined,
        example: undefined,
        extension: {},
        lists: readExtension("document", objectOf(document.root)).lists ?? "brackets",
      },
      value,
    );
  }
  const isJson = /[/+]json$/.test(essence(textOf(encoding.contentType) ?? ""));
  return (Array.isArray(value) && !isJson ? value : [value]).map((one: JsonValue): Pair => [name, text(one)]);
}

function partsOf(
  document: OpenDocument,
  name: string,
  value: JsonValue,
  schema: JsonValue | undefined,
  encoding: ReturnType<typeof objectOf>,
): readonly ExpectedPart[] {
  const types = textOf(encoding.contentType)
    ?.split(",")
    .map((one) => one.trim());
  // One part an item, of the item's media type (OpenAPI 3.0.4, "Encoding Object"; RFC 7578, 4.3).
  if (Array.isArray(value)) {
    const [items] = objectShape(document, schema).items;
    return listOf(value).flatMap((item) => partsOf(document, name, item, items, encoding));
  }
  const isFile = isBinary(document, schema);
  const isTree = isObject(value) || Array.isArray(value);
  const only = types?.length === 1 && !types[0]?.includes("*") ? types[0] : undefined;
  const type = only ?? (isTree ? "application/json" : undefined);
  return [{ name, content: text(value), isFile, type }];
}

function members(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  return Object.entries(objectOf(value)).map(([name, one]) => [name, one ?? null]);
}
