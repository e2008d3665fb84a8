import { isObject, type JsonObject, type JsonValue, stringField } from "@trunkline/document";
import { isStructural, noDocs } from "../docs.ts";
import { type At, resolve } from "../document.ts";
import { type Fields, flatten, partsOf, placeKey, without } from "../fields.ts";
import { intersectionOf, unionOf } from "../nodes.ts";
import type { PropertyModel, Shape, TypeNode } from "../type-nodes.ts";
import type { Aim, Converter } from "./converter.ts";
import type { Discriminators } from "./discriminators.ts";
import { indexOf, propertiesOf, propertyOf } from "./object-type.ts";
import { type Supertype, supertypesOf } from "./supertypes.ts";

/** How a schema is declared: an interface where it is a plain object, else an alias. */
export function shapeOf(
  converter: Converter,
  discriminators: Discriminators,
  at: At<JsonValue>,
  aim: Aim,
): Shape {
  const supertype = supertypesOf(converter.document).byPointer.get(placeKey(at));
  if (supertype !== undefined) return { kind: "alias", type: unionOfSubtypes(converter, supertype, aim) };
  const fields = flatten(converter.document, at);
  if (fields === undefined || !isObject(at.value) || isPureReference(at.value)) {
    return { kind: "alias", type: converter.convert(at, { ...aim, wanted: "" }) };
  }
  const { bases, own } = inheritance(converter.document, discriminators, at as At<JsonObject>, fields);
  const shape = {
    kind: "interface" as const,
    extends: bases.map((base) => converter.base(base, aim)),
    properties: discriminated(converter, discriminators, at, propertiesOf(converter, own, aim), fields),
    // Beside the fields of a base, too, what others hold must admit the types of these.
    index: indexOf(converter, bases.length === 0 ? own : { ...own, properties: fields.properties }, aim),
  };
  if (shape.properties.length > 0 || isDictionary(shape)) return shape;
  const object: TypeNode = { kind: "object", properties: [], index: shape.index };
  const isClosed =
    (own.additional === undefined || own.additional.value === false) && own.patterns.length === 0;
  if (shape.extends.length === 0) return { kind: "alias", type: object };
  return { kind: "alias", type: intersectionOf(isClosed ? shape.extends : [...shape.extends, object]) };
}

/** A value of a supertype is one of its members. */
export function unionOfSubtypes(
  converter: Converter,
  { pointer, members, isMember }: Supertype,
  aim: Aim,
): TypeNode {
  return unionOf([
    ...(isMember ? [converter.base(pointer, aim)] : []),
    ...members.map((member) => converter.reference(member, aim)),
  ]);
}

/** An interface must have something of its own to say. */
function isDictionary({ extends: bases, index }: Shape & { kind: "interface" }): boolean {
  const isPlain = index?.kind === "int64" || (index?.kind === "primitive" && index.name !== "never");
  return bases.length === 0 && isPlain;
}

function isPureReference(schema: JsonObject): boolean {
  return stringField(schema, "$ref") !== undefined && !isStructural(without(schema, "$ref"));
}

/** Parts that can be written as `extends`: named ones whose fields no other part touches. */
function inheritance(
  document: JsonObject,
  discriminators: Discriminators,
  at: At<JsonObject>,
  fields: Fields,
): { readonly bases: readonly string[]; readonly own: Fields } {
  const parts = partsOf(at).map((part) => {
    const ref = stringField(part.value, "$ref");
    return { ref, fields: flatten(document, ref === undefined ? part : resolve(document, part)) };
  });
  const isUntouched = (name: string): boolean =>
    parts.filter((part) => part.fields?.properties.has(name)).length === 1;
  const bases = parts.flatMap(({ ref, fields: base }) => {
    if (ref === undefined || base === undefined || base.properties.size === 0) return [];
    // What stands for itself in the discriminator cannot be extended by what stands for something else.
    const known = discriminators.get(ref);
    if (known !== undefined && base.properties.has(known.property)) return [];
    const fits = [...base.properties].every(
      ([name, one]) => isUntouched(name) && one.required === fields.properties.get(name)?.required,
    );
    return fits ? [{ ref, names: [...base.properties.keys()] }] : [];
  });
  if (parts.length === 1 || bases.length === 0) return { bases: [], own: fields };
  const inherited = new Set(bases.flatMap(({ names }) => names));
  return {
    bases: bases.map(({ ref }) => ref),
    own: {
      properties: new Map([...fields.properties].filter(([name]) => !inherited.has(name))),
      required: fields.required,
      additional: bases.length === parts.length ? undefined : fields.additional,
      patterns: bases.length === parts.length ? [] : fields.patterns,
    },
  };
}

/** A variant's discriminator holds only the values that stand for it, whatever its schema says. */
function discriminated(
  converter: Converter,
  discriminators: Discriminators,
  at: At<JsonValue>,
  own: readonly PropertyModel[],
  fields: Fields,
): readonly PropertyModel[] {
  const known = discriminators.get(placeKey(at).replace(/!base$/, ""));
  if (known === undefined) return own;
  const inherited = fields.properties.get(known.property);
  // A variant that does not declare what tells it from the others is told by it all the same.
  if (inherited === undefined) {
    const literals = [...known.values].map((value): TypeNode => ({ kind: "literal", value }));
    return [...own, { name: known.property, optional: true, type: unionOf(literals), docs: noDocs }];
  }
  const isOwn = own.some(({ name }) => name === known.property);
  const aim: Aim = { direction: "output", wanted: "", dry: false };
  const current =
    own.find(({ name }) => name === known.property) ?? propertyOf(converter, known.property, inherited, aim);
  if (current === undefined || current.type.kind === "literal") return own;
  const type = unionOf([...known.values].map((value): TypeNode => ({ kind: "literal", value })));
  const closed = { ...current, type };
  return isOwn ? own.map((one) => (one.name === known.property ? closed : one)) : [...own, closed];
}
