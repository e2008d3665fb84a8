import type { JsonValue } from "@trunkline/document";
import type { Position, PositionTable } from "../positions.ts";

type Key = string | number;
type Container = Record<string, JsonValue> | JsonValue[];

/**
 * A document that can be changed and still knows where each part was written. What is put in keeps the place that it
 * has in its own file.
 */
export class Editable {
  readonly #positions: PositionTable;
  readonly #at = new WeakMap<object, Position>();
  readonly #children = new WeakMap<object, Map<Key, Position>>();
  #root: JsonValue;

  constructor(root: JsonValue, positions: PositionTable) {
    this.#positions = positions;
    this.#root = this.#copy(root);
  }

  get root(): JsonValue {
    return this.#root;
  }

  /** The value at a path; `undefined` where an earlier change took it away. */
  get(path: readonly Key[]): JsonValue | undefined {
    let value: JsonValue | undefined = this.#root;
    for (const key of path) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
      value = (value as Readonly<Record<string, JsonValue>>)[key];
    }
    return value;
  }

  /** Where a value at a path was written. */
  place(path: readonly Key[]): Position {
    const key = path.at(-1);
    const parent = this.get(path.slice(0, -1));
    if (key === undefined || typeof parent !== "object" || parent === null) return 0;
    return this.#children.get(parent)?.get(key) ?? 0;
  }

  /** Puts a copy of a value at a path, over what is there. */
  set(path: readonly Key[], value: JsonValue, at: Position): void {
    const key = path.at(-1);
    const parent = this.get(path.slice(0, -1)) as Container | undefined;
    if (key === undefined) this.#root = this.#copy(value);
    else if (parent !== undefined) {
      (parent as Record<Key, JsonValue>)[key] = this.#copy(value);
      this.#children.get(parent)?.set(key, at);
    }
  }

  /** Adds a copy of a value at the end of the list at a path. */
  append(path: readonly Key[], value: JsonValue, at: Position): void {
    const list = this.get(path) as readonly JsonValue[];
    this.set([...path, list.length], value, at);
  }

  remove(path: readonly Key[]): void {
    const key = path.at(-1) ?? "";
    const parent = this.get(path.slice(0, -1)) as Container;
    const places = this.#children.get(parent) as Map<Key, Position>;
    if (!Array.isArray(parent)) {
      delete parent[key];
      places.delete(key);
      return;
    }
    const rest = [...parent.keys()].filter((index) => index !== key).map((index) => places.get(index) ?? 0);
    parent.splice(Number(key), 1);
    places.clear();
    for (const [index, place] of rest.entries()) places.set(index, place);
  }

  /** The document as it is now; its places go into the table that it came with. */
  done(): JsonValue {
    this.#settle(this.#root);
    return this.#root;
  }

  #copy(value: JsonValue): JsonValue {
    if (typeof value !== "object" || value === null) return value;
    const copy: Container = Array.isArray(value) ? [] : Object.create(null);
    const places = new Map<Key, Position>();
    const at = this.#at.get(value) ?? this.#positions.at(value) ?? 0;
    const known = this.#children.get(value);
    for (const [index, name] of Object.keys(value).entries()) {
      const key = Array.isArray(value) ? index : name;
      (copy as Record<Key, JsonValue>)[key] = this.#copy((value as Record<Key, JsonValue>)[key] ?? null);
      places.set(key, known?.get(key) ?? this.#positions.childAt(value, index) ?? at);
    }
    this.#at.set(copy, at);
    this.#children.set(copy, places);
    return copy;
  }

  #settle(value: JsonValue): void {
    if (typeof value !== "object" || value === null) return;
    const at = this.#at.get(value) ?? 0;
    const places = this.#children.get(value);
    const keys: readonly Key[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    this.#positions.set(
      value,
      at,
      keys.map((key) => places?.get(key) ?? at),
    );
    for (const child of Object.values(value)) this.#settle(child);
  }
}
