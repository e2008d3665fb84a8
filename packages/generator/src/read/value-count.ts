import type { JsonValue } from "@trunkline/document";
import type { Faults } from "./faults.ts";
import type { Position } from "./positions.ts";
import type { ReadLimits } from "./types.ts";

/** Thrown where a document grows beyond its bound; the fault is reported before. */
export class TooLarge extends Error {}

/** Counts the values of a file while it is parsed. */
export function countOfFile(limits: ReadLimits, faults: Faults): ValueCount {
  return new ValueCount(limits.values, faults, { what: "the file", hint: HINT });
}

const HINT = "leave out the data that no client needs";

/**
 * Refuses a list or mapping that is too long: an engine that finds no room for one more block of that size ends the whole
 * process, where otherwise it ends but the thread.
 */
export function holdChildren(count: number, at: Position, limits: ReadLimits, faults: Faults): void {
  if (count <= limits.children) return;
  faults.error(at, "too-large", `more than ${limits.children} values stand in one list or mapping`, HINT);
  throw new TooLarge();
}

/** Counts the values that a bundle writes: copies of copies grow without bound. */
export function countOfBundle(limits: ReadLimits, faults: Faults): ValueCount {
  return new ValueCount(limits.values, faults, {
    what: "the bundled document",
    hint: "refer to components, so that they are not copied",
  });
}

/** Counts values up to a limit. */
export class ValueCount {
  readonly #limit: number;
  readonly #faults: Faults;
  readonly #words: { readonly what: string; readonly hint: string };
  readonly #weights = new WeakMap<object, number>();
  #count = 0;

  constructor(limit: number, faults: Faults, words: { readonly what: string; readonly hint: string }) {
    this.#words = words;
    this.#limit = limit;
    this.#faults = faults;
  }

  add(values: number, at: Position): void {
    this.#count += values;
    if (this.#count <= this.#limit) return;
    this.#faults.error(
      at,
      "too-large",
      `${this.#words.what} has more than ${this.#limit} values`,
      this.#words.hint,
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
