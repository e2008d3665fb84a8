import { isArray, isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { type Kind, objectModel, type Shape } from "../../read/object-model.ts";
import { formatComponentRef, parseComponentRef } from "../../read/pointer.ts";
import { inert } from "../text.ts";

/**
 * A copy of a bundled document in which nothing leads out of it and no two operations have one id. openapi-typescript follows a `$ref` wherever one stands,
 * in examples, extensions and unknown keywords too, opens what `externalValue` names, and writes the first word of a ref
 * into its output as code.
 *
 * @throws Error where a ref of the model is not `#/components/<section>/<name>`
 */
export function sealDocument(document: JsonObject): JsonObject {
  return sealObject("document", document, new Set()) as JsonObject;
}

/** @param ids - of operations so far: of two with one id, the second goes without */
function sealObject(kind: Kind, value: JsonValue, ids: Set<string>): JsonValue {
  if (!isObject(value)) return value;
  const { fields, rest, open } = objectModel[kind];
  const entries: [string, JsonValue][] = [];
  for (const [key, field] of Object.entries(value)) {
    if (kind === "operation" && key === "operationId") {
      if (typeof field !== "string" || ids.has(field)) continue;
      ids.add(field);
    }
    if (key === "$ref") entries.push([key, sealRef(field)]);
    else if (key.startsWith("x-") || (kind === "example" && key === "externalValue")) continue;
    else if (kind === "discriminator" && key === "mapping") entries.push([key, sealMapping(field)]);
    else if (comments.has(key) && fields[key]?.is !== "object") entries.push([key, sealComment(field)]);
    else if (Object.hasOwn(fields, key)) entries.push([key, sealShape(fields[key], field, ids)]);
    else if (kind === "schema" && key === "examples") entries.push([key, sealComment(field)]);
    else if (rest !== undefined) entries.push([key, sealShape(rest.shape, field, ids)]);
    else if (open) entries.push([key, sealData(field)]);
  }
  return Object.fromEntries(entries);
}

/** Fields that are written into comments and nowhere else. */
const comments: ReadonlySet<string> = new Set([
  "default",
  "description",
  "example",
  "format",
  "summary",
  "title",
]);

/** Tools read orders out of comments. */
function sealComment(value: JsonValue): JsonValue {
  if (typeof value === "string") return inert(value).replace(/^(\s*)@/gm, "$1\\@");
  if (isArray(value)) return value.map(sealComment);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => {
      const name = sealComment(key);
      return key === "$ref" ? [] : [[String(name), sealComment(field)]];
    }),
  );
}

function sealShape(shape: Shape | undefined, value: JsonValue, ids: Set<string>): JsonValue {
  if (shape?.is === "object") return sealObject(shape.kind, value, ids);
  if (shape?.is === "list" && isArray(value)) return value.map((item) => sealShape(shape.of, item, ids));
  if (shape?.is === "map" && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, sealShape(shape.of, item, ids)]),
    );
  }
  return sealData(value);
}

function sealRef(ref: JsonValue): string {
  if (typeof ref === "string" && parseComponentRef(ref) !== undefined) return ref;
  throw new Error(`The bundled document has a $ref that leads out of it: ${JSON.stringify(ref)}`);
}

/** Names of schemas are taken for addresses unless they are written as refs. */
function sealMapping(mapping: JsonValue): JsonValue {
  if (!isObject(mapping)) return {};
  return Object.fromEntries(
    Object.entries(mapping).map(([value, target]) => {
      const isRef = typeof target === "string" && parseComponentRef(target) !== undefined;
      return [value, isRef ? target : formatComponentRef("schemas", String(target))];
    }),
  );
}

/** Data is shown, never followed. */
function sealData(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(sealData);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => (key === "$ref" ? [] : [[key, sealData(field)]])),
  );
}
