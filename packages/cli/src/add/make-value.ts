import { isObject } from "../read-json.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Follows `$ref` within the document. */
export type Resolve = (node: unknown) => Schema;

/** Levels below which members that may be left out are. */
const DEPTH = 4;
/** Values in one example. Schemas that hold each other many times over would make more than there is memory for. */
const LARGEST = 5_000;
/** Characters of a text, whatever length is asked for. */
const LONGEST = 100_000;

/** What all values of one example share. */
interface Making {
  readonly resolve: Resolve;
  /** Leave out what may be left out. */
  readonly minimal: boolean;
  values: number;
}

/**
 * A plausible value of a schema: what it gives as example, default or enum, else the plainest value of its type.
 *
 * @param minimal leave out what may be left out
 */
export function makeValue(node: unknown, resolve: Resolve, minimal = false): unknown {
  return make(node, { resolve, minimal, values: 0 }, 0);
}

function make(node: unknown, making: Making, level: number): unknown {
  const { resolve, minimal } = making;
  making.values += 1;
  const schema = resolve(node);
  const given = [schema.const, schema.example, at(schema.examples, 0), schema.default, at(schema.enum, 0)];
  const known = given.find((value) => value !== undefined && value !== null);
  if (known !== undefined && !minimal) return known;
  if (level > DEPTH * 3 || making.values > LARGEST) return null;
  const all = list(schema.allOf);
  if (all.length > 0) {
    const own = schema.properties === undefined ? [] : [{ ...schema, allOf: undefined }];
    const parts = [...all, ...own].map((part) => make(part, making, level + 1));
    return parts.every(isObject) ? Object.assign({}, ...parts) : parts[0];
  }
  const [choice] = [...list(schema.oneOf), ...list(schema.anyOf)];
  if (choice !== undefined) return make(choice, making, level + 1);
  switch (typeOf(schema)) {
    case "object":
      return makeObject(schema, making, level);
    case "array": {
      const least = typeof schema.minItems === "number" ? Math.min(schema.minItems, LARGEST) : 0;
      const wanted = minimal || level > DEPTH ? least : Math.max(1, least);
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
      return known ?? makeString(schema);
  }
}

function makeObject(schema: Schema, making: Making, level: number): object {
  const { minimal } = making;
  const required = new Set(list(schema.required));
  const properties = isObject(schema.properties) ? schema.properties : {};
  const wanted = Object.entries(properties).filter(
    ([name]) => required.has(name) || !(minimal || level > DEPTH),
  );
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

function makeString({ format, minLength, maxLength }: Schema): string {
  const text = (typeof format === "string" ? formats[format] : undefined) ?? "text";
  const padded = typeof minLength === "number" ? text.padEnd(Math.min(minLength, LONGEST), "x") : text;
  return typeof maxLength === "number" ? padded.slice(0, maxLength) : padded;
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
