import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { objectModel } from "../../src/read/object-model.ts";
import type { Kind, Shape } from "../../src/read/object-shapes.ts";

export type Pointer = readonly (string | number)[];

/** One place of a document that text can stand in. */
export interface Place {
  /** `info.title`; `components.schemas{}` for the keys of a map; `operation.tags[]` for items. */
  readonly id: string;
  readonly pointer: Pointer;
  /** A key is put beside the one that is there, so that what refers to that still finds it. */
  readonly is: "value" | "key";
}

/**
 * Every place of a document that holds text, along the object model.
 *
 * @param options.everything - besides, a place `kind#` for every key of every object of the model
 */
export function placesOf(
  document: JsonObject,
  options: { readonly everything?: boolean } = {},
): readonly Place[] {
  const places: Place[] = [];
  const add = (id: string, pointer: Pointer, is: Place["is"]): void => void places.push({ id, pointer, is });

  function object(kind: Kind, value: JsonValue, pointer: Pointer): void {
    if (!isObject(value)) return;
    const rule = objectModel[kind];
    for (const [key, field] of Object.entries(value)) {
      const at = [...pointer, key];
      if (options.everything) add(`${kind}#`, at, "key");
      if (key === "$ref") add(`${kind}.$ref`, at, "value");
      else if (key === "x-trunkline") data(`${kind}.x-trunkline`, field, at);
      else if (key.startsWith("x-")) {
        add(`${kind}.x-{}`, at, "key");
        data(`${kind}.x-`, field, at);
      } else if (Object.hasOwn(rule.fields, key)) shape(`${kind}.${key}`, rule.fields[key], field, at);
      else if (rule.rest !== undefined) {
        add(`${kind}{}`, at, "key");
        shape(`${kind}.*`, rule.rest.shape, field, at);
      } else data(`${kind}.${key}`, field, at);
    }
    // What nobody knows may stand in every object.
    add(`${kind}.unknown`, [...pointer, "unknownKey"], "key");
  }

  function shape(id: string, is: Shape | undefined, value: JsonValue, pointer: Pointer): void {
    if (is?.is === "object") object(is.kind, value, pointer);
    else if (is?.is === "list" && isArray(value)) {
      for (const [index, item] of value.entries()) shape(`${id}[]`, is.of, item, [...pointer, index]);
    } else if (is?.is === "map" && isObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        add(`${id}{}`, [...pointer, key], "key");
        shape(`${id}.*`, is.of, item, [...pointer, key]);
      }
    } else data(id, value, pointer);
  }

  function data(id: string, value: JsonValue, pointer: Pointer): void {
    if (typeof value === "string") add(id, pointer, "value");
    else if (isArray(value))
      for (const [index, item] of value.entries()) data(`${id}[]`, item, [...pointer, index]);
    else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        if (!id.includes("x-trunkline")) add(`${id}{}`, [...pointer, key], "key");
        data(id.includes("x-trunkline") ? `${id}.${key}` : `${id}.*`, item, [...pointer, key]);
      }
    }
  }

  object("document", document, []);
  return places;
}

/** Every place of a value that holds text: of data, whose places have no kinds, so that each has an id of its own. */
export function placesOfData(value: JsonValue, pointer: Pointer = []): readonly Place[] {
  const at = (is: Place["is"]): Place => ({ id: pointer.join("/"), pointer, is });
  if (typeof value === "string") return [at("value")];
  if (!isArray(value) && !isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const below = [...pointer, isArray(value) ? Number(key) : key];
    const own: readonly Place[] = isArray(value)
      ? []
      : [{ id: `${below.join("/")}{}`, pointer: below, is: "key" }];
    return [...own, ...placesOfData(item, below)];
  });
}
