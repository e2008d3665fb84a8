import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { PropertyModel, Shape, TypeNode } from "./type-nodes.ts";

/** Stands in an example where a file is given, which no document can show; told by its identity. */
export const UPLOAD: JsonObject = Object.freeze({ upload: true });

/** The declaration that a reference names. */
export type ShapeOf = (name: string) => Shape | undefined;

/** Types within types that are followed; a value that must hold itself has no end. */
const DEEPEST = 12;

/** Types within types beyond which the alternative that ends soonest is taken. */
const DEEP = 6;

/** Types that are looked at for one value: a union of unions could ask for any number. */
const MOST = 20_000;

const textSample = "string";

/**
 * A value as near to `value` as its type admits: what is missing is made, what does not fit is made anew, and what may be
 * missing and does not fit is left out. Documents show values that break their own schemas, and a sample must compile.
 *
 * @returns `undefined` where there is no value to write
 */
export function fitExample(
  value: JsonValue | undefined,
  type: TypeNode,
  shapeOf: ShapeOf,
): JsonValue | undefined {
  return new Fitting(shapeOf).fit(value, type, 0);
}

interface ObjectType {
  readonly properties: readonly PropertyModel[];
  readonly index: TypeNode | undefined;
}

class Fitting {
  readonly #shapeOf: ShapeOf;
  #steps = 0;

  constructor(shapeOf: ShapeOf) {
    this.#shapeOf = shapeOf;
  }

  fit(value: JsonValue | undefined, type: TypeNode, depth: number): JsonValue | undefined {
    if (value === UPLOAD && this.fits(value, type, depth)) return value;
    if (depth > DEEPEST || ++this.#steps > MOST) return value;
    switch (type.kind) {
      case "primitive":
        return fitPrimitive(value, type.name);
      case "literal":
        return type.value;
      case "other":
        return typeof value === type.name ? value : type.name === "string" ? textSample : 1;
      case "external":
        return type.name === "Uploadable" ? UPLOAD : type.name === "Date" ? textSample : undefined;
      case "array":
        return this.#fitList(value, type.items, depth);
      case "tuple":
        return this.#fitTuple(value, type, depth);
      case "union":
        return this.#fitUnion(value, type.members, depth);
      case "reference": {
        const shape = this.#shapeOf(type.name);
        if (shape?.kind === "alias") return this.fit(value, shape.type, depth + 1);
        return this.#fitObject(value, this.#objectOf(type, 0), depth);
      }
      case "intersection":
        return this.#fitParts(value, type, depth);
      case "object":
        return this.#fitObject(value, type, depth);
      case "int64":
        return this.fits(value ?? null, type, depth) ? value : type.names.includes("number") ? 1 : "1";
      case "iterable":
        return undefined;
    }
  }

  fits(value: JsonValue, type: TypeNode, depth: number): boolean {
    if (depth > DEEPEST || ++this.#steps > MOST) return false;
    switch (type.kind) {
      case "primitive":
        return type.name === "unknown" || isOfKind(value, type.name);
      case "literal":
        return value === type.value;
      case "other":
        return typeof value === type.name;
      case "external":
        return type.name === "Uploadable" && value === UPLOAD;
      case "array":
        return isArray(value) && value.every((one) => this.fits(one, type.items, depth + 1));
      case "int64":
        return type.names.some((name) => typeof value === name);
      case "union":
        return type.members.some((one) => this.fits(value, one, depth + 1));
      case "tuple":
        return isArray(value) && isSame(this.#fitTuple(value, type, depth), value);
      case "intersection":
        return isSame(this.#fitParts(value, type, depth) ?? null, value);
      default: {
        const shape = type.kind === "reference" ? this.#shapeOf(type.name) : undefined;
        if (shape?.kind === "alias") return this.fits(value, shape.type, depth + 1);
        const object = this.#objectOf(type, 0);
        return object !== undefined && isObject(value) && this.#fitsObject(value, object, depth);
      }
    }
  }

  #fitsObject(value: JsonObject, { properties, index }: ObjectType, depth: number): boolean {
    if (value === UPLOAD) return false;
    const known = new Map(properties.map((one) => [one.name, one]));
    if (properties.some((one) => !one.optional && value[one.name] === undefined)) return false;
    return Object.entries(value).every(([name, one]) => {
      const type = known.get(name)?.type ?? index;
      return type === undefined ? properties.length === 0 : this.fits(one, type, depth + 1);
    });
  }

  #fitList(value: JsonValue | undefined, items: TypeNode, depth: number): JsonValue {
    if (isArray(value)) return value.flatMap((one) => this.fit(one, items, depth + 1) ?? []);
    // An empty list says nothing, but for a list whose items are hard to make.
    const one = depth > 2 ? undefined : this.fit(undefined, items, depth + 1);
    return one === undefined ? [] : [one];
  }

  /** Of an intersection each part is fitted, since one may be a union. */
  #fitParts(
    value: JsonValue | undefined,
    type: TypeNode & { kind: "intersection" },
    depth: number,
  ): JsonValue | undefined {
    const objectType = this.#objectOf(type, 0);
    if (objectType !== undefined) return this.#fitObject(value, objectType, depth);
    const parts = type.members.map((one) => this.fit(value, one, depth + 1));
    const other = parts.find((one) => !isObject(one));
    return other ?? Object.assign({}, ...parts);
  }

  #fitTuple(
    value: JsonValue | undefined,
    { items, optionalFrom, rest }: TypeNode & { kind: "tuple" },
    depth: number,
  ): JsonValue {
    const given = isArray(value) ? value : [];
    const first = items
      .slice(0, Math.max(optionalFrom, Math.min(given.length, items.length)))
      .map((item, index) => this.fit(given[index], item, depth + 1) ?? null);
    if (rest === undefined) return first;
    return [...first, ...given.slice(items.length).flatMap((one) => this.fit(one, rest, depth + 1) ?? [])];
  }

  #fitUnion(
    value: JsonValue | undefined,
    members: readonly TypeNode[],
    depth: number,
  ): JsonValue | undefined {
    const known = value !== undefined && members.some((one) => this.fits(value, one, depth + 1));
    if (known) return value;
    const isNothing = (one: TypeNode): boolean =>
      one.kind === "primitive" && (one.name === "null" || one.name === "undefined");
    const others = members.filter((one) => !isNothing(one));
    const ends = depth > DEEP ? members.filter((one) => isEnd(one)) : [];
    const some = ends.length > 0 ? ends : others;
    const alike = some.filter((one) => value !== undefined && this.#isAlike(value, one, depth + 1));
    const chosen = alike[0] ?? some[0] ?? members[0];
    return chosen && this.fit(value, chosen, depth + 1);
  }

  /** Of the same form, and where fields have one value only, of that value. */
  #isAlike(value: JsonValue, type: TypeNode, depth: number): boolean {
    if (depth > DEEPEST || ++this.#steps > MOST) return false;
    const shape = type.kind === "reference" ? this.#shapeOf(type.name) : undefined;
    if (shape?.kind === "alias") return this.#isAlike(value, shape.type, depth + 1);
    if (type.kind === "union") return type.members.some((one) => this.#isAlike(value, one, depth + 1));
    if (type.kind === "array" || type.kind === "tuple") return isArray(value);
    // Whatever a document shows of a file stands for one.
    if (type.kind === "external") return type.name === "Uploadable";
    const object = this.#objectOf(type, 0);
    if (object === undefined) return this.fits(value, type, depth + 1);
    return (
      isObject(value) &&
      object.properties.every(
        ({ name, type: one }) =>
          one.kind !== "literal" || value[name] === undefined || value[name] === one.value,
      )
    );
  }

  #fitObject(value: JsonValue | undefined, type: ObjectType | undefined, depth: number): JsonValue {
    const given = isObject(value) && value !== UPLOAD ? value : {};
    if (type === undefined) return given;
    const { properties, index } = type;
    const known = new Map(properties.map((one) => [one.name, one]));
    // A map: assigned to an object, `__proto__` is not one of its keys.
    const result = new Map<string, JsonValue>();
    const put = (name: string, one: JsonValue | undefined): void => {
      if (one !== undefined) result.set(name, one);
    };
    for (const [name, one] of Object.entries(given)) {
      const property = known.get(name);
      if (property === undefined) {
        if (index === undefined ? properties.length === 0 : this.fits(one, index, depth + 1)) put(name, one);
      } else if (!property.optional || this.#isAlike(one, property.type, depth + 1)) {
        put(name, this.fit(one, property.type, depth + 1));
      }
    }
    for (const { name, optional, type: one } of properties) {
      if (!optional && !result.has(name)) put(name, this.fit(undefined, one, depth + 1));
    }
    return Object.fromEntries(result);
  }

  /** What a type is as one object, its bases and parts merged; `undefined` for another type. */
  #objectOf(type: TypeNode, depth: number): ObjectType | undefined {
    if (depth > DEEPEST) return undefined;
    if (type.kind === "object") return type;
    if (type.kind === "intersection")
      return merged(type.members.map((one) => this.#objectOf(one, depth + 1)));
    if (type.kind !== "reference") return undefined;
    const shape = this.#shapeOf(type.name);
    if (shape === undefined || shape.kind === "page") return undefined;
    if (shape.kind === "alias") return this.#objectOf(shape.type, depth + 1);
    const bases = shape.extends.map((one) => this.#objectOf(one, depth + 1));
    return merged([...bases, { properties: shape.properties, index: shape.index }]);
  }
}

function merged(parts: readonly (ObjectType | undefined)[]): ObjectType | undefined {
  const properties = new Map<string, PropertyModel>();
  let index: TypeNode | undefined;
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const one of part.properties) {
      const before = properties.get(one.name);
      properties.set(one.name, { ...one, optional: one.optional && before?.optional !== false });
    }
    index = part.index ?? index;
  }
  return { properties: [...properties.values()], index };
}

function isEnd({ kind }: TypeNode): boolean {
  return kind === "primitive" || kind === "literal" || kind === "other" || kind === "array";
}

function fitPrimitive(value: JsonValue | undefined, name: string): JsonValue | undefined {
  switch (name) {
    case "string":
      return typeof value === "string" ? value : textSample;
    case "number":
      return typeof value === "number" ? value : 1;
    case "boolean":
      return typeof value === "boolean" ? value : true;
    case "null":
      return null;
    case "unknown":
      return value ?? {};
    default:
      return undefined;
  }
}

function isOfKind(value: JsonValue, name: string): boolean {
  return name === "null" ? value === null : typeof value === name;
}

function isSame(a: JsonValue, b: JsonValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
