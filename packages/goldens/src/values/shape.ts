import { isObject, type JsonObject, type JsonValue, listOf, objectOf, textOf } from "@trunkline/document";
import type { OpenDocument } from "@trunkline/mock/document";
import { mergeSchemas } from "./merge.ts";

/** A schema with references followed, allOf merged and one alternative taken. */
export interface Shape {
  readonly schema: JsonObject;
  /** Every schema object that went into it: one of them within itself is a recursion. */
  readonly parts: readonly object[];
  /** Discriminator property -> the value that names the alternative taken. */
  readonly tags: Readonly<Record<string, string>>;
}

/** @param above - schemas that the value stands in; an alternative that is one of them is taken last */
export function shapeOf(
  document: OpenDocument,
  node: JsonValue | undefined,
  above: ReadonlySet<object>,
): Shape {
  const resolved = document.resolve(node);
  if (!isObject(resolved)) return { schema: {}, parts: [], tags: {} };
  const { $ref: reference, ...beside } = objectOf(node);
  const own = reference === undefined || node === resolved ? resolved : mergeSchemas(resolved, beside);
  let shape: Shape = { schema: own, parts: [resolved], tags: {} };
  for (const part of listOf(own.allOf)) shape = joined(shape, tagged(document, part, node, above));
  for (const key of ["oneOf", "anyOf"]) {
    const taken = alternative(document, listOf(own[key]), above);
    if (taken === undefined) continue;
    const branch = shapeOf(document, taken, new Set([...above, ...shape.parts]));
    shape = joined(shape, branch);
    const tag = tagOf(objectOf(own.discriminator), taken);
    if (tag !== undefined) shape = { ...shape, tags: { ...shape.tags, ...tag } };
  }
  const { allOf: _all, oneOf: _one, anyOf: _any, ...schema } = shape.schema;
  return { ...shape, schema };
}

/** A parent that tells its children apart by a property wants the child's name there. */
function tagged(
  document: OpenDocument,
  part: JsonValue,
  child: JsonValue | undefined,
  above: ReadonlySet<object>,
): Shape {
  const shape = shapeOf(document, part, above);
  const tag = tagOf(objectOf(shape.schema.discriminator), child);
  return tag === undefined ? shape : { ...shape, tags: { ...shape.tags, ...tag } };
}

function joined(first: Shape, second: Shape): Shape {
  return {
    schema: mergeSchemas(first.schema, second.schema),
    parts: [...first.parts, ...second.parts],
    tags: { ...second.tags, ...first.tags },
  };
}

/** The first alternative that is not null and leads to no recursion. */
function alternative(
  document: OpenDocument,
  list: readonly JsonValue[],
  above: ReadonlySet<object>,
): JsonValue | undefined {
  const usable = list.filter((one) => {
    const { type, enum: values, const: only } = objectOf(document.resolve(one));
    return type !== "null" && only !== null && !(listOf(values).length === 1 && listOf(values)[0] === null);
  });
  const resolved = (one: JsonValue): object => objectOf(document.resolve(one));
  return usable.find((one) => !above.has(resolved(one))) ?? usable[0] ?? list[0];
}

function tagOf(discriminator: JsonObject, taken: JsonValue | undefined): Record<string, string> | undefined {
  const property = textOf(discriminator.propertyName);
  const reference = textOf(objectOf(taken).$ref);
  if (property === undefined || reference === undefined) return undefined;
  const name = reference.split("/").at(-1) ?? "";
  const mapped = Object.entries(objectOf(discriminator.mapping)).find(
    ([, target]) => target === reference || target === name,
  );
  return { [property]: mapped?.[0] ?? name };
}
