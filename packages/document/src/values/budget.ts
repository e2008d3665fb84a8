/** Values in one made value. Schemas that hold each other many times over would make more than there is memory for. */
const LARGEST = 5_000;
/** Characters of one made value, whatever length is asked for. */
const LONGEST = 100_000;

/** What all values that are made for a document together may still cost: there may be thousands of one schema. */
export interface Budget {
  /** Values made, and members and parts of schemas looked at. */
  steps: number;
  characters: number;
}

/** Enough for a thousand operations of some hundred values each. */
export function newBudget(): Budget {
  return { steps: 300_000, characters: 8 * 1024 * 1024 };
}

/** Counts what one value costs, of its own bounds and of those that it shares. */
export class Spending {
  readonly #budget: Budget;
  #values = 0;
  #characters = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Whether there is room for one more value. */
  value(): boolean {
    this.#values += 1;
    this.#budget.steps -= 1;
    return this.#values <= LARGEST;
  }

  /** What was looked at without making a value of it. */
  steps(count: number): void {
    this.#budget.steps -= count;
  }

  /** Whether there is room for so many items, which are not counted yet. */
  hasRoom(items: number): boolean {
    return this.#values + items <= LARGEST;
  }

  /** Whether there is room for a text, which is counted. */
  characters(count: number): boolean {
    if (this.#characters + count > LONGEST) return false;
    this.#characters += count;
    this.#budget.characters -= count;
    return true;
  }
}

/** Of values that the document holds: many schemas may name one of them. */
const sizes = new WeakMap<object, number>();

/** Characters of a value, about. */
export function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 1;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  const size = JSON.stringify(value).length;
  sizes.set(value, size);
  return size;
}
