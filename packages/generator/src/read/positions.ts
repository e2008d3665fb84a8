import type { JsonObject, JsonValue } from "@trunkline/document";

/** A file's number and an offset in it, in one number, because large documents have millions of places. */
export type Position = number;

const FILE_SIZE = 2 ** 28;

export function position(fileIndex: number, offset: number): Position {
  return fileIndex * FILE_SIZE + offset;
}

export function fileIndexOf(place: Position): number {
  return Math.floor(place / FILE_SIZE);
}

export function offsetOf(place: Position): number {
  return place % FILE_SIZE;
}

/** Children from which on a container is worth an index. */
const WIDE = 50;

/** Where a container stands, and then each of its children in the order of `Object.keys`. */
type Places = readonly Position[];

/** Places of the values of documents, kept beside them so that the values stay plain data. */
export class PositionTable {
  readonly #places = new WeakMap<object, Places>();
  readonly #indexes = new WeakMap<object, ReadonlyMap<string, number>>();

  set(container: object, at: Position, children: readonly Position[]): void {
    // Exactly as long as it has to be: one that grew has room for more, which adds up.
    this.#places.set(container, [at].concat(children));
  }

  /** For an object whose keys were written in the order of `keys`: those that look like indexes come first. */
  setEntries(object: JsonObject, at: Position, keys: readonly string[], children: readonly Position[]): void {
    if (!keys.some((key) => /^\d/.test(key))) {
      this.set(object, at, children);
      return;
    }
    const places = new Map(keys.map((key, index) => [key, children[index] ?? at]));
    this.set(
      object,
      at,
      Object.keys(object).map((key) => places.get(key) ?? at),
    );
  }

  /** Where a container begins. */
  at(container: object): Position | undefined {
    return this.#places.get(container)?.[0];
  }

  /** Where a child's key (in an object) or the child (in a list) begins. */
  child(container: object, key: string | number): Position | undefined {
    const index = Array.isArray(container) ? Number(key) : this.#indexOf(container, String(key));
    return this.childAt(container, index);
  }

  /** Of wide containers, such as the components, the same is asked as often as they are wide. */
  #indexOf(container: object, key: string): number {
    const known = this.#indexes.get(container);
    if (known !== undefined) return known.get(key) ?? -1;
    const keys = Object.keys(container);
    if (keys.length < WIDE) return keys.indexOf(key);
    const indexes = new Map(keys.map((name, index) => [name, index]));
    this.#indexes.set(container, indexes);
    return indexes.get(key) ?? -1;
  }

  /** Where the child at an index of `Object.keys` begins. */
  childAt(container: object, index: number): Position | undefined {
    return index < 0 ? undefined : this.#places.get(container)?.[index + 1];
  }

  /** Place of the last container or child on the way that is known. */
  find(root: JsonValue, pointer: readonly (string | number)[], fallback: Position): Position {
    let value: JsonValue | undefined = root;
    let found = fallback;
    if (typeof root === "object" && root !== null) found = this.at(root) ?? found;
    for (const token of pointer) {
      if (typeof value !== "object" || value === null) break;
      const next = this.child(value, token);
      if (next === undefined) break;
      found = next;
      value = (value as Readonly<Record<string, JsonValue>>)[token];
    }
    return found;
  }
}
