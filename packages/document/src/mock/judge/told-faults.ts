import { LIMITS } from "../limits.ts";
import type { Violation } from "../types.ts";

/** The first of many faults; the last of these says how many more there are. */
export function firstOf(faults: readonly Violation[], more = 0): readonly Violation[] {
  const first = faults.slice(0, LIMITS.faults);
  const left = faults.length - first.length + more;
  const last = first.pop();
  if (last === undefined || left === 0) return faults;
  return [...first, { ...last, message: `${last.message} (${left} more are not told.)` }];
}

/** Faults as they are found: beyond the limits they are counted alone. */
export class FoundFaults {
  readonly #faults: Violation[] = [];
  #told = 0;
  #more = 0;

  /** @param message made of the place, so that none is made for what is not told */
  add(location: readonly string[], message: () => string): void {
    if (this.#faults.length >= LIMITS.faults || this.#told > LIMITS.faultText) {
      this.#more += 1;
      return;
    }
    const fault: Violation = { by: "trunkline", in: "request", location: [...location], message: message() };
    this.#faults.push(fault);
    this.#told += fault.message.length + location.reduce((sum, { length }) => sum + length, 0);
  }

  all(): readonly Violation[] {
    return firstOf(this.#faults, this.#more);
  }
}
