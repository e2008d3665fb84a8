import { isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { objectModel } from "../read/object-model.ts";
import type { Kind, Shape } from "../read/object-shapes.ts";
import type { Pointer } from "../read/types.ts";

/**
 * Called for each object of the model, parents before children, and not for refs' targets. The pointer is the walk's own,
 * and leads elsewhere after the call: whoever keeps it copies it.
 */
export type Visitor = (kind: Kind, value: JsonObject, pointer: Pointer, parent: Kind | undefined) => void;

/** Walks a bundled document along the object model; examples, defaults and extensions are not part of it. */
export function visit(document: JsonObject, visitor: Visitor): void {
  visitObject("document", document, [], visitor);
}

function visitObject(
  kind: Kind,
  value: JsonValue,
  pointer: (string | number)[],
  visitor: Visitor,
  parent?: Kind,
): void {
  if (!isObject(value)) return;
  visitor(kind, value, pointer, parent);
  const rule = objectModel[kind];
  for (const key of Object.keys(value)) {
    const shape = Object.hasOwn(rule.fields, key)
      ? rule.fields[key]
      : key.startsWith("x-")
        ? undefined
        : rule.rest?.shape;
    if (shape === undefined || !holdsObjects(shape)) continue;
    pointer.push(key);
    visitShape(shape, value[key] ?? null, pointer, visitor, kind);
    pointer.pop();
  }
}

function visitShape(
  shape: Shape,
  value: JsonValue,
  pointer: (string | number)[],
  visitor: Visitor,
  parent: Kind,
): void {
  if (shape.is === "object") {
    visitObject(shape.kind, value, pointer, visitor, parent);
  } else if (shape.is === "list" && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      pointer.push(index);
      visitShape(shape.of, item, pointer, visitor, parent);
      pointer.pop();
    }
  } else if (shape.is === "map" && isObject(value)) {
    for (const key of Object.keys(value)) {
      pointer.push(key);
      visitShape(shape.of, value[key] ?? null, pointer, visitor, parent);
      pointer.pop();
    }
  }
}

function holdsObjects(shape: Shape): boolean {
  return shape.is === "object" || ((shape.is === "list" || shape.is === "map") && holdsObjects(shape.of));
}
