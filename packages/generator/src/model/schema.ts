import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listField,
  objectField,
  stringField,
} from "../json.ts";
import { pascalCase, singular } from "../names/words.ts";
import { docsOf, enumValues, isStructural } from "./docs.ts";
import { type At, below, entriesBelow, parsePointer, printPointer, resolve } from "./document.ts";
import {
  type Field,
  type Fields,
  flatten,
  isNullable,
  partsOf,
  placeKey,
  variantsOf,
  without,
  withoutNull,
} from "./fields.ts";
import {
  intersectionOf,
  neverType,
  nullType,
  referencesOf,
  shapeKey,
  unionOf,
  unknownType,
} from "./nodes.ts";
import type { Docs, PropertyModel, Shape, TypeNode } from "./types.ts";

/** Which way a value goes: into a request, or out of an answer. */
export type Direction = "input" | "output";

/** A type that gets a name. Until all are known, types refer to it by `key`. */
export interface Draft {
  readonly key: string;
  readonly pointer: string;
  readonly direction: Direction;
  /** The name that it would like. */
  readonly wanted: string;
  readonly docs: Docs;
  shape: Shape;
}

export interface Types {
  /** The type of a schema. An inline object gets a declaration of its own under `wanted`; "" = it is written in place. */
  of(at: At<JsonValue>, direction: Direction, wanted: string): TypeNode;
  fields(at: At<JsonValue>): Fields | undefined;
  property(name: string, one: Field, direction: Direction, owner: string): PropertyModel | undefined;
  /** Declares every type that was referred to, and what these refer to in turn. */
  drafts(): ReadonlyMap<string, Draft>;
}

const INPUT = "!input";

/** Key of the type that requests use, where it differs. */
export function inputKey(pointer: string): string {
  return pointer + INPUT;
}

export function createTypes(document: JsonObject, baseName: (pointer: string) => string): Types {
  const drafts = new Map<string, Draft>();
  const pending: (() => void)[] = [];
  const local = new Map<string, { readonly differs: boolean; readonly references: readonly string[] }>();
  const verdicts = new Map<string, boolean>();
  const discriminators = discriminatorValues(document);
  const singleEnumIsConst = (stringField(document, "openapi") ?? "").startsWith("3.0");

  return {
    of: (at, direction, wanted) => convert(at, direction, wanted),
    fields: (at) => flatten(document, at),
    property: (name, one, direction, owner) => property(name, one, direction, owner, false),
    drafts() {
      for (let work = pending.shift(); work !== undefined; work = pending.shift()) work();
      return drafts;
    },
  };

  function convert(at: At<JsonValue>, direction: Direction, wanted: string, dry = false): TypeNode {
    const { value: schema } = at;
    if (schema === false) return neverType;
    if (!isObject(schema)) return unknownType;
    const node = at as At<JsonObject>;
    const again = (value: JsonObject): TypeNode =>
      convert({ value, pointer: at.pointer }, direction, wanted, dry);

    const ref = stringField(schema, "$ref");
    if (ref !== undefined && !isStructural(without(schema, "$ref"))) return reference(ref, direction, dry);
    if (isNullable(schema)) return unionOf([convert(withoutNull(node), direction, wanted, dry), nullType]);

    const constant = field(schema, "const");
    if (constant !== undefined) return constantType(constant);
    const values = enumValues(schema);
    if (values !== undefined) return enumType(schema, values, direction);

    const variants = variantsOf(node);
    if (variants !== undefined) {
      const union = unionOf(
        variants.members.map((member) => convert(member, direction, variantName(member, wanted), dry)),
      );
      const rest = without(schema, variants.key, "discriminator");
      return isStructural(without(rest, "type")) ? intersectionOf([again(rest), union]) : union;
    }
    if (ref !== undefined || field(schema, "allOf") !== undefined) {
      const parts = partsOf(node);
      const [first] = parts;
      if (first === undefined) return unknownType;
      if (parts.length === 1) return convert(first, direction, wanted, dry);
      if (flatten(document, at) !== undefined) return objectType(node, direction, wanted, dry);
      return intersectionOf(parts.map((part) => convert(part, direction, "", dry)));
    }
    const type = field(schema, "type");
    if (Array.isArray(type)) {
      return unionOf(type.map((name) => again({ ...schema, type: name })));
    }
    if (flatten(document, at) !== undefined) return objectType(node, direction, wanted, dry);
    if (
      type === "array" ||
      field(schema, "items") !== undefined ||
      field(schema, "prefixItems") !== undefined
    ) {
      return arrayType(node, direction, wanted, dry);
    }
    if (isBinary(schema)) {
      return direction === "input"
        ? { kind: "external", name: "Uploadable" }
        : { kind: "primitive", name: "string" };
    }
    if (type === "string" || type === "boolean" || type === "null") return { kind: "primitive", name: type };
    if (type === "number" || type === "integer") return { kind: "primitive", name: "number" };
    return unknownType;
  }

  function enumType(
    schema: JsonObject,
    values: readonly (string | number | boolean)[],
    direction: Direction,
  ): TypeNode {
    const literals = unionOf(values.map((value): TypeNode => ({ kind: "literal", value })));
    if (values.length === 2 && values.includes(true) && values.includes(false)) {
      return { kind: "primitive", name: "boolean" };
    }
    // 3.0 has no `const`; a list of one is how it is written there.
    const isClosed = direction === "input" || (singleEnumIsConst && values.length === 1);
    if (isClosed || listField(schema, "enum").length === 0) return literals;
    const others = (["string", "number"] as const).filter((name) =>
      values.some((value) => typeof value === name),
    );
    return unionOf([literals, ...others.map((name): TypeNode => ({ kind: "other", name }))]);
  }

  function arrayType(at: At<JsonObject>, direction: Direction, wanted: string, dry: boolean): TypeNode {
    const name = wanted === "" ? "" : singular(wanted);
    const items = below(at, "items");
    const prefix = listField(at.value, "prefixItems");
    if (prefix.length > 0) {
      const minItems = field(at.value, "minItems");
      return {
        kind: "tuple",
        items: [...prefix.keys()].map((index) =>
          convert(
            below(at, "prefixItems", index) as At<JsonValue>,
            direction,
            name && `${name}${index + 1}`,
            dry,
          ),
        ),
        optionalFrom: typeof minItems === "number" ? Math.min(minItems, prefix.length) : 0,
        rest:
          items?.value === false
            ? undefined
            : items === undefined
              ? unknownType
              : convert(items, direction, name, dry),
      };
    }
    return { kind: "array", items: items === undefined ? unknownType : convert(items, direction, name, dry) };
  }

  function objectType(at: At<JsonObject>, direction: Direction, wanted: string, dry: boolean): TypeNode {
    const fields = flatten(document, at) as Fields;
    if (fields.properties.size === 0)
      return { kind: "object", properties: [], index: indexOf(fields, direction, wanted, dry) };
    if (dry || wanted === "") {
      return {
        kind: "object",
        properties: properties(fields, direction, wanted, dry),
        index: indexOf(fields, direction, wanted, dry),
      };
    }
    return declare(at, direction, wanted);
  }

  function properties(fields: Fields, direction: Direction, owner: string, dry: boolean): PropertyModel[] {
    return [...fields.properties]
      .map(([name, one]) => property(name, one, direction, owner, dry))
      .filter((one) => one !== undefined);
  }

  function property(
    name: string,
    one: Field,
    direction: Direction,
    owner: string,
    dry: boolean,
  ): PropertyModel | undefined {
    const outer = isObject(one.at.value) ? one.at.value : {};
    const target = resolve(document, one.at).value;
    const schema = isObject(target) ? target : {};
    const hidden = direction === "input" ? "readOnly" : "writeOnly";
    if (field(outer, hidden) === true || field(schema, hidden) === true) return undefined;
    return {
      name,
      optional: !one.required,
      readonly: false,
      type: convert(one.at, direction, owner === "" ? "" : owner + pascalCase(name), dry),
      docs: docsOf(schema, outer),
    };
  }

  /** What other keys hold. Beside declared properties it must admit their types as well, so it is `unknown` there. */
  function indexOf(fields: Fields, direction: Direction, wanted: string, dry: boolean): TypeNode | undefined {
    const { additional } = fields;
    if (fields.properties.size > 0) {
      return additional === undefined || additional.value === false ? undefined : unknownType;
    }
    if (additional === undefined || additional.value === true) return unknownType;
    return convert(additional, direction, wanted === "" ? "" : singular(wanted), dry);
  }

  function reference(ref: string, direction: Direction, dry: boolean): TypeNode {
    const pointer = parsePointer(ref);
    const key = printPointer(pointer);
    if (dry) return { kind: "reference", name: key };
    const at = below({ value: document, pointer: [] }, ...pointer);
    return at === undefined ? unknownType : declare(at, direction, baseName(key));
  }

  function declare(at: At<JsonValue>, direction: Direction, wanted: string): TypeNode {
    const pointer = placeKey(at);
    const key = direction === "input" && differs(at) ? inputKey(pointer) : pointer;
    if (!drafts.has(key)) {
      const schema = isObject(at.value) ? at.value : {};
      const draft: Draft = {
        key,
        pointer,
        direction,
        wanted,
        docs: docsOf(schema),
        shape: { kind: "alias", type: unknownType },
      };
      drafts.set(key, draft);
      pending.push(() => {
        draft.shape = shapeOf(at, direction, wanted);
      });
    }
    return { kind: "reference", name: key };
  }

  /** Whether requests and answers see a schema differently, by itself or by what it refers to. */
  function differs(at: At<JsonValue>): boolean {
    const start = placeKey(at);
    const known = verdicts.get(start);
    if (known !== undefined) return known;
    const seen = new Set([start]);
    const open = [at];
    let verdict = false;
    for (let next = open.pop(); next !== undefined && !verdict; next = open.pop()) {
      const { differs: here, references } = localVerdict(next);
      verdict = here || references.some((key) => verdicts.get(key) === true);
      for (const key of references) {
        const target = below({ value: document, pointer: [] }, ...parsePointer(key));
        if (target === undefined || seen.has(key)) continue;
        seen.add(key);
        open.push(target);
      }
    }
    verdicts.set(start, verdict);
    return verdict;
  }

  function localVerdict(at: At<JsonValue>): {
    readonly differs: boolean;
    readonly references: readonly string[];
  } {
    const key = placeKey(at);
    let verdict = local.get(key);
    if (verdict === undefined) {
      const input = convert(at, "input", "", true);
      const output = convert(at, "output", "", true);
      verdict = {
        differs: shapeKey(input) !== shapeKey(output),
        references: [...new Set([...referencesOf(input), ...referencesOf(output)])],
      };
      local.set(key, verdict);
    }
    return verdict;
  }

  function shapeOf(at: At<JsonValue>, direction: Direction, wanted: string): Shape {
    const fields = flatten(document, at);
    if (fields === undefined || !isObject(at.value) || isPureReference(at.value)) {
      return { kind: "alias", type: convert(at, direction, "") };
    }
    const { bases, own } = inheritance(at as At<JsonObject>, fields);
    const shape = {
      kind: "interface" as const,
      extends: bases.map((base) => reference(base, direction, false)),
      properties: discriminated(at, properties(own, direction, wanted, false), fields),
      index: indexOf(own, direction, wanted, false),
    };
    if (shape.properties.length > 0) return shape;
    if (shape.extends.length === 0 && shape.index?.kind === "primitive" && shape.index.name !== "never")
      return shape;
    return {
      kind: "alias",
      type:
        shape.extends.length > 0
          ? intersectionOf(shape.extends)
          : { kind: "object", properties: [], index: shape.index },
    };
  }

  /** Parts that can be written as `extends`: named ones whose fields no other part touches. */
  function inheritance(
    at: At<JsonObject>,
    fields: Fields,
  ): { readonly bases: readonly string[]; readonly own: Fields } {
    const parts = partsOf(at).map((part) => ({
      ref: stringField(part.value, "$ref"),
      fields: flatten(
        document,
        stringField(part.value, "$ref") === undefined ? part : resolve(document, part),
      ),
    }));
    const owners = (name: string): number => parts.filter((part) => part.fields?.properties.has(name)).length;
    const bases = parts.filter(
      (part) =>
        part.ref !== undefined &&
        part.fields !== undefined &&
        part.fields.properties.size > 0 &&
        [...part.fields.properties].every(
          ([name, one]) => owners(name) === 1 && one.required === fields.properties.get(name)?.required,
        ),
    );
    if (parts.length === 1 || bases.length === 0) return { bases: [], own: fields };
    const inherited = new Set(bases.flatMap((base) => [...(base.fields?.properties.keys() ?? [])]));
    return {
      bases: bases.map((base) => base.ref as string),
      own: {
        properties: new Map([...fields.properties].filter(([name]) => !inherited.has(name))),
        required: fields.required,
        additional: bases.length === parts.length ? undefined : fields.additional,
      },
    };
  }

  /** A variant's discriminator holds only the values that stand for it, whatever its schema says. */
  function discriminated(
    at: At<JsonValue>,
    own: readonly PropertyModel[],
    fields: Fields,
  ): readonly PropertyModel[] {
    const known = discriminators.get(placeKey(at));
    if (known === undefined) return own;
    const inherited = fields.properties.get(known.property);
    if (inherited === undefined) return own;
    const current =
      own.find((one) => one.name === known.property) ??
      property(known.property, inherited, "output", "", false);
    if (current === undefined || current.type.kind === "literal") return own;
    const type = unionOf([...known.values].map((value): TypeNode => ({ kind: "literal", value })));
    return [
      ...own.map((one) => (one.name === known.property ? { ...one, type } : one)),
      ...(own.some((one) => one.name === known.property) ? [] : [{ ...current, type }]),
    ];
  }

  /** A variant is called after its title or after the constant that tells it from the others; else it stays nameless. */
  function variantName(at: At<JsonValue>, owner: string): string {
    if (owner === "" || !isObject(at.value)) return "";
    const title = stringField(at.value, "title");
    if (title !== undefined && pascalCase(title) !== "") return owner + pascalCase(title);
    for (const [, one] of entriesBelow(at, "properties")) {
      const only =
        field(one.value, "const") ??
        (listField(one.value, "enum").length === 1 ? listField(one.value, "enum")[0] : undefined);
      if (typeof only === "string" && pascalCase(only) !== "") return owner + pascalCase(only);
    }
    return "";
  }
}

function isPureReference(schema: JsonObject): boolean {
  return field(schema, "$ref") !== undefined && !isStructural(without(schema, "$ref"));
}

function constantType(value: JsonValue): TypeNode {
  if (value === null) return nullType;
  if (typeof value === "object") return unknownType;
  return { kind: "literal", value };
}

/** Bytes, not text: `format: binary`, or a media type without a text encoding. */
export function isBinary(schema: JsonObject): boolean {
  if (field(schema, "format") === "binary") return true;
  const mediaType = stringField(schema, "contentMediaType");
  return (
    mediaType !== undefined &&
    field(schema, "contentEncoding") === undefined &&
    !/json|^text\//.test(mediaType)
  );
}

/** Component -> the property and the values that say "this is one", from every discriminator that names it. */
function discriminatorValues(
  document: JsonObject,
): ReadonlyMap<string, { readonly property: string; readonly values: ReadonlySet<string> }> {
  const found = new Map<string, { property: string; values: Set<string> }>();
  for (const [, at] of entriesBelow({ value: document, pointer: [] }, "components", "schemas")) {
    const discriminator = objectField(at.value, "discriminator");
    const property = stringField(discriminator, "propertyName");
    if (property === undefined) continue;
    const targets = new Map<string, Set<string>>();
    const note = (ref: string, value: string): void => {
      const pointer = ref.startsWith("#") ? ref : `#/components/schemas/${ref}`;
      targets.set(pointer, (targets.get(pointer) ?? new Set()).add(value));
    };
    for (const [value, ref] of entriesBelow({ value: discriminator, pointer: [] }, "mapping")) {
      if (typeof ref.value === "string") note(ref.value, value);
    }
    // Without a mapping the name of the schema is the value.
    for (const member of [...listField(at.value, "oneOf"), ...listField(at.value, "anyOf")]) {
      const ref = stringField(member, "$ref");
      if (ref !== undefined && !targets.has(ref)) note(ref, parsePointer(ref).at(-1) ?? "");
    }
    for (const [pointer, values] of targets) {
      const before = found.get(pointer);
      if (before === undefined) found.set(pointer, { property, values });
      else if (before.property === property) for (const value of values) before.values.add(value);
    }
  }
  return found;
}
