import { type JsonObject, type JsonValue, listOf, objectOf } from "@trunkline/document";
import type { OpenDocument } from "@trunkline/mock/document";
import { shapeOf } from "./shape.ts";
import { makeString } from "./string-value.ts";

export interface MakeOptions {
  /** Properties that are `readOnly` do not stand in requests, `writeOnly` ones not in answers. */
  readonly direction: "request" | "answer";
  /** What a string without format, pattern or enum is made of. */
  readonly text?: string;
  /** Level from which optional members are left out. @default 6 */
  readonly depth?: number;
}

const NOTHING: unique symbol = Symbol("no value");

/** A value that the schema allows, with every property it names. The same for the same schema. */
export function makeValue(
  document: OpenDocument,
  schema: JsonValue | undefined,
  options: MakeOptions,
): JsonValue {
  const made = new Maker(document, options).make(schema, new Set(), 0, 0);
  return made === NOTHING ? null : made;
}

class Maker {
  readonly #document: OpenDocument;
  readonly #direction: MakeOptions["direction"];
  readonly #text: string;
  readonly #depth: number;

  constructor(document: OpenDocument, { direction, text = "text", depth = 6 }: MakeOptions) {
    this.#document = document;
    this.#direction = direction;
    this.#text = text;
    this.#depth = depth;
  }

  /** @param index - place in a list, so that its items differ */
  make(
    node: JsonValue | undefined,
    above: ReadonlySet<object>,
    level: number,
    index: number,
  ): JsonValue | typeof NOTHING {
    if (node === false) return NOTHING;
    const { schema, parts, tags } = shapeOf(this.#document, node, above);
    const isWithinItself = parts.some((part) => above.has(part));
    if (isWithinItself && level > this.#depth + 4) return null;
    const within = new Set([...above, ...parts]);
    const isTight = isWithinItself || level >= this.#depth;
    if (schema.const !== undefined) return schema.const;
    const values = listOf(schema.enum).filter((value) => value !== null);
    const chosen = values[index % values.length];
    if (chosen !== undefined) return chosen;
    switch (typeOf(schema)) {
      case "object":
        return this.#object(schema, tags, { within, level, isTight });
      case "array":
        return this.#array(schema, { within, level, isTight });
      case "integer":
        return makeNumber(schema, index, 1);
      case "number":
        return makeNumber(schema, index, 0.5);
      case "boolean":
        return index % 2 === 0;
      case "null":
        return null;
      case "string":
        return makeString(schema, this.#text, index);
      default:
        return this.#text;
    }
  }

  #object(schema: JsonObject, tags: Readonly<Record<string, string>>, place: Place): JsonValue {
    const required = new Set(listOf(schema.required));
    const hidden = this.#direction === "request" ? "readOnly" : "writeOnly";
    const value: Record<string, JsonValue> = Object.create(null);
    for (const [name, property] of Object.entries(objectOf(schema.properties))) {
      if (objectOf(this.#document.resolve(property))[hidden] === true || objectOf(property)[hidden] === true)
        continue;
      if (place.isTight && !required.has(name)) continue;
      if (!required.has(name) && this.#isRecursion(property, place.within)) continue;
      const made = this.make(property, place.within, place.level + 1, 0);
      if (made !== NOTHING) value[name] = made;
    }
    for (const [name, tag] of Object.entries(tags)) {
      const known = objectOf(this.#document.resolve(objectOf(schema.properties)[name]));
      if (known.const === undefined && (known.enum === undefined || listOf(known.enum).includes(tag)))
        value[name] = tag;
    }
    // What names nothing is open to everything.
    const rest = schema.additionalProperties ?? (schema.properties === undefined ? {} : undefined);
    for (const name of required) {
      if (
        typeof name !== "string" ||
        Object.hasOwn(value, name) ||
        Object.hasOwn(objectOf(schema.properties), name)
      )
        continue;
      const made = this.make(rest === false ? {} : rest, place.within, place.level + 1, 0);
      if (made !== NOTHING) value[name] = made;
    }
    // Open objects have a member that nobody named, else the schema of the rest would never be seen.
    if (rest !== undefined && rest !== false && !place.isTight && !this.#isRecursion(rest, place.within)) {
      const made = this.make(rest, place.within, place.level + 1, 0);
      if (made !== NOTHING) value.further = made;
    }
    return { ...value };
  }

  #array(schema: JsonObject, place: Place): JsonValue {
    const least = typeof schema.minItems === "number" ? schema.minItems : 0;
    const most = typeof schema.maxItems === "number" ? schema.maxItems : Number.POSITIVE_INFINITY;
    const tuple = listOf(schema.prefixItems);
    const isFinal = place.isTight || this.#isRecursion(schema.items, place.within);
    const wanted = isFinal ? least : Math.max(least, Math.min(place.level < 2 ? 2 : 1, most));
    const items: JsonValue[] = [];
    for (let index = 0; index < Math.max(wanted, tuple.length); index += 1) {
      const item = this.make(tuple[index] ?? schema.items, place.within, place.level + 1, index);
      if (item === NOTHING) break;
      items.push(item);
    }
    return items;
  }

  #isRecursion(node: JsonValue | undefined, above: ReadonlySet<object>): boolean {
    const resolved = this.#document.resolve(node);
    if (typeof resolved !== "object" || resolved === null) return false;
    if (above.has(resolved)) return true;
    const only = listOf(objectOf(resolved).allOf);
    return only.some((part) => above.has(objectOf(this.#document.resolve(part))));
  }
}

interface Place {
  readonly within: ReadonlySet<object>;
  readonly level: number;
  readonly isTight: boolean;
}

/** The type that is said, else the one that the other keywords imply. */
function typeOf(schema: JsonObject): string | undefined {
  const types = typeof schema.type === "string" ? [schema.type] : listOf(schema.type);
  const said = types.find((type) => type !== "null") ?? types[0];
  if (typeof said === "string") return said;
  if (
    schema.properties !== undefined ||
    schema.additionalProperties !== undefined ||
    schema.required !== undefined
  )
    return "object";
  if (schema.items !== undefined || schema.prefixItems !== undefined) return "array";
  if (schema.format !== undefined || schema.pattern !== undefined || schema.maxLength !== undefined)
    return "string";
  return schema.minimum !== undefined || schema.maximum !== undefined ? "number" : undefined;
}

function makeNumber(schema: JsonObject, index: number, fraction: number): number {
  const step = typeof schema.multipleOf === "number" ? schema.multipleOf : undefined;
  const number = (key: string): number | undefined =>
    typeof schema[key] === "number" ? schema[key] : undefined;
  const over = number("exclusiveMinimum");
  const least = over ?? number("minimum");
  const isOpen = over !== undefined || schema.exclusiveMinimum === true;
  const most = number("maximum") ?? number("exclusiveMaximum");
  const start = least === undefined ? Math.min(1, most ?? 1) : isOpen ? least + (step ?? fraction) : least;
  const value =
    start + index * (step ?? 1) + (fraction < 1 && least === undefined && step === undefined ? fraction : 0);
  const rounded = step === undefined ? value : Math.ceil(value / step) * step;
  return most !== undefined && rounded > most ? start : rounded;
}
