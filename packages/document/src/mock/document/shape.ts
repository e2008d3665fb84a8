import { isObject, type JsonValue, listOf, objectOf, stringsField } from "../../json.ts";
import type { OpenDocument } from "./open-document.ts";

/** Which members an object may have by its schema, all alternatives taken together. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, JsonValue>;
  readonly patterns: readonly RegExp[];
  /** The schema says expressly that more is allowed, or names nothing at all. */
  readonly open: boolean;
  /** Schema of members that are not named, when it is given. */
  readonly rest: JsonValue | undefined;
  /** Schema of array items, when arrays are possible. */
  readonly items: readonly JsonValue[];
}

const EMPTY: ObjectShape = { properties: new Map(), patterns: [], open: true, rest: undefined, items: [] };

const shapes = new WeakMap<OpenDocument, WeakMap<object, ObjectShape>>();

/** Gathers the members that `schema` names, through references, allOf, oneOf, anyOf and if/then/else. */
export function objectShape(document: OpenDocument, schema: JsonValue | undefined): ObjectShape {
  if (typeof schema !== "object" || schema === null) return EMPTY;
  // Asked for at every value of a body.
  const known = shapes.get(document) ?? new WeakMap<object, ObjectShape>();
  shapes.set(document, known);
  const shape = known.get(schema) ?? gatherShape(document, schema);
  known.set(schema, shape);
  return shape;
}

function gatherShape(document: OpenDocument, schema: JsonValue): ObjectShape {
  const properties = new Map<string, JsonValue>();
  const patterns: RegExp[] = [];
  const items: JsonValue[] = [];
  const seen = new Set<JsonValue>();
  let open = false;
  let rest: JsonValue | undefined;

  const visit = (node: JsonValue | undefined): void => {
    const resolved = document.resolve(node);
    // Members beside a $ref count too in 3.1.
    if (isObject(node) && node !== resolved) gather(node);
    if (isObject(resolved)) gather(resolved);
  };
  const gather = (part: JsonValue): void => {
    if (seen.has(part)) return;
    seen.add(part);
    const object = objectOf(part);
    for (const [name, child] of Object.entries(objectOf(object.properties)))
      if (child !== undefined) properties.set(name, either(properties.get(name), child));
    // What must be there may be there.
    for (const name of stringsField(object, "required"))
      if (!properties.has(name)) properties.set(name, true);
    for (const pattern of Object.keys(objectOf(object.patternProperties))) {
      const compiled = compile(pattern);
      if (compiled === undefined) open = true;
      else patterns.push(compiled);
    }
    for (const key of ["additionalProperties", "unevaluatedProperties"]) {
      const more = object[key];
      if (more === true) open = true;
      else if (isObject(more)) {
        open = true;
        rest = more;
      }
    }
    if (object.items !== undefined) items.push(object.items);
    items.push(...listOf(object.prefixItems));
    for (const key of ["allOf", "oneOf", "anyOf"]) for (const child of listOf(object[key])) visit(child);
    for (const key of ["if", "then", "else"]) visit(object[key]);
  };
  visit(schema);
  return {
    properties,
    patterns,
    items,
    rest,
    open: open || ([...properties.values()].every((one) => one === true) && patterns.length === 0),
  };
}

/** Alternatives may give one name several schemas: any of them may hold. */
function either(known: JsonValue | undefined, more: JsonValue): JsonValue {
  return known === undefined || known === true || known === more ? more : { anyOf: [known, more] };
}

/** @returns `undefined` for what is not a pattern; which names it means cannot be told then */
function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
}
