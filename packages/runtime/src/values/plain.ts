import { UsageError } from "../errors/usage-error.ts";

/** Reads like "an array" in a sentence about a value that cannot be sent. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "number") return String(value);
  if (value === "") return "an empty string";
  if (typeof value !== "object") return `a ${typeof value}`;
  if (Array.isArray(value)) return "an array";
  const tag = tagOf(value);
  if (tag === "Promise") return "a Promise (is an `await` missing?)";
  return tag === "Object" ? "an object" : `an object of type ${tag}`;
}

/** `Object.prototype.toString` sees through realms (a `vm`, a test runner, an iframe), where `instanceof` fails. */
export function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Objects whose members are the whole of what they say: literals and class instances, not Map, Blob or Promise. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isLiteral(value) || (typeof value === "object" && value !== null && tagOf(value) === "Object");
}

/** Literals and parsed JSON, which most objects are: a look tells, at a tenth of the price of a tag. */
export function isLiteral(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !(Symbol.toStringTag in value) &&
    !("toJSON" in value)
  );
}

/** Whether it is a literal, or made without a prototype. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * The fields of an object that is given for them, as a copy. What keeps its content elsewhere (`FormData`, `Map`, an
 * instance whose fields are private) would leave as nothing at all.
 *
 * @param meant what to give instead, as a sentence; for what is not a plain object
 * @throws UsageError for any other value
 */
export function fieldsOf(value: unknown, where: string, meant = ""): Record<string, unknown> {
  if (isLiteral(value)) return { ...value };
  const plain = toPlain(value, where);
  const isFields = isRecord(plain) && !(Symbol.asyncIterator in plain) && !(Symbol.iterator in plain);
  if (isFields && (isPlain(plain) || Object.keys(plain).length > 0)) return { ...plain };
  const what = isFields ? "an instance of a class without fields of its own" : describeValue(value);
  throw new UsageError(
    `${where} is ${what}; a plain object with the fields is expected.${meant && ` ${meant}`}`,
  );
}

/**
 * What JSON would see: `Date`, `URL`, `Temporal` and the like speak for themselves by `toJSON`.
 * Bytes are left alone, because `Buffer.prototype.toJSON` turns them into an object that no server expects.
 */
export function toPlain(value: unknown, where: string | (() => string), key = ""): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON !== "function") return value;
  if (tagOf(value) === "Date" && Number.isNaN(Number(value))) {
    throw new UsageError(`${typeof where === "string" ? where : where()} is an invalid Date.`);
  }
  return toJSON.call(value, key);
}

/** The text of a string, finite number, boolean or bigint; anything else is refused. */
export function primitiveText(value: unknown, where: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "bigint" || Number.isFinite(value)) return String(value);
  throw new UsageError(
    `${where} is ${describeValue(value)}; a string, a finite number, a boolean or a bigint can stand here.`,
  );
}
