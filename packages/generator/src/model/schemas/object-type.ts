import { field, isObject, type JsonObject } from "@trunkline/document";
import { pascalCase, singular } from "../../names/words.ts";
import { docsOf } from "../docs.ts";
import { type At, resolve } from "../document.ts";
import { type Field, type Fields, flatten } from "../fields.ts";
import { unionOf, unknownType } from "../nodes.ts";
import type { PropertyModel, TypeNode } from "../type-nodes.ts";
import { type Aim, type Converter, within } from "./converter.ts";

/** An object: a declaration of its own where it has fields and a name for it, else written in place. */
export function objectType(converter: Converter, at: At<JsonObject>, aim: Aim): TypeNode {
  const fields = flatten(converter.document, at);
  if (fields === undefined) return unknownType;
  if (fields.properties.size > 0 && !aim.dry && aim.wanted !== "") {
    return converter.declare(at, aim);
  }
  return {
    kind: "object",
    properties: propertiesOf(converter, fields, aim),
    index: indexOf(converter, fields, aim),
  };
}

/** The fields that go this way: `readOnly` ones are never sent, `writeOnly` ones never answered. */
export function propertiesOf(converter: Converter, fields: Fields, owner: Aim): PropertyModel[] {
  return [...fields.properties]
    .map(([name, one]) => propertyOf(converter, name, one, owner))
    .filter((one) => one !== undefined);
}

export function propertyOf(
  converter: Converter,
  name: string,
  one: Field,
  owner: Aim,
): PropertyModel | undefined {
  const outer = isObject(one.at.value) ? one.at.value : {};
  const target = resolve(converter.document, one.at).value;
  const schema = isObject(target) ? target : {};
  const hidden = owner.direction === "input" ? "readOnly" : "writeOnly";
  if (field(outer, hidden) === true || field(schema, hidden) === true) return undefined;
  return {
    name,
    optional: !one.required,
    type: converter.convert(one.at, {
      ...within(owner, (wanted) => wanted + pascalCase(name)),
      form: partOf(owner),
    }),
    docs: docsOf(schema, outer),
  };
}

/** The fields of a form are its parts; what is within a part is JSON. */
function partOf({ form }: Aim): Aim["form"] {
  return form?.at === "fields" ? { ...form, at: "part" } : undefined;
}

/** What other keys hold. Beside declared properties it must admit their types as well, so it is `unknown` there. */
export function indexOf(converter: Converter, fields: Fields, aim: Aim): TypeNode | undefined {
  const { additional, patterns } = fields;
  const isClosed = additional === undefined || additional.value === false;
  if (fields.properties.size > 0) return isClosed && patterns.length === 0 ? undefined : unknownType;
  if (patterns.length === 0 && additional === undefined) return unknownType;
  // A document that lists patterns means that there are no other keys, unless it says what these hold.
  const values = [...patterns, ...(isClosed && patterns.length > 0 ? [] : [additional])];
  return unionOf(
    values.map((one) =>
      one === undefined || one.value === true
        ? unknownType
        : converter.convert(one, { ...within(aim, singular), form: partOf(aim) }),
    ),
  );
}
