import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listField,
  stringField,
} from "@trunkline/document";
import { enumValues, isStructural } from "../docs.ts";
import { type At, resolve } from "../document.ts";
import { flatten, isNullable, partsOf, variantsOf, without, withoutNull } from "../fields.ts";
import { intersectionOf, neverType, nullType, unionOf, unknownType } from "../nodes.ts";
import type { TypeNode } from "../type-nodes.ts";
import { arrayType } from "./array-type.ts";
import type { Aim, Converter } from "./converter.ts";
import { dateType } from "./date-type.ts";
import { constantType, enumType } from "./enum-type.ts";
import { fileType, isBinary, mayHoldFile } from "./files.ts";
import { int64Type, isInt64 } from "./int64-type.ts";
import { objectType } from "./object-type.ts";
import { admitsNull, isBareRequired, requiredOfParts } from "./required-parts.ts";
import { unionOfSubtypes } from "./shape.ts";
import { withOpenTexts } from "./suggestions.ts";
import { supertypesOf } from "./supertypes.ts";
import { variantName } from "./variant-name.ts";

/** The type of a schema: what each keyword says, the strongest first. */
export function convertSchema(converter: Converter, at: At<JsonValue>, aim: Aim): TypeNode {
  const { value: schema } = at;
  if (schema === false) return neverType;
  if (!isObject(schema)) return unknownType;
  const node = at as At<JsonObject>;
  const supertype = aim.dry ? supertypesOf(converter.document).bySchema.get(schema) : undefined;
  if (supertype !== undefined) return unionOfSubtypes(converter, supertype, aim);

  const ref = stringField(schema, "$ref");
  if (ref !== undefined && !isStructural(without(schema, "$ref"))) {
    // A type of its own would have the file in JSON, too.
    const isFile = aim.form?.at === "part" && mayHoldFile(converter.document, node, "part");
    return isFile
      ? converter.convert(resolve(converter.document, node), { ...aim, wanted: "" })
      : converter.reference(ref, aim);
  }
  if (isNullable(schema)) return unionOf([converter.convert(withoutNull(node), aim), nullType]);

  const constant = field(schema, "const");
  if (constant !== undefined) return constantType(constant);
  const values = enumValues(schema);
  // Of what a number rounds there are no literals.
  if (values !== undefined && !(isInt64(schema) && values.some(isRounded)))
    return enumType(values, aim.direction);

  if (variantsOf(node) !== undefined) return variantType(converter, node, aim);
  if (ref !== undefined || field(schema, "allOf") !== undefined) return allOfType(converter, node, aim);
  return plainType(converter, node, aim);
}

function variantType(converter: Converter, at: At<JsonObject>, aim: Aim): TypeNode {
  const variants = variantsOf(at);
  if (variants === undefined) return unknownType;
  const types = variants.members.map((member) => {
    const typed = withTypeOf(at.value, member);
    return converter.convert(typed, { ...aim, wanted: variantName(typed, aim.wanted) });
  });
  const union = unionOf(withOpenTexts(converter, variants.members, types));
  const rest = without(at.value, variants.key, "discriminator", ...idleKeys(at.value));
  if (!isStructural(without(rest, "type"))) return union;
  return intersectionOf([converter.convert({ value: rest, pointer: at.pointer }, aim), union]);
}

/** A type that stands beside the alternatives counts for those that name none. */
function withTypeOf(schema: JsonObject, member: At<JsonValue>): At<JsonValue> {
  const type = field(schema, "type");
  if (type === undefined || type === "object" || !isObject(member.value)) return member;
  const says = ["type", "$ref", "allOf", "anyOf", "oneOf", "enum", "const", "properties"];
  if (says.some((key) => field(member.value, key) !== undefined)) return member;
  return { value: { ...member.value, type }, pointer: member.pointer };
}

/** That further keys may or must not be there says nothing about which alternative it is, least of all that it is not one. */
function idleKeys(schema: JsonObject): readonly string[] {
  const isBoolean = typeof field(schema, "additionalProperties") === "boolean";
  const hasOwn =
    field(schema, "properties") !== undefined || field(schema, "patternProperties") !== undefined;
  if (hasOwn) return [];
  return [...(isBoolean ? ["additionalProperties"] : []), "unevaluatedProperties"];
}

function allOfType(converter: Converter, at: At<JsonObject>, aim: Aim): TypeNode {
  const parts = partsOf(at);
  const [first] = parts;
  if (first === undefined) return unknownType;
  if (parts.length === 1) return converter.convert(first, aim);
  if (flatten(converter.document, at) !== undefined) return objectType(converter, at, aim);
  const required = requiredOfParts(converter, parts, { ...aim, wanted: "" });
  const written = parts.filter(
    (part) => !isBareRequired(part) || (required === undefined && field(part.value, "type") !== undefined),
  );
  const types = written.map((part) => {
    const ref = stringField(part.value, "$ref");
    return ref === undefined
      ? converter.convert(part, { ...aim, wanted: "" })
      : converter.base(ref, { ...aim, wanted: "" });
  });
  if (required === undefined) return intersectionOf(types);
  const combined = intersectionOf([...types, required]);
  // The fields would shut null out.
  const isNull = parts.every((part) => admitsNull(converter.document, part));
  return isNull ? unionOf([combined, nullType]) : combined;
}

function plainType(converter: Converter, at: At<JsonObject>, aim: Aim): TypeNode {
  const { value: schema } = at;
  const type = field(schema, "type");
  if (Array.isArray(type)) {
    const one = (name: JsonValue): At<JsonObject> => ({
      value: { ...schema, type: name },
      pointer: at.pointer,
    });
    return unionOf(listField(schema, "type").map((name) => converter.convert(one(name), aim)));
  }
  // Keywords of objects and lists say nothing of what is neither.
  if (flatten(converter.document, at) !== undefined) return objectType(converter, at, aim);
  const isListed = field(schema, "items") !== undefined || field(schema, "prefixItems") !== undefined;
  if (type === "array" || (type === undefined && isListed)) return arrayType(converter, at, aim);
  if (isBinary(schema)) {
    return fileType(aim.form);
  }
  const date = aim.direction === "input" ? dateType(schema) : undefined;
  if (date !== undefined) return date;
  if (type === "string" || type === "boolean" || type === "null") return { kind: "primitive", name: type };
  if (isInt64(schema)) return int64Type(converter.int64, aim.direction);
  if (type === "number" || type === "integer") return { kind: "primitive", name: "number" };
  return unknownType;
}

function isRounded(value: JsonValue): boolean {
  return typeof value === "number" && !Number.isSafeInteger(value);
}
