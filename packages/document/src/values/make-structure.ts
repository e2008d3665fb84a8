import { type JsonObject, type JsonValue, listOf, objectOf } from "../json.ts";
import type { Making, Place } from "./making.ts";
import { isAbove } from "./shape.ts";

/** Names that are tried for members that nobody named. */
const NAMES = ["further", "other", "more"];

/** @param tags names of the alternatives that were taken, by the property that tells them */
export function makeObject(
  making: Making,
  schema: JsonObject,
  tags: Readonly<Record<string, string>>,
  place: Place,
): JsonValue | undefined {
  const { options } = making;
  const required = new Set(listOf(schema.required).filter((name) => typeof name === "string"));
  const properties = objectOf(schema.properties);
  const value: Record<string, JsonValue> = Object.create(null);
  const most = typeof schema.maxProperties === "number" ? schema.maxProperties : Number.POSITIVE_INFINITY;
  let count = 0;
  const inner = { ...place, level: place.level + 1, isTight: options.minimal };
  const hidden = options.direction === "request" ? "readOnly" : "writeOnly";
  const names = Object.keys(properties);
  // Those that must be there first, so that there is room for them.
  for (const isAsked of [true, false]) {
    for (const name of names) {
      if (required.has(name) !== isAsked || Object.hasOwn(value, name)) continue;
      const property = properties[name];
      if (property === undefined || isHidden(making, property, hidden)) continue;
      if (!isAsked && (place.isTight || count >= most || isRecursion(making, property, place))) continue;
      const made = making.make(property, inner);
      if (made !== undefined) {
        value[name] = made;
        count += 1;
      } else if (isAsked) return undefined;
    }
  }
  const ordered: Record<string, JsonValue> = Object.create(null);
  for (const name of names) if (Object.hasOwn(value, name)) ordered[name] = value[name] as JsonValue;
  for (const [name, tag] of Object.entries(tags)) {
    const known = objectOf(options.resolve(properties[name]));
    const isOpen =
      known.const === undefined && (known.enum === undefined || listOf(known.enum).includes(tag));
    if (isOpen && (known.type === undefined || known.type === "string")) ordered[name] = tag;
  }
  return addUnnamed(making, schema, [...required], ordered, { ...inner, isTight: place.isTight }, place)
    ? { ...ordered }
    : undefined;
}

function isHidden({ options }: Making, property: JsonValue, flag: string): boolean {
  return objectOf(options.resolve(property))[flag] === true || objectOf(property)[flag] === true;
}

/** Members that no property describes: those that are required, that others ask for, and that make up the number. */
function addUnnamed(
  making: Making,
  schema: JsonObject,
  required: readonly string[],
  value: Record<string, JsonValue>,
  inner: Place,
  place: Place,
): boolean {
  const { options } = making;
  const properties = objectOf(schema.properties);
  const add = (name: string): boolean => {
    const made = making.make(memberSchema(schema, name), { ...inner, isTight: options.minimal });
    if (made !== undefined) value[name] = made;
    return made !== undefined;
  };
  const dependent = Object.entries(objectOf(schema.dependentRequired)).flatMap(([name, needed]) =>
    Object.hasOwn(value, name) ? listOf(needed).filter((one) => typeof one === "string") : [],
  );
  for (const name of [...required, ...dependent]) {
    const isNamed = Object.hasOwn(properties, name) && required.includes(name);
    if (Object.hasOwn(value, name) || isNamed) continue;
    if (!add(name)) return false;
  }
  const least = typeof schema.minProperties === "number" ? schema.minProperties : 0;
  const most = typeof schema.maxProperties === "number" ? schema.maxProperties : Number.POSITIVE_INFINITY;
  const rest = schema.additionalProperties ?? (schema.properties === undefined ? {} : undefined);
  const isTyped = rest !== undefined && Object.keys(objectOf(rest)).length > 0;
  const isFilled = (isTyped || (options.withUnnamed && rest !== undefined)) && rest !== false;
  const isWanted = isFilled && !place.isTight && !isRecursion(making, rest, place);
  const wanted = Math.min(most, Math.max(least, Object.keys(value).length + (isWanted ? 1 : 0)));
  if (!making.spending.hasRoom(wanted - Object.keys(value).length)) return false;
  for (let turn = 0; Object.keys(value).length < wanted && turn < wanted + 8; turn += 1) {
    const name = unnamed(making, schema, inner, turn);
    if (name !== undefined && !Object.hasOwn(value, name)) add(name);
  }
  return Object.keys(value).length >= least;
}

/** What a member is by its name: a property, one of a pattern, or one of the rest. */
function memberSchema(schema: JsonObject, name: string): JsonValue {
  const property = objectOf(schema.properties)[name];
  if (property !== undefined) return property;
  const byPattern = Object.entries(objectOf(schema.patternProperties)).find(([pattern]) =>
    isMatch(pattern, name),
  );
  return byPattern?.[1] ?? schema.additionalProperties ?? {};
}

function isMatch(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, "u").test(name);
  } catch {
    return false;
  }
}

/** A name for a member, of the form that the schema asks for. */
function unnamed(making: Making, schema: JsonObject, place: Place, turn: number): string | undefined {
  const [pattern] = Object.keys(objectOf(schema.patternProperties));
  const isClosed = schema.additionalProperties === false;
  const form =
    schema.propertyNames !== undefined
      ? { allOf: [{ type: "string" }, schema.propertyNames] }
      : pattern !== undefined && isClosed
        ? { type: "string", pattern }
        : undefined;
  if (form === undefined) return isClosed ? undefined : (NAMES[turn] ?? `more${turn}`);
  const name = making.make(form, { ...place, index: turn });
  return typeof name === "string" ? name : undefined;
}

export function makeArray(making: Making, schema: JsonObject, place: Place): JsonValue | undefined {
  const { options, spending } = making;
  const number = (key: string): number | undefined =>
    typeof schema[key] === "number" ? schema[key] : undefined;
  const tuple = listOf(schema.prefixItems);
  const contained = schema.contains === undefined ? 0 : (number("minContains") ?? 1);
  const least = Math.max(number("minItems") ?? 0, contained);
  const most = number("maxItems") ?? Number.POSITIVE_INFINITY;
  const isFinal = place.isTight || isRecursion(making, schema.items, place);
  const usual = isFinal ? least : Math.max(least, Math.min(place.level < 2 ? 2 : 1, most));
  const wanted = Math.min(most, Math.max(usual, isFinal ? least : tuple.length));
  if (!spending.hasRoom(wanted)) return undefined;
  const items: JsonValue[] = [];
  const known = new Set<string>();
  for (let turn = 0; items.length < wanted && turn < wanted + 8; turn += 1) {
    const isContained = items.length >= tuple.length && items.length - tuple.length < contained;
    const form = tuple[items.length] ?? (isContained ? allOf(schema.items, schema.contains) : schema.items);
    const item = making.make(form, {
      ...place,
      level: place.level + 1,
      index: turn,
      isTight: options.minimal,
    });
    if (item === undefined) break;
    const text = schema.uniqueItems === true ? JSON.stringify(item) : String(turn);
    if (known.has(text)) continue;
    known.add(text);
    items.push(item);
  }
  return items.length >= least ? items : undefined;
}

function allOf(first: JsonValue | undefined, second: JsonValue | undefined): JsonValue {
  return { allOf: [first, second].filter((one) => one !== undefined) };
}

/** Whether a schema stands in a value of itself. */
function isRecursion({ options }: Making, node: JsonValue | undefined, { above }: Place): boolean {
  const resolved = options.resolve(node);
  if (typeof resolved !== "object" || resolved === null) return false;
  if (isAbove(above, resolved)) return true;
  return listOf(objectOf(resolved).allOf).some((part) => isAbove(above, objectOf(options.resolve(part))));
}
