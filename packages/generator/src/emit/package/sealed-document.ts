import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { formatComponentRef, parseComponentRef } from "../../read/component-ref.ts";
import { type Kind, objectModel, type Shape } from "../../read/object-model.ts";
import { inert } from "../text.ts";

/** A document that is safe to hand on. */
export interface SealedDocument {
  readonly document: JsonObject;
  readonly hasDiscriminators: boolean;
  /** What is printed of the sealed document, under the document's own names. */
  restore(text: string): string;
}

interface Sealing {
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
export function sealDocument(document: JsonObject): SealedDocument {
  const mark = markFor(document);
  // With its hyphen, a name that holds it is quoted.
  const percent = `percent-${mark}`;
  const sealing: Sealing = { hasDiscriminators: false, ids: new Set(), mark, percent };
  const sealed = sealObject("document", document, sealing) as JsonObject;
  const { hasDiscriminators } = sealing;
  return {
    document: sealed,
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

function marked(name: string, { mark, percent }: Sealing): string {
  return prototypeNames.has(name) ? mark + name : name.replaceAll("%", percent);
}

function sealObject(kind: Kind, value: JsonValue, sealing: Sealing): JsonValue {
  if (!isObject(value)) return value;
  const { fields, rest, open } = objectModel[kind];
  if (kind === "discriminator") sealing.hasDiscriminators = true;
  const entries: [string, JsonValue][] = [];
  for (const [key, field] of Object.entries(value)) {
    if (kind === "operation" && key === "operationId") {
      if (typeof field !== "string" || sealing.ids.has(field)) continue;
      sealing.ids.add(field);
      entries.push([key, marked(field, sealing)]);
    } else if (key === "$ref") entries.push([key, sealRef(field, sealing)]);
    else if (key.startsWith("x-")) continue;
    else if (kind === "discriminator") entries.push([key, sealDiscriminator(key, field, sealing)]);
    else if (kind === "schema" && key === "required") entries.push([key, sealNames(field, sealing)]);
    else if (comments.has(key) && !holdsObjects(fields[key])) entries.push([key, sealComment(field)]);
    else if (Object.hasOwn(fields, key)) entries.push([key, sealShape(fields[key], field, sealing)]);
    else if (rest !== undefined) entries.push([marked(key, sealing), sealShape(rest.shape, field, sealing)]);
    else if (open && !prototypeNames.has(key)) entries.push([key, field]);
  }
  return Object.fromEntries(entries);
}

function sealShape(shape: Shape | undefined, value: JsonValue, sealing: Sealing): JsonValue {
  if (shape?.is === "object") return sealObject(shape.kind, value, sealing);
  if (shape?.is === "list" && isArray(value)) {
    return value.map((item) => sealShape(shape.of, item, sealing));
  }
  if (shape?.is === "map" && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [marked(key, sealing), sealShape(shape.of, item, sealing)]),
    );
  }
  return value;
}

function sealRef(ref: JsonValue, sealing: Sealing): string {
  const component = typeof ref === "string" ? parseComponentRef(ref) : undefined;
  if (component === undefined) {
    throw new Error(`The bundled document has a $ref that leads out of it: ${JSON.stringify(ref)}`);
  }
  return formatComponentRef(component.section, marked(component.name, sealing));
}

function sealDiscriminator(key: string, value: JsonValue, sealing: Sealing): JsonValue {
  if (typeof value === "string") return marked(value, sealing);
  if (key !== "mapping" || !isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, target]) => {
      const text = String(target);
      const isRef = parseComponentRef(text) !== undefined;
      // Names of schemas are taken for addresses unless they are written as refs.
      const ref = isRef ? sealRef(text, sealing) : formatComponentRef("schemas", marked(text, sealing));
      return [marked(name, sealing), ref];
    }),
  );
}

function sealNames(value: JsonValue, sealing: Sealing): JsonValue {
  return isArray(value)
    ? value.map((name) => (typeof name === "string" ? marked(name, sealing) : name))
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
function sealComment(value: JsonValue): JsonValue {
  if (typeof value === "string") return inert(value).replace(/^(\s*)@/gm, "$1\\@");
  if (isArray(value)) return value.map(sealComment);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [String(sealComment(key)), sealComment(field)]),
  );
}
