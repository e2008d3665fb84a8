import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listField,
  objectField,
  stringField,
} from "@trunkline/document";
import { entriesBelow, printPointer } from "../document.ts";

/**
 * A component with a discriminator and no `oneOf`, of which other components are made with `allOf`: a value of it is one
 * of those.
 */
export interface Supertype {
  readonly pointer: string;
  /** What is made of it, of all generations; of one that is a supertype itself, its own members are left to it. */
  readonly members: readonly string[];
  /** The parent itself is a value, too: its mapping names it. */
  readonly isMember: boolean;
}

export interface Supertypes {
  /** By the pointer of the parent. */
  readonly byPointer: ReadonlyMap<string, Supertype>;
  /** By the schema of the parent. */
  readonly bySchema: ReadonlyMap<JsonValue, Supertype>;
  /** Schemas that are made of a parent. */
  readonly children: ReadonlySet<JsonValue>;
}

const known = new WeakMap<JsonObject, Supertypes>();

export function supertypesOf(document: JsonObject): Supertypes {
  const found = known.get(document) ?? findSupertypes(document);
  known.set(document, found);
  return found;
}

function findSupertypes(document: JsonObject): Supertypes {
  const components = entriesBelow({ value: document, pointer: [] }, "components", "schemas");
  const childrenByParent = childrenOf(document);
  const byPointer = new Map<string, Supertype>();
  const bySchema = new Map<JsonValue, Supertype>();
  const isParent = (schema: JsonValue, pointer: string): boolean =>
    stringField(objectField(schema, "discriminator"), "propertyName") !== undefined &&
    field(schema, "oneOf") === undefined &&
    field(schema, "anyOf") === undefined &&
    childrenByParent.has(pointer);
  const parents = new Map(
    components.flatMap(([, at]): [string, JsonValue][] => {
      const pointer = printPointer(at.pointer);
      return isParent(at.value, pointer) ? [[pointer, at.value]] : [];
    }),
  );
  for (const [pointer, schema] of parents) {
    const members = new Set<string>();
    const open = [pointer];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const child of childrenByParent.get(next) ?? []) {
        if (members.has(child) || child === pointer) continue;
        members.add(child);
        if (!parents.has(child)) open.push(child);
      }
    }
    const mapping = Object.values(objectField(objectField(schema, "discriminator"), "mapping") ?? {});
    const isMember = mapping.some((ref) => ref === pointer || `#/components/schemas/${ref}` === pointer);
    const supertype = { pointer, members: [...members], isMember };
    byPointer.set(pointer, supertype);
    bySchema.set(schema, supertype);
  }
  const made = new Set([...childrenByParent.values()].flat());
  const children = new Set(
    components.filter(([, at]) => made.has(printPointer(at.pointer))).map(([, at]) => at.value),
  );
  return { byPointer, bySchema, children };
}

/** Component -> those that build on it with `allOf`. */
export function childrenOf(document: JsonObject): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const [, at] of entriesBelow({ value: document, pointer: [] }, "components", "schemas")) {
    if (!isObject(at.value)) continue;
    for (const part of listField(at.value, "allOf")) {
      const parent = stringField(part, "$ref");
      if (parent !== undefined)
        children.set(parent, [...(children.get(parent) ?? []), printPointer(at.pointer)]);
    }
  }
  return children;
}

/** Key of the type of what all members of a supertype have. */
export function baseKey(pointer: string): string {
  return `${pointer}!base`;
}
