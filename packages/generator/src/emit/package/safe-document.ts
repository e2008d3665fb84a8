import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { formatComponentRef, parseComponentRef } from "../../read/component-ref.ts";
import { objectModel } from "../../read/object-model.ts";
import type { Kind, Shape } from "../../read/object-shapes.ts";
import { about } from "../about.ts";
import { inert } from "../text.ts";

/** A document that is safe to hand on. */
export interface SafeDocument {
  readonly document: JsonObject;
  readonly hasDiscriminators: boolean;
  /** What is printed of the safe document, under the document's own names. */
  restore(text: string): string;
}

interface CopyState {
  hasDiscriminators: boolean;
  /** Of operations so far: of two with one id, the second goes without. */
  readonly ids: Set<string>;
  /** Stands before names that every object of JavaScript has, which openapi-typescript would find on a prototype. */
  readonly mark: string;
  /** Stands for `%` in names, which openapi-typescript makes addresses of and decodes again. */
  readonly percent: string;
}

/**
 * A copy of a bundled document in which no two operations have one id, no name is one of JavaScript's objects, and no text
 * gives an order to a tool. openapi-typescript writes the first word of a ref into its output as code.
 *
 * @throws Error where a ref of the model is not `#/components/<section>/<name>`
 */
export function makeSafeDocument(document: JsonObject): SafeDocument {
  const mark = markFor(document);
  // With its hyphen, a name that holds it is quoted.
  const percent = `percent-${mark}`;
  const state: CopyState = { hasDiscriminators: false, ids: new Set(), mark, percent };
  const safe = copyObject("document", document, state) as JsonObject;
  const { hasDiscriminators } = state;
  return {
    document: safe,
    hasDiscriminators,
    restore: (text) => text.replaceAll(percent, "%").replaceAll(mark, ""),
  };
}

function markFor(document: JsonObject): string {
  const text = JSON.stringify(document);
  let mark = "named_";
  while (text.includes(mark)) mark += "_";
  return mark;
}

const prototypeNames: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function marked(name: string, { mark, percent }: CopyState): string {
  return prototypeNames.has(name) ? mark + name : name.replaceAll("%", percent);
}

function copyObject(kind: Kind, value: JsonValue, state: CopyState): JsonValue {
  if (!isObject(value)) return value;
  const { fields, rest, open } = objectModel[kind];
  if (kind === "discriminator") state.hasDiscriminators = true;
  const entries: [string, JsonValue][] = [];
  for (const [key, field] of Object.entries(value)) {
    if (kind === "operation" && key === "operationId") {
      if (typeof field !== "string" || state.ids.has(field)) continue;
      state.ids.add(field);
      entries.push([key, marked(field, state)]);
      // What refers to these has them as components; openapi-typescript would take them for a field.
    } else if (kind === "schema" && key === "$defs") continue;
    else if (kind === "operation" && key === "summary" && isRepeated(value)) continue;
    else if (key === "$ref") entries.push([key, copyRef(field, state)]);
    else if (key.startsWith("x-")) continue;
    else if (kind === "discriminator") entries.push([key, copyDiscriminator(key, field, state)]);
    else if (kind === "schema" && key === "required") entries.push([key, copyNames(field, state)]);
    else if (comments.has(key) && !holdsObjects(fields[key])) entries.push([key, copyComment(field)]);
    else if (Object.hasOwn(fields, key)) entries.push([key, copyShape(fields[key], field, state)]);
    else if (rest !== undefined) entries.push([marked(key, state), copyShape(rest.shape, field, state)]);
    else if (open && !prototypeNames.has(key)) entries.push([key, field]);
  }
  return Object.fromEntries(entries);
}

/** Whether the description of an operation says what its summary says. */
function isRepeated({ summary, description }: JsonObject): boolean {
  if (typeof summary !== "string" || typeof description !== "string" || description.trim() === "")
    return false;
  return about({ summary, description }).length === 1;
}

function copyShape(shape: Shape | undefined, value: JsonValue, state: CopyState): JsonValue {
  if (shape?.is === "object") return copyObject(shape.kind, value, state);
  if (shape?.is === "list" && isArray(value)) {
    // openapi-typescript looks for keys in what it takes for an object.
    const items = holdsSchemas(shape.of)
      ? value.map((item) => (typeof item === "boolean" ? asObject(item) : item))
      : value;
    return items.map((item) => copyShape(shape.of, item, state));
  }
  if (shape?.is === "map" && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [marked(key, state), copyShape(shape.of, item, state)]),
    );
  }
  return value;
}

function holdsSchemas(shape: Shape): boolean {
  return shape.is === "object" && shape.kind === "schema";
}

function asObject(schema: boolean): JsonObject {
  return schema ? {} : { not: {} };
}

function copyRef(ref: JsonValue, state: CopyState): string {
  const component = typeof ref === "string" ? parseComponentRef(ref) : undefined;
  if (component === undefined) {
    throw new Error(`The bundled document has a $ref that leads out of it: ${JSON.stringify(ref)}`);
  }
  return formatComponentRef(component.section, marked(component.name, state));
}

function copyDiscriminator(key: string, value: JsonValue, state: CopyState): JsonValue {
  if (typeof value === "string") return marked(value, state);
  if (key !== "mapping" || !isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, target]) => {
      const text = String(target);
      const isRef = parseComponentRef(text) !== undefined;
      // Names of schemas are taken for addresses unless they are written as refs.
      const ref = isRef ? copyRef(text, state) : formatComponentRef("schemas", marked(text, state));
      return [marked(name, state), ref];
    }),
  );
}

function copyNames(value: JsonValue, state: CopyState): JsonValue {
  return isArray(value)
    ? value.map((name) => (typeof name === "string" ? marked(name, state) : name))
    : value;
}

/** Fields that are written into comments and nowhere else. */
const comments: ReadonlySet<string> = new Set([
  "default",
  "description",
  "example",
  "examples",
  "format",
  "summary",
  "title",
]);

/** Examples of a media type or a parameter are objects of the model, those of a schema are data. */
function holdsObjects(shape: Shape | undefined): boolean {
  return shape?.is === "object" || (shape?.is === "map" && shape.of.is === "object");
}

/** Tools read orders out of comments. */
function copyComment(value: JsonValue): JsonValue {
  if (typeof value === "string") return inert(value).replace(/^([^\S\n\r\u2028\u2029]*)@/gm, "$1\\@");
  if (isArray(value)) return value.map(copyComment);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [String(copyComment(key)), copyComment(field)]),
  );
}
