import { field, isObject, type JsonObject, type JsonValue, readExtension } from "@trunkline/document";
import type { Context } from "./context.ts";
import { type At, below, resolve } from "./document.ts";
import { alternativesOf, flatten } from "./fields.ts";

/** Whether a value of the schema may be a list. */
export function mayBeList(document: JsonObject, schema: At<JsonValue>): boolean {
  return alternativesOf(document, schema).some((at) => {
    const { value } = resolve(document, at);
    return [field(value, "type")].flat().includes("array") || field(value, "items") !== undefined;
  });
}

/** Whether it is an object, or a list: what a style writes part by part. */
export function hasParts(document: JsonObject, schema: At<JsonValue>): boolean {
  return (
    mayBeList(document, schema) ||
    alternativesOf(document, schema).some((at) => flatten(document, at) !== undefined)
  );
}

/**
 * How lists of a `deepObject` are written; OpenAPI leaves that open, and what is within an object too. Tells of one that
 * no call could write.
 *
 * @param own where the parameter's own word would stand; a field of a form has none
 * @param what names it in the message
 */
export function listsOf(
  context: Context,
  schema: At<JsonValue> | undefined,
  own: At<JsonObject> | undefined,
  what: string,
  at: At<unknown>,
): "brackets" | "indices" | undefined {
  const { document, settings, report } = context;
  const lists = (own && readExtension("parameter", own.value).lists) ?? settings.lists;
  if (lists === undefined && schema !== undefined && isNested(document, schema)) {
    const message = `${what} is a deepObject that holds lists or objects, which OpenAPI does not say how to write; calls refuse them`;
    const way = `x-trunkline: { lists: brackets } writes a[]=1, indices a[0]=1; it stands ${own ? "on the parameter or " : ""}at the root of the document.`;
    report("warning", "deep-object-lists", message, at, way);
  }
  return lists;
}

function isNested(document: JsonObject, schema: At<JsonValue>): boolean {
  if (mayBeList(document, schema)) return true;
  return alternativesOf(document, schema).some((at) => {
    const fields = flatten(document, at);
    const members = [...(fields?.properties.values() ?? [])].map((one) => one.at);
    const others = [...(fields?.additional ? [fields.additional] : []), ...(fields?.patterns ?? [])];
    return [...members, ...others].some((one) => hasParts(document, one));
  });
}

/** Whether it is a file, or a list of files: bytes that a form carries as parts of their own. */
export function holdsFiles(
  document: JsonObject,
  schema: At<JsonValue>,
  isFile: (schema: JsonObject) => boolean,
): boolean {
  const target = resolve(document, schema);
  const items = isObject(target.value) ? below(target as At<JsonObject>, "items") : undefined;
  return [target, ...(items === undefined ? [] : [resolve(document, items)])].some(
    ({ value }) => isObject(value) && isFile(value),
  );
}
