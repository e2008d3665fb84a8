import { arrayOf, isJsonObject, type Json, objectOf } from "./json.ts";
import type { OpenDocument } from "./open.ts";

/** Which members an object may have by its schema, all alternatives taken together. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, Json>;
  readonly patterns: readonly RegExp[];
  /** The schema says expressly that more is allowed, or names nothing at all. */
  readonly open: boolean;
  /** Schema of members that are not named, when it is given. */
  readonly rest: Json | undefined;
  /** Schema of array items, when arrays are possible. */
  readonly items: readonly Json[];
}

/** Gathers the members that `schema` names, through references, allOf, oneOf, anyOf and if/then/else. */
export function objectShape(document: OpenDocument, schema: Json | undefined): ObjectShape {
  const properties = new Map<string, Json>();
  const patterns: RegExp[] = [];
  const items: Json[] = [];
  const seen = new Set<Json>();
  let open = false;
  let rest: Json | undefined;

  const visit = (node: Json | undefined): void => {
    const resolved = document.resolve(node);
    // Members beside a $ref count too in 3.1.
    if (isJsonObject(node) && node !== resolved) gather(node);
    if (isJsonObject(resolved)) gather(resolved);
  };
  const gather = (part: Json): void => {
    if (seen.has(part)) return;
    seen.add(part);
    const object = objectOf(part);
    for (const [name, child] of Object.entries(objectOf(object.properties)))
      if (child !== undefined) properties.set(name, either(properties.get(name), child));
    for (const [pattern] of Object.entries(objectOf(object.patternProperties)))
      patterns.push(new RegExp(pattern, "u"));
    for (const key of ["additionalProperties", "unevaluatedProperties"]) {
      const more = object[key];
      if (more === true) open = true;
      else if (isJsonObject(more)) {
        open = true;
        rest = more;
      }
    }
    if (object.items !== undefined) items.push(object.items);
    items.push(...arrayOf(object.prefixItems));
    for (const key of ["allOf", "oneOf", "anyOf"]) for (const child of arrayOf(object[key])) visit(child);
    for (const key of ["if", "then", "else"]) visit(object[key]);
  };
  visit(schema);
  return {
    properties,
    patterns,
    items,
    rest,
    open: open || (properties.size === 0 && patterns.length === 0),
  };
}

/** Alternatives may give one name several schemas: any of them may hold. */
function either(known: Json | undefined, more: Json): Json {
  return known === undefined || known === more ? more : { anyOf: [known, more] };
}
