import { UsageError } from "../errors/usage-error.ts";
import { pointerOf } from "../pointer.ts";
import { describeValue, isRecord, toPlain } from "./plain.ts";

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
  const copy = typeof value === "object" && value !== null ? plainCopy(value, 0) : undefined;
  return copy ? JSON.stringify(copy) : writeJSON(value, where);
}

/**
 * A copy that holds nothing but what JSON has, for `JSON.stringify`, which is several times faster than `writeJSON`;
 * undefined where there is anything else. A copy, because a member that was looked at must not be asked again.
 */
function plainCopy(value: object, depth: number): object | string | undefined {
  if (depth === MAX_DEPTH) return undefined;
  // Of a literal, or parsed JSON, `toJSON` could only be a member, and as a function it is not plain.
  const isLiteral = Object.getPrototypeOf(value) === Object.prototype && !(Symbol.toStringTag in value);
  if (!isLiteral && "toJSON" in value) {
    const isDate = value.toJSON === Date.prototype.toJSON && value instanceof Date;
    return isDate && !Number.isNaN(Number(value)) ? value.toJSON() : undefined;
  }
  if (Array.isArray(value)) {
    const copy: unknown[] = value.slice();
    for (let index = 0; index < copy.length; index++) {
      const item = copy[index];
      if (isPlain(item)) continue;
      const inner = typeof item === "object" && plainCopy(item as object, depth + 1);
      if (!inner) return undefined;
      copy[index] = inner;
    }
    return copy;
  }
  if (!isLiteral && !isRecord(value)) return undefined;
  const copy: Record<string, unknown> = { ...value };
  for (const name in copy) {
    const member = copy[name];
    if (member === undefined || isPlain(member)) continue;
    const inner = typeof member === "object" && plainCopy(member as object, depth + 1);
    if (!inner) return undefined;
    copy[name] = inner;
  }
  return copy;
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean" || value === null || Number.isFinite(value);
}

function writeJSON(value: unknown, where: string): string {
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
