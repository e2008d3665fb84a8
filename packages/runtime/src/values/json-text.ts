import { UsageError } from "../errors/usage-error.ts";
import { pointerOf } from "../pointer.ts";
import { describeValue, isLiteral, isRecord, toPlain } from "./plain.ts";

const MAX_DEPTH = 1000;

/**
 * JSON text of a value. Unlike `JSON.stringify` it never loses anything: what JSON cannot express (functions,
 * symbols, `NaN`, `undefined` in an array, `Map`, `Blob`, a forgotten Promise, a cycle) is refused with its place.
 * A bigint is written as a number, with all its digits. Members that are `undefined` are left out.
 *
 * @param where what the value is, at the start of a sentence: `Query parameter "filter"`
 * @throws UsageError naming the place as a JSON pointer
 */
export function jsonText(value: unknown, where: string): string {
  const ancestors: unknown[] = [];
  const steps: (string | number)[] = [];
  let mark = "";
  const place = (): string => (steps.length === 0 ? where : `${where} at ${pointerOf(steps)}`);

  /** What `JSON.stringify` writes in full: a copy, since a member that was looked at must not be asked again. */
  const copyOf = (given: unknown, step?: string | number): unknown => {
    if (step !== undefined) steps.push(step);
    const copy = copyOfPlain(isLiteral(given) ? given : toPlain(given, place, String(step ?? "")));
    if (step !== undefined) steps.pop();
    return copy;
  };

  const copyOfPlain = (plain: unknown): unknown => {
    if (isAsItIs(plain)) return plain;
    if (typeof plain === "bigint") {
      // No text can hold what is thought of now.
      mark ||= `${Math.random()}${Math.random()}:`;
      return mark + plain;
    }
    const isArray = Array.isArray(plain);
    if (!isArray && !isRecord(plain)) {
      throw new UsageError(`${place()} is ${describeValue(plain)}, which JSON cannot express.`);
    }
    if (ancestors.includes(plain)) {
      throw new UsageError(
        `${place()} refers back to an object that contains it; JSON cannot express a cycle.`,
      );
    }
    if (ancestors.length >= MAX_DEPTH) {
      throw new UsageError(`${where} is nested more than ${MAX_DEPTH} levels deep.`);
    }
    ancestors.push(plain);
    const copy = (isArray ? plain.slice() : { ...plain }) as Record<string | number, unknown>;
    if (isArray) {
      for (let index = 0; index < plain.length; index++) {
        const item = copy[index];
        if (!isAsItIs(item)) copy[index] = copyOf(item, index);
      }
    } else {
      for (const name in copy) {
        const member = copy[name];
        if (member !== undefined && !isAsItIs(member)) copy[name] = copyOf(member, name);
      }
    }
    ancestors.pop();
    return copy;
  };

  const text = JSON.stringify(copyOf(value));
  return mark ? text.replace(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1") : text;
}

function isAsItIs(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean" || value === null || Number.isFinite(value);
}
