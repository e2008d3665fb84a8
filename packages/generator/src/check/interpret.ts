import {
  canonicalText,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  twinsOf,
} from "@trunkline/document";
import { formatOf, isObjectFormat, patternOf } from "./formats.ts";
import { type Direction, isWordsOnly, requiredNames, type SchemaDialect } from "./json-schema.ts";

/** What is known of a value: it matches, it does not, or somebody else has to say. */
type Verdict = boolean | undefined;

interface Place {
  readonly schema: JsonObject;
  /** What the keyword says. */
  readonly said: JsonValue;
  readonly direction: Direction;
  readonly dialect: SchemaDialect;
  readonly inner: (schema: JsonValue, value: JsonValue) => Verdict;
  readonly follow: (ref: string) => JsonValue | undefined;
}

type Keyword<Value> = (place: Place, value: Value) => Verdict;

/** Levels of schemas within each other: beyond it the validator has to say. */
const DEEPEST = 100;

/**
 * Whether a value is known to match a schema. Nothing is compiled: examples hardly ever are wrong, and a compiler takes a
 * hundred times as long as the one value that a validator is made for. What is not known to match is the validator's.
 */
export function isKnownToMatch(
  schema: JsonValue,
  value: JsonValue,
  { direction, dialect, follow }: Pick<Place, "direction" | "dialect" | "follow">,
): boolean {
  const verdict = (one: JsonValue, of: JsonValue, depth: number): Verdict => {
    if (typeof one === "boolean") return one;
    if (!isObject(one) || depth > DEEPEST) return undefined;
    const inner: Place["inner"] = (next, nextValue) => verdict(next, nextValue, depth + 1);
    let found: Verdict = true;
    for (const key of Object.keys(one)) {
      if (isWordsOnly(key)) continue;
      const place = { schema: one, said: one[key] ?? null, direction, dialect, inner, follow };
      const here = byKeyword(key, place, of);
      if (here === false) return false;
      if (here === undefined) found = undefined;
    }
    return found;
  };
  return verdict(schema, value, 0) === true;
}

/**
 * Whether a schema that its meta-schema admits can be compiled for sure: it holds nothing but keywords of which that is
 * known, and is not too deep.
 */
export function isPlain(schema: JsonValue, depth = 0): boolean {
  if (typeof schema === "boolean") return true;
  if (!isObject(schema) || depth > DEEPEST) return false;
  return Object.keys(schema).every((key) => {
    if (isWordsOnly(key)) return true;
    const said = schema[key] ?? null;
    if (inside[key] === "one") return isPlain(said, depth + 1);
    if (inside[key] === "list") return isArray(said) && said.every((one) => isPlain(one, depth + 1));
    if (inside[key] === "map")
      return isObject(said) && Object.values(said).every((one) => isPlain(one, depth + 1));
    if (key === "enum") return isArray(said) && said.length > 0;
    return [ofAny, ofText, ofNumber, ofList, ofObject].some((keywords) => keywords[key] !== undefined);
  });
}

const inside: Readonly<Record<string, "one" | "list" | "map">> = Object.assign(Object.create(null), {
  additionalProperties: "one",
  allOf: "list",
  anyOf: "list",
  items: "one",
  not: "one",
  oneOf: "list",
  patternProperties: "map",
  prefixItems: "list",
  properties: "map",
});

function byKeyword(key: string, place: Place, value: JsonValue): Verdict {
  const general = ofAny[key];
  if (general !== undefined) return general(place, value);
  const ofType = [ofText[key], ofNumber[key], ofList[key], ofObject[key]];
  if (ofType.every((one) => one === undefined)) return undefined;
  if (typeof value === "string") return ofText[key]?.(place, value) ?? silent(ofText, key);
  if (typeof value === "number") return ofNumber[key]?.(place, value) ?? silent(ofNumber, key);
  if (isArray(value)) return ofList[key]?.(place, value) ?? silent(ofList, key);
  if (isObject(value)) return ofObject[key]?.(place, value) ?? silent(ofObject, key);
  return true;
}

/** A keyword for values of another type has nothing against this one. */
function silent(table: Readonly<Record<string, unknown>>, key: string): Verdict {
  return table[key] === undefined ? true : undefined;
}

function table<Value>(
  keywords: Readonly<Record<string, Keyword<Value>>>,
): Readonly<Record<string, Keyword<Value>>> {
  return Object.assign(Object.create(null), keywords);
}

const ofAny = table<JsonValue>({
  $ref: ({ said, follow, inner }, value) => {
    const target = typeof said === "string" ? follow(said) : undefined;
    return target === undefined ? undefined : inner(target, value);
  },
  type: ({ schema, said, dialect }, value) => {
    if (value === null && isNullable(schema, dialect)) return true;
    const names = isArray(said) ? said : [said];
    return names.some((name) => name === typeOf(value) || (name === "integer" && Number.isInteger(value)));
  },
  enum: ({ schema, said, dialect }, value) => {
    if (!isArray(said)) return undefined;
    return said.some((one) => isSame(one, value)) || (value === null && isNullable(schema, dialect));
  },
  const: ({ said }, value) => isSame(said, value),
  allOf: ({ said, inner }, value) => each(said, (one) => inner(one, value), all),
  anyOf: ({ said, inner }, value) => each(said, (one) => inner(one, value), any),
  oneOf: ({ said, inner }, value) => each(said, (one) => inner(one, value), single),
  not: ({ said, inner }, value) => opposite(inner(said, value)),
});

const ofText = table<string>({
  minLength: ({ said }, value) => atLeast([...value].length, said),
  maxLength: ({ said }, value) => atMost([...value].length, said),
  pattern: ({ said }, value) => patternOf(said)?.test(value),
  format: ({ said }, value) => {
    const format = formatOf(said);
    const validate = isObjectFormat(format) ? format.validate : format;
    // Of numbers, or of no form at all.
    if (format === undefined || format === true || (isObjectFormat(format) && format.type === "number"))
      return true;
    if (validate instanceof RegExp) return validate.test(value);
    return typeof validate === "function" ? validate(value) === true : undefined;
  },
});

const ofNumber = table<number>({
  minimum: ({ schema, said }, value) => {
    if (schema.exclusiveMinimum === true) return typeof said === "number" ? value > said : undefined;
    return atLeast(value, said);
  },
  maximum: ({ schema, said }, value) => {
    if (schema.exclusiveMaximum === true) return typeof said === "number" ? value < said : undefined;
    return atMost(value, said);
  },
  exclusiveMinimum: ({ said }, value) => (typeof said === "number" ? value > said : isInOpenApi30(said)),
  exclusiveMaximum: ({ said }, value) => (typeof said === "number" ? value < said : isInOpenApi30(said)),
  multipleOf: ({ said }, value) => {
    if (typeof said !== "number" || said === 0 || Math.abs(value / said) > 1e15) return undefined;
    return Number.isInteger(value / said);
  },
  // Those of numbers bound them by what the type can hold.
  format: ({ said }) => (["int32", "int64", "float", "double"].includes(String(said)) ? undefined : true),
});

const ofList = table<readonly JsonValue[]>({
  minItems: ({ said }, value) => atLeast(value.length, said),
  maxItems: ({ said }, value) => atMost(value.length, said),
  uniqueItems: ({ said }, value) => {
    return said !== true || twinsOf(value) === undefined;
  },
  items: ({ schema, said, dialect, inner }, value) => {
    if (isArray(said)) return undefined;
    const first = dialect === "2020-12" && isArray(schema.prefixItems) ? schema.prefixItems.length : 0;
    return all(value.slice(first).map((item) => inner(said, item)));
  },
  prefixItems: ({ said, inner }, value) =>
    isArray(said)
      ? all(said.slice(0, value.length).map((one, index) => inner(one, value[index] ?? null)))
      : undefined,
});

const ofObject = table<JsonObject>({
  minProperties: ({ said }, value) => atLeast(Object.keys(value).length, said),
  maxProperties: ({ said }, value) => atMost(Object.keys(value).length, said),
  required: ({ schema, direction }, value) => {
    const names = requiredNames(schema, direction);
    return isArray(names) ? names.every((name) => Object.hasOwn(value, String(name))) : undefined;
  },
  properties: ({ said, inner }, value) => {
    if (!isObject(said)) return undefined;
    const known = Object.keys(value).filter((name) => Object.hasOwn(said, name));
    return all(known.map((name) => inner(said[name] ?? null, value[name] ?? null)));
  },
  patternProperties: ({ said, inner }, value) => {
    if (!isObject(said)) return undefined;
    const found = Object.keys(said).flatMap((source) => {
      const pattern = patternOf(source);
      if (pattern === undefined) return [undefined];
      const names = Object.keys(value).filter((name) => pattern.test(name));
      return names.map((name) => inner(said[source] ?? null, value[name] ?? null));
    });
    return all(found);
  },
  additionalProperties: ({ schema, said, inner }, value) => {
    const { properties = {}, patternProperties = {} } = schema;
    if (!isObject(properties) || !isObject(patternProperties)) return undefined;
    const patterns = Object.keys(patternProperties).map(patternOf);
    if (patterns.includes(undefined)) return undefined;
    const others = Object.keys(value).filter(
      (name) => !Object.hasOwn(properties, name) && !patterns.some((pattern) => pattern?.test(name)),
    );
    return all(others.map((name) => inner(said, value[name] ?? null)));
  },
});

function isNullable(schema: JsonObject, dialect: SchemaDialect): boolean {
  return dialect === "openapi-3.0" && schema.nullable === true && typeof schema.type === "string";
}

/** There it is a flag of the other bound, and says nothing by itself. */
function isInOpenApi30(said: JsonValue): Verdict {
  return typeof said === "boolean" ? true : undefined;
}

function typeOf(value: JsonValue): string {
  if (value === null) return "null";
  return isArray(value) ? "array" : typeof value;
}

function each(
  list: JsonValue,
  verdict: (one: JsonValue) => Verdict,
  sum: (verdicts: readonly Verdict[]) => Verdict,
): Verdict {
  return isArray(list) && list.length > 0 ? sum(list.map(verdict)) : undefined;
}

function all(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
}

function any(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false;
}

function single(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes(undefined) ? undefined : verdicts.filter((one) => one === true).length === 1;
}

function opposite(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}

function atLeast(size: number, bound: JsonValue): Verdict {
  return typeof bound === "number" ? size >= bound : undefined;
}

function atMost(size: number, bound: JsonValue): Verdict {
  return typeof bound === "number" ? size <= bound : undefined;
}

function isSame(a: JsonValue, b: JsonValue): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  return canonicalText(a) === canonicalText(b);
}
