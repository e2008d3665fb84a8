import type { JsonValue } from "../json.ts";
import type { Faults } from "./faults.ts";
import type { Position } from "./positions.ts";

/** Thrown where a document grows beyond its bound; the fault is reported before. */
export class TooLarge extends Error {}

/** Counts the values that a bundle writes: copies of copies grow without bound. */
export class ValueCount {
  readonly #limit: number;
  readonly #faults: Faults;
  readonly #weights = new WeakMap<object, number>();
  #count = 0;

  constructor(limit: number, faults: Faults) {
    this.#limit = limit;
    this.#faults = faults;
  }

  add(values: number, at: Position): void {
    this.#count += values;
    if (this.#count <= this.#limit) return;
    this.#faults.error(
      at,
      "too-large",
      `the bundled document has more than ${this.#limit} values`,
      "refer to components, so that they are not copied",
    );
    throw new TooLarge();
  }

  addData(value: JsonValue, at: Position): void {
    this.add(this.#weigh(value), at);
  }

  #weigh(value: JsonValue): number {
    if (typeof value !== "object" || value === null) return 1;
    let weight = this.#weights.get(value);
    if (weight === undefined) {
      weight = 1;
      for (const child of Object.values(value)) weight += this.#weigh(child as JsonValue);
      this.#weights.set(value, weight);
    }
    return weight;
  }
}
