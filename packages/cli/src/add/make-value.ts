import { isObject } from "../read-json.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Follows `$ref` within the document. */
export type Resolve = (node: unknown) => Schema;

/** Levels below which members that may be left out are. */
const DEPTH = 4;
/** Values in one example. Schemas that hold each other many times over would make more than there is memory for. */
const LARGEST = 5_000;
/** Characters of one example, whatever length is asked for. */
const LONGEST = 100_000;

/** What all examples of a document together may still cost: there may be thousands of one schema. */
export interface Budget {
  /** Values made and members looked at. */
  steps: number;
  characters: number;
}

/** Enough for a thousand operations of some hundred values each. */
export function newBudget(): Budget {
  return { steps: 300_000, characters: 8 * 1024 * 1024 };
}

/** What all values of one example share. */
interface Making {
  readonly resolve: Resolve;
  /** Leave out what may be left out. */
  readonly minimal: boolean;
  readonly budget: Budget;
  values: number;
  characters: number;
}

/**
 * A plausible value of a schema: what it gives as example, default or enum, else the plainest value of its type.
 *
 * @param minimal leave out what may be left out
 */
export function makeValue(
  node: unknown,
  resolve: Resolve,
  minimal = false,
  budget: Budget = newBudget(),
): unknown {
  return make(node, { resolve, minimal, budget, values: 0, characters: 0 }, 0);
}

function make(node: unknown, making: Making, level: number): unknown {
  const { resolve, minimal } = making;
  making.values += 1;
  making.budget.steps -= 1;
  if (making.values > LARGEST) return null;
  const schema = resolve(node);
  const given = [schema.const, schema.example, at(schema.examples, 0), schema.default, at(schema.enum, 0)];
  const known = given.find((value) => value !== undefined && value !== null);
  if (known !== undefined && !minimal) return take(making, sizeOf(known)) ? known : null;
  if (level > DEPTH * 3) return null;
  const all = list(schema.allOf);
  if (all.length > 0) {
    const own = schema.properties === undefined ? [] : [{ ...schema, allOf: undefined }];
    making.budget.steps -= all.length;
    const parts = [...all, ...own].map((part) => make(part, making, level + 1));
    return parts.every(isObject) ? merged(parts) : parts[0];
  }
  const choice = at(schema.oneOf, 0) ?? at(schema.anyOf, 0);
  if (choice !== undefined) return make(choice, making, level + 1);
  switch (typeOf(schema)) {
    case "object":
      return makeObject(schema, making, level);
    case "array": {
      const least = typeof schema.minItems === "number" ? Math.min(schema.minItems, LARGEST) : 0;
      const wanted = minimal || level > DEPTH ? least : Math.max(1, least);
      making.budget.steps -= wanted;
      return Array.from({ length: wanted }, () => make(schema.items, making, level + 1));
    }
    case "integer":
    case "number":
      return makeNumber(schema);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return known !== undefined && take(making, sizeOf(known)) ? known : makeString(schema, making);
  }
}

/** Counts characters of an example. Returns whether they still have a place in it. */
function take(making: Making, characters: number): boolean {
  making.characters += characters;
  making.budget.characters -= characters;
  return making.characters <= LONGEST;
}

/** Of values that the document holds: many schemas may name one of them. */
const sizes = new WeakMap<object, number>();

function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 1;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  const size = JSON.stringify(value).length;
  sizes.set(value, size);
  return size;
}

/** A member of a later part goes before one of an earlier. */
function merged(parts: readonly Schema[]): Schema {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}

function makeObject(schema: Schema, making: Making, level: number): object {
  const { minimal } = making;
  const required = new Set(list(schema.required));
  const properties = Object.entries(isObject(schema.properties) ? schema.properties : {});
  making.budget.steps -= properties.length + required.size;
  const wanted = properties.filter(([name]) => required.has(name) || !(minimal || level > DEPTH));
  return Object.fromEntries(wanted.map(([name, property]) => [name, make(property, making, level + 1)]));
}

function makeNumber({ minimum, exclusiveMinimum, maximum, multipleOf }: Schema): number {
  const step = typeof multipleOf === "number" ? multipleOf : 1;
  if (typeof exclusiveMinimum === "number") return exclusiveMinimum + step;
  if (typeof minimum === "number")
    return Math.ceil(minimum / step) * step + (exclusiveMinimum === true ? step : 0);
  return typeof maximum === "number" && maximum < step ? maximum : step;
}

const formats: Readonly<Record<string, string>> = {
  "date-time": "2026-01-31T12:00:00Z",
  date: "2026-01-31",
  time: "12:00:00Z",
  email: "ada@example.com",
  uuid: "5f0c1a1e-7d0a-4c0e-9a51-2f6b7f0f4c11",
  uri: "https://example.com/1",
  url: "https://example.com/1",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  byte: "dGV4dA==",
};

function makeString({ format, minLength, maxLength }: Schema, making: Making): string {
  const text = (typeof format === "string" && Object.hasOwn(formats, format) && formats[format]) || "text";
  const room = Math.max(0, LONGEST - making.characters);
  const padded = typeof minLength === "number" ? text.padEnd(Math.min(minLength, room), "x") : text;
  const made = typeof maxLength === "number" ? padded.slice(0, maxLength) : padded;
  take(making, made.length);
  return made;
}

function typeOf({ type, properties, items }: Schema): unknown {
  const said = (Array.isArray(type) ? type : [type]).find((one) => one !== "null");
  return said ?? (properties !== undefined ? "object" : items !== undefined ? "array" : type);
}

function at(value: unknown, index: number): unknown {
  return list(value)[index];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
