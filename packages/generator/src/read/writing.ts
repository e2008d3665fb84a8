import type { JsonObject, JsonValue } from "@trunkline/document";
import type { Position, PositionTable } from "./positions.ts";

/** An object in the making, with the places of its keys. */
export class Writing {
  readonly at: Position;
  readonly #positions: PositionTable;
  readonly #entries: Record<string, JsonValue> = Object.setPrototypeOf({}, null);
  readonly #keys: string[] = [];
  readonly #places: Position[] = [];

  constructor(positions: PositionTable, at: Position) {
    this.#positions = positions;
    this.at = at;
  }

  has(key: string): boolean {
    return key in this.#entries;
  }

  get keys(): readonly string[] {
    return this.#keys;
  }

  set(key: string, value: JsonValue, at: Position): void {
    if (key in this.#entries) {
      this.#places[this.#keys.indexOf(key)] = at;
    } else {
      this.#keys.push(key);
      this.#places.push(at);
    }
    this.#entries[key] = value;
  }

  /** All entries of another object, places included. */
  copy(from: JsonObject): void {
    for (const [index, key] of Object.keys(from).entries()) {
      this.set(key, from[key] ?? null, this.#positions.childAt(from, index) ?? this.at);
    }
  }

  /** What was written, but for a key. */
  without(key: string): JsonObject {
    const out = new Writing(this.#positions, this.at);
    for (const [index, name] of this.#keys.entries()) {
      if (name !== key) out.set(name, this.#entries[name] ?? null, this.#places[index] ?? this.at);
    }
    return out.done();
  }

  done(): JsonObject {
    this.#positions.setEntries(this.#entries, this.at, this.#keys, this.#places);
    return this.#entries;
  }
}
