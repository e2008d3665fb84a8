import { UsageError } from "../errors/usage-error.ts";
import { pointerOf } from "../pointer.ts";
import { describeValue, isRecord, toPlain } from "../values/plain.ts";

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
  const place = (): string => {
    return steps.length === 0 ? where : `${where} at ${pointerOf(steps)}`;
  };

  const writeAt = (step: string | number, member: unknown): string => {
    steps.push(step);
    const text = write(member);
    steps.pop();
    return text;
  };

  const write = (given: unknown): string => {
    if (typeof given === "string") return JSON.stringify(given);
    const plain = typeof given === "object" ? toPlain(given, place, String(steps.at(-1) ?? "")) : given;
    if (typeof plain === "string") return JSON.stringify(plain);
    // JSON.stringify writes NaN and Infinity as null, and refuses a bigint.
    if (plain === null || typeof plain === "boolean" || typeof plain === "bigint" || Number.isFinite(plain)) {
      return String(plain);
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
    let text = "";
    if (isArray) {
      for (let index = 0; index < plain.length; index++) text += `,${writeAt(index, plain[index])}`;
    } else {
      for (const name of Object.keys(plain)) {
        const member = plain[name];
        if (member !== undefined) text += `,${JSON.stringify(name)}:${writeAt(name, member)}`;
      }
    }
    ancestors.pop();
    return isArray ? `[${text.slice(1)}]` : `{${text.slice(1)}}`;
  };
  return write(value);
}
