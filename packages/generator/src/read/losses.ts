import type { Faults } from "./faults.ts";
import type { Position } from "./positions.ts";

/** Something that cannot be read, and is part of calls. */
export interface Flaw {
  readonly at: Position;
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

export function isFlaw(found: object | undefined): found is Flaw {
  return found !== undefined && "code" in found;
}

/** Names of what is lost that a message lists; all are counted. */
const LISTED = 8;

/** What cannot be read in the parts of calls, and which calls it costs. */
export class Losses {
  readonly #flaws = new Map<string, Flaw & { readonly calls: Set<string> }>();
  readonly #marks = new WeakMap<object, Flaw>();

  get isEmpty(): boolean {
    return this.#flaws.size === 0;
  }

  /** Marks an object: whatever holds it, or refers to it, cannot be called. */
  mark(object: object, flaw: Flaw): void {
    this.#marks.set(object, this.add(flaw));
  }

  /** The same flaw is the same object, however often it is found. */
  add(flaw: Flaw): Flaw {
    const key = `${flaw.at} ${flaw.code} ${flaw.message}`;
    const known = this.#flaws.get(key) ?? { ...flaw, calls: new Set<string>() };
    this.#flaws.set(key, known);
    return known;
  }

  /** What is wrong with an object itself. */
  of(object: object): Flaw | undefined {
    return this.#marks.get(object);
  }

  /** @param call such as `GET /programs` */
  cost(flaw: Flaw, call: string): void {
    const { at, code, message } = flaw;
    this.#flaws.get(`${at} ${code} ${message}`)?.calls.add(call);
  }

  /** Each flaw once, with what it costs. */
  report(faults: Faults): void {
    for (const { at, code, message, hint, calls } of this.#flaws.values()) {
      faults.warning(at, code, `${message}${costText([...calls])}`, hint);
    }
  }
}

function costText(calls: readonly string[]): string {
  if (calls.length === 0) return ", and is ignored";
  const listed = calls.slice(0, LISTED).join(", ");
  const more = calls.length > LISTED ? ` and ${calls.length - LISTED} more` : "";
  return calls.length === 1
    ? `; ${listed} is left out`
    : `; ${calls.length} operations are left out: ${listed}${more}`;
}
