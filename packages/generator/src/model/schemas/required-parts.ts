import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  stringField,
  stringsField,
} from "@trunkline/document";
import { type At, below, entriesBelow, resolve } from "../document.ts";
import { alternativesOf, type Field, isNullable, partsOf } from "../fields.ts";
import { unionOf, unknownType } from "../nodes.ts";
import type { PropertyModel, TypeNode } from "../type-nodes.ts";
import type { Aim, Converter } from "./converter.ts";
import { propertyOf } from "./object-type.ts";

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
  if (names.size === 0) return undefined;
  const { document } = converter;
  const declared = directFields(document, parts);
  const properties: PropertyModel[] = [];
  for (const name of names) {
    const known = declared.get(name) ?? inheritedField(document, parts, name);
    const property =
      known === undefined
        ? propertyOfForms(converter, parts, name, aim)
        : known.required
          ? undefined
          : propertyOf(converter, name, { ...known, required: true }, aim);
    if (property !== undefined) properties.push(property);
  }
  return properties.length === 0 ? undefined : { kind: "object", properties, index: undefined };
}

/** A field that some of several forms declare: of any type where others of them do not. */
function propertyOfForms(
  converter: Converter,
  parts: readonly At<JsonValue>[],
  name: string,
  aim: Aim,
): PropertyModel | undefined {
  const { document } = converter;
  for (const part of parts) {
    const forms = alternativesOf(document, part).filter((form) => mayBeObject(resolve(document, form).value));
    const fields = forms.map((form) => inheritedField(document, [form], name));
    const known = fields.filter((one) => one !== undefined);
    const isDeclared = known.length === forms.length;
    if (known.length === 0 || (isDeclared && known.every((one) => one.required))) continue;
    const found = known
      .map((one) => propertyOf(converter, name, { ...one, required: true }, aim))
      .filter((one) => one !== undefined);
    const [first] = found;
    if (first === undefined) continue;
    const types = found.map(({ type }) => type);
    return { ...first, type: isDeclared ? unionOf(types) : unknownType };
  }
  return undefined;
}

function mayBeObject(schema: JsonValue): boolean {
  const type = field(schema, "type");
  return type === undefined || [type].flat().includes("object");
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

/** Fields that the parts declare themselves; the first declaration counts. */
function directFields(document: JsonObject, parts: readonly At<JsonValue>[]): ReadonlyMap<string, Field> {
  const declared = new Map<string, Field>();
  for (const part of parts) {
    const target = resolve(document, part);
    const required = new Set(stringsField(target.value, "required"));
    for (const [name, property] of entriesBelow(target, "properties")) {
      const before = declared.get(name);
      const isRequired = required.has(name) || before?.required === true;
      declared.set(name, { at: before?.at ?? property, required: isRequired });
    }
  }
  return declared;
}

/** Of schemas that others are made of: each is asked for a field once, however many lead to it. */
const inherited = new WeakMap<object, Map<string, Field | undefined>>();

/** Levels of bases that are looked through. */
const DEEPEST = 500;

/** A field that a base of one of the parts declares. */
function inheritedField(
  document: JsonObject,
  parts: readonly At<JsonValue>[],
  name: string,
  depth = 0,
): Field | undefined {
  for (const part of parts) {
    const target = resolve(document, part);
    if (!isObject(target.value) || depth > DEEPEST) continue;
    const known = inherited.get(target.value) ?? new Map<string, Field | undefined>();
    inherited.set(target.value, known);
    if (!known.has(name)) {
      // Until it is known: a base may lead back to what is made of it.
      known.set(name, undefined);
      known.set(name, fieldOf(document, target as At<JsonObject>, name, depth));
    }
    const found = known.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fieldOf(document: JsonObject, at: At<JsonObject>, name: string, depth: number): Field | undefined {
  const own = below(at, "properties", name);
  if (own !== undefined) return { at: own, required: stringsField(at.value, "required").includes(name) };
  const bases = partsOf(at).filter(
    (part) => part.pointer !== at.pointer || stringField(part.value, "$ref") !== undefined,
  );
  return inheritedField(document, bases, name, depth + 1);
}
