import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  stringField,
  stringsField,
} from "@trunkline/document";
import { type At, below, resolve } from "../document.ts";
import { type Field, isNullable, partsOf } from "../fields.ts";
import type { PropertyModel, TypeNode } from "../type-nodes.ts";
import type { Aim, Converter } from "./converter.ts";
import { propertyOf } from "./object-type.ts";

/** Bases that are looked through for one field. */
const MOST = 100;

/**
 * The fields that `required` beside `allOf` makes required, where the parts cannot be merged: a base that may be null, or
 * one of several forms.
 *
 * @returns `undefined` where there are none
 */
export function requiredOfParts(
  converter: Converter,
  parts: readonly At<JsonValue>[],
  aim: Aim,
): TypeNode | undefined {
  const names = new Set(parts.flatMap((part) => stringsField(part.value, "required")));
  const properties: PropertyModel[] = [];
  for (const name of names) {
    const known = parts
      .map((part) => declaredField(converter.document, part, name))
      .filter((one) => one !== undefined);
    const [first] = known;
    if (first === undefined || known.some(({ required }) => required)) continue;
    const property = propertyOf(converter, name, { ...first, required: true }, aim);
    if (property !== undefined) properties.push(property);
  }
  return properties.length === 0 ? undefined : { kind: "object", properties, index: undefined };
}

/** Whether a part says no more than which fields are required. */
export function isBareRequired(part: At<JsonValue>): boolean {
  return (
    isObject(part.value) &&
    field(part.value, "required") !== undefined &&
    Object.keys(part.value).every((key) => key === "required" || key === "type") &&
    (stringField(part.value, "type") ?? "object") === "object"
  );
}

/** Whether null fits a part: what says no more than which fields are required asks nothing of null. */
export function admitsNull(document: JsonObject, part: At<JsonValue>): boolean {
  const { value } = resolve(document, part);
  if (isBareRequired(part)) return field(part.value, "type") === undefined;
  return isObject(value) && isNullable(value);
}

/** A field as some part of a schema declares it, by way of bases of bases too. */
function declaredField(
  document: JsonObject,
  at: At<JsonValue>,
  name: string,
  seen: Set<JsonValue> = new Set(),
): Field | undefined {
  const target = resolve(document, at);
  if (!isObject(target.value) || seen.has(target.value) || seen.size > MOST) return undefined;
  seen.add(target.value);
  const own = below(target, "properties", name);
  if (own !== undefined) return { at: own, required: stringsField(target.value, "required").includes(name) };
  for (const part of partsOf(target as At<JsonObject>)) {
    const isOwn = part.pointer === target.pointer && stringField(part.value, "$ref") === undefined;
    const found = isOwn ? undefined : declaredField(document, part, name, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}
