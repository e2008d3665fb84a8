import { UsageError } from "../errors/usage-error.ts";
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
  return write(value, where, "", "", new Set());
}

function write(value: unknown, where: string, pointer: string, key: string, ancestors: Set<unknown>): string {
  const place = pointer === "" ? where : `${where} at ${pointer}`;
  const plain = toPlain(value, place, key);
  if (typeof plain === "string" || typeof plain === "boolean" || plain === null) return JSON.stringify(plain);
  // JSON.stringify writes NaN and Infinity as null.
  if (typeof plain === "bigint" || Number.isFinite(plain)) return String(plain);
  const isArray = Array.isArray(plain);
  if (!isArray && !isRecord(plain)) {
    throw new UsageError(`${place} is ${describeValue(plain)}, which JSON cannot express.`);
  }
  if (ancestors.has(plain))
    throw new UsageError(`${place} refers back to an object that contains it; JSON cannot express a cycle.`);
  if (ancestors.size >= MAX_DEPTH)
    throw new UsageError(`${where} is nested more than ${MAX_DEPTH} levels deep.`);
  ancestors.add(plain);
  let text = "";
  if (isArray) {
    for (const [index, item] of plain.entries()) {
      text += `${index > 0 ? "," : ""}${write(item, where, `${pointer}/${index}`, String(index), ancestors)}`;
    }
    text = `[${text}]`;
  } else {
    for (const [name, member] of Object.entries(plain)) {
      if (member === undefined) continue;
      const step = name.replace(/~/g, "~0").replace(/\//g, "~1");
      text += `${text ? "," : ""}${JSON.stringify(name)}:${write(member, where, `${pointer}/${step}`, name, ancestors)}`;
    }
    text = `{${text}}`;
  }
  ancestors.delete(plain);
  return text;
}
