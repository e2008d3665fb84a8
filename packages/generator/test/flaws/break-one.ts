import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { objectModel } from "../../src/read/object-model.ts";
import type { Kind, Shape } from "../../src/read/object-shapes.ts";

/** A document in which one thing is broken. */
export interface Broken {
  readonly document: JsonObject;
  /** `paths//pets/get/parameters: a list is a text`. */
  readonly what: string;
  /** Whether a person has to be told: what may be missing says nothing where it is. */
  readonly isTold: boolean;
  /** Whether the key of an operation, a path or all paths is gone, so that nobody can count what it held. */
  readonly isUncounted: boolean;
}

type Pointer = readonly (string | number)[];

/** Something of the model that can be broken. */
interface Place {
  readonly pointer: Pointer;
  readonly kind: Kind;
  readonly key: string;
  readonly shape: Shape;
  readonly isKey: boolean;
  readonly isRequired: boolean;
}

const broken: readonly JsonValue[] = ["broken", 7, true, [], {}, ["broken"], { broken: true }, null];

/** @param random between 0 and 1, of a generator with a seed */
export function breakOne(base: JsonObject, places: readonly Place[], random: () => number): Broken {
  const some = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const place = some(places);
  const document = structuredClone(base);
  const parent = at(document, place.pointer.slice(0, -1)) as Record<string, JsonValue>;
  const last = String(place.pointer.at(-1));
  const where = place.pointer.join("/");
  const isUncounted =
    /^(?:paths|pathItem|document paths)/.test(`${place.kind} ${place.key}`) || where === "paths";
  const how = some(["type", "type", "missing", "misspelt", "dangling"]);
  if (how === "misspelt" && place.isKey) {
    const key = `${last.slice(0, -1)}${last.at(-1) === "q" ? "w" : "q"}`;
    const entries = Object.entries(parent).map(
      ([name, value]) => [name === last ? key : name, value] as const,
    );
    for (const name of Object.keys(parent)) delete parent[name];
    Object.assign(parent, Object.fromEntries(entries));
    const isOpen = objectModel[place.kind].open === true || objectModel[place.kind].rest !== undefined;
    return { document, what: `${where}: misspelt ${key}`, isTold: !isOpen || place.isRequired, isUncounted };
  }
  if (how === "missing" && !isArray(parent)) {
    delete parent[last];
    return { document, what: `${where}: missing`, isTold: place.isRequired, isUncounted };
  }
  if (how === "dangling") {
    parent[last] = { $ref: "#/components/nowhere/Nobody" };
    return { document, what: `${where}: a $ref to nothing`, isTold: !isNames(place.shape), isUncounted };
  }
  const before = parent[last] ?? null;
  const value = some(broken.filter((one) => typeOf(one) !== typeOf(before)));
  parent[last] = value;
  const isTaken =
    fits(place.shape, value) ||
    (typeof value === "boolean" && place.shape.is === "object" && place.shape.kind === "schema");
  return { document, what: `${where}: ${JSON.stringify(value)}`, isTold: !isTaken, isUncounted };
}

/** Where a key that is called "$ref" is a name like others. */
function isNames(shape: Shape): boolean {
  return shape.is === "data" || (shape.is === "map" && shape.of.is === "string");
}

/** Whether a value of another type is one that may stand there. */
function fits(shape: Shape, value: JsonValue): boolean {
  if (shape.is === "data") return true;
  if (shape.is === "object")
    return (
      isObject(value) &&
      (objectModel[shape.kind].required ?? []).length === 0 &&
      Object.keys(value).length === 0
    );
  if (shape.is === "map") return isObject(value) && (Object.keys(value).length === 0 || fits(shape.of, true));
  if (shape.is === "list") return isArray(value) && (value.length === 0 || fits(shape.of, "broken"));
  return typeof value === shape.is;
}

function typeOf(value: JsonValue): string {
  return value === null ? "null" : isArray(value) ? "list" : typeof value;
}

function at(document: JsonObject, pointer: Pointer): JsonValue {
  let value: JsonValue = document;
  for (const token of pointer) value = (value as Record<string, JsonValue>)[token] as JsonValue;
  return value;
}

/** Every place of the model; what a person wrote for the generator, and data, are none. */
export function breakable(document: JsonObject): readonly Place[] {
  const places: Place[] = [];
  function object(kind: Kind, value: JsonValue, pointer: Pointer): void {
    if (!isObject(value)) return;
    const rule = objectModel[kind];
    for (const [key, field] of Object.entries(value)) {
      if (key === "openapi" || key === "$ref" || key.startsWith("x-")) continue;
      const isField = Object.hasOwn(rule.fields, key);
      const shape = isField ? rule.fields[key] : rule.rest?.shape;
      if (shape === undefined || shape.is === "data") continue;
      places.push({
        pointer: [...pointer, key],
        kind,
        key,
        shape,
        isKey: isField,
        isRequired: rule.required?.includes(key) ?? false,
      });
      inside(shape, field, [...pointer, key], kind, key);
    }
  }
  function inside(shape: Shape, value: JsonValue, pointer: Pointer, kind: Kind, key: string): void {
    if (shape.is === "object") object(shape.kind, value, pointer);
    const of = shape.is === "list" || shape.is === "map" ? shape.of : undefined;
    if (of === undefined || of.is === "data") return;
    const entries = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
    for (const [name, item] of entries) {
      places.push({ pointer: [...pointer, name], kind, key, shape: of, isKey: false, isRequired: false });
      inside(of, item, [...pointer, name], kind, key);
    }
  }
  object("document", document, []);
  return places;
}

/** Numbers that look random, and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
