import { field, isBytes, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { type At, below, resolve } from "../document.ts";
import { flatten, isNullable, partsOf, variantsOf, withoutNull } from "../fields.ts";
import type { TypeNode } from "../type-nodes.ts";
import type { FormAim } from "./converter.ts";

/** Levels of refs, lists and alternatives that are looked through for a file. */
const DEEPEST = 20;

/** Bytes, not text: `format: binary`, or a media type without a text encoding. */
export function isBinary(schema: JsonObject): boolean {
  return isBytes(schema);
}

/** Whether a form whose fields a schema describes, or one part of it, may carry a file. */
export function mayHoldFile(
  document: JsonObject,
  at: At<JsonValue>,
  place: FormAim["at"],
  depth = 0,
): boolean {
  const target = resolve(document, at);
  if (!isObject(target.value) || depth > DEEPEST) return false;
  const schema = target as At<JsonObject>;
  const inner = (one: At<JsonValue>, where: FormAim["at"] = place): boolean =>
    mayHoldFile(document, one, where, depth + 1);
  if (place === "fields") {
    if (isNullable(schema.value)) return inner(withoutNull(schema));
    const fields = flatten(document, schema);
    const values = fields && [...fields.properties.values()].map((one) => one.at);
    if (fields !== undefined) {
      return [...(values ?? []), fields.additional ?? [], fields.patterns]
        .flat()
        .some((one) => inner(one, "part"));
    }
  } else {
    if (isBinary(schema.value)) return true;
    const items = below(schema, "items");
    if (items !== undefined) return inner(items);
  }
  if (variantsOf(schema)?.members.some((one) => inner(one)) === true) return true;
  return field(schema.value, "allOf") !== undefined && partsOf(schema).some((one) => inner(one));
}

/** A file's type: bytes are text in JSON, and what an answer has of them. */
export function fileType(form: FormAim | undefined): TypeNode {
  const text: TypeNode = { kind: "primitive", name: "string" };
  if (form?.at !== "part") return text;
  const file: TypeNode = { kind: "external", name: "Uploadable" };
  return form.orText ? { kind: "union", members: [file, text] } : file;
}
