import { Validator } from "@cfworker/json-schema";
import {
  isObject,
  type JsonObject,
  type JsonValue,
  listOf,
  objectOf,
  parsePointer,
} from "@trunkline/document";
import type { OpenDocument, Violation } from "@trunkline/document/mock";

/** Faults of a value by a schema, each with the way to its place. */
export type Check = (value: JsonValue) => readonly Pick<Violation, "location" | "keyword" | "message">[];

/** What only says that something within is wrong, which is told by itself. */
const AROUND: ReadonlySet<string> = new Set(
  (
    "$ref $recursiveRef allOf properties patternProperties items prefixItems additionalItems additionalProperties " +
    "dependentSchemas unevaluatedProperties unevaluatedItems"
  ).split(" "),
);

/** Checks of schemas, as a document's version means them; undefined for one that no validator takes. */
export type Checks = (schema: JsonValue | undefined, isBody: boolean) => Check | undefined;

/** Makes checks of a document's schemas; those of bodies leave out what only answers have. */
export function createChecks(document: OpenDocument): Checks {
  const known = new WeakMap<object, { readonly check: Check | undefined }>();
  const isLater = isOfLaterDialect(document.root);
  return (schema, isBody) => {
    const kept = isObject(schema) ? known.get(schema) : undefined;
    if (kept !== undefined) return kept.check;
    const whole = bundled(document, schema ?? true, isLater, isBody);
    const check = whole === undefined ? undefined : checkOf(whole, isLater);
    if (isObject(schema)) known.set(schema, { check });
    return check;
  };
}

function checkOf(schema: JsonValue, isLater: boolean): Check {
  const validator = new Validator(schema as object, isLater ? "2020-12" : "7", false);
  return (value) => {
    let errors: ReturnType<typeof validator.validate>["errors"];
    try {
      ({ errors } = validator.validate(value));
    } catch {
      // A pattern that is not one, for instance.
      return [];
    }
    return errors.flatMap(({ keyword, instanceLocation, error }) =>
      AROUND.has(keyword)
        ? []
        : [
            {
              location: parsePointer(decodeURI(instanceLocation.slice(1))) ?? [],
              keyword: keyword === "false" ? "additionalProperties" : keyword,
              message: error,
            },
          ],
    );
  };
}

/** Since 3.1, schemas are those of JSON Schema 2020-12 unless the document names another dialect. */
function isOfLaterDialect({ openapi, jsonSchemaDialect: dialect }: JsonObject): boolean {
  if (dialect !== undefined)
    return /^https?:\/\/(?:json-schema\.org\/draft\/2020-12\/schema|spec\.openapis\.org\/oas\/3\.\d+\/dialect\/)/.test(
      String(dialect),
    );
  return /^3\.[1-9]/.test(String(openapi));
}

const IN_ONE: ReadonlySet<string> = new Set(
  "additionalItems unevaluatedItems contains additionalProperties unevaluatedProperties propertyNames not if then else".split(
    " ",
  ),
);
const IN_LIST: ReadonlySet<string> = new Set("prefixItems allOf anyOf oneOf".split(" "));
const IN_NAMES: ReadonlySet<string> = new Set("patternProperties dependentSchemas".split(" "));
const PLAIN: ReadonlySet<string> = new Set(
  (
    "const multipleOf maxLength minLength pattern maxItems minItems uniqueItems maxProperties minProperties minContains " +
    "maxContains dependentRequired maximum minimum format"
  ).split(" "),
);

const EXCLUSIVE: ReadonlySet<string> = new Set(["exclusiveMinimum", "exclusiveMaximum"]);

/** A schema that stands for itself: what it refers to is in it, and nothing but what judges values. */
function bundled(
  document: OpenDocument,
  schema: JsonValue,
  isLater: boolean,
  isBody: boolean,
): JsonValue | undefined {
  const names = new Map<JsonValue, string>();
  const definitions: Record<string, JsonValue> = {};

  const named = (target: JsonValue): string => {
    const known = names.get(target);
    if (known !== undefined) return known;
    const name = String(names.size);
    names.set(target, name);
    definitions[name] = copied(target);
    return name;
  };

  const copied = (node: JsonValue): JsonValue => {
    if (!isObject(node)) return node !== false;
    if (typeof node.$ref !== "string") return keywordsOf(node);
    const { $ref: _, ...beside } = node;
    const reference = { $ref: `#/$defs/${named(document.resolve(node) ?? true)}` };
    const own = objectOf(keywordsOf(beside));
    return Object.keys(own).length === 0 ? reference : { ...own, allOf: [reference, ...listOf(own.allOf)] };
  };

  const keywordsOf = (node: JsonObject): JsonObject => {
    const left = isBody ? withoutReadOnly(document, node) : node;
    const made: Record<string, JsonValue> = {};
    for (const [key, value] of Object.entries(left)) {
      if (value === undefined) continue;
      isCompiled &&= patternsIn(key, value).every(isPattern);
      isCompiled &&= key !== "$schema" || isOwnDialect(value, isLater);
      if (PLAIN.has(key) || (EXCLUSIVE.has(key) && typeof value === "number")) made[key] = value;
      else if (key === "type" || key === "enum") made[key] = nullable(node, key, value);
      else if (key === "required") made[key] = listOf(value);
      else if (IN_ONE.has(key)) made[key] = copied(value);
      else if (IN_LIST.has(key)) made[key] = listOf(value).map(copied);
      else if (key === "items") made[key] = Array.isArray(value) ? value.map(copied) : copied(value);
      else if (key === "properties" || IN_NAMES.has(key))
        made[key] = Object.fromEntries(
          Object.entries(objectOf(value)).map(([name, one]) => [name, copied(one ?? true)]),
        );
    }
    return { ...made, ...bounds(node) };
  };

  let isCompiled = true;
  const whole = copied(schema);
  // What compiles schemas takes none of it.
  if (!isCompiled) return undefined;
  return isObject(whole) ? { ...whole, $defs: definitions } : isLater && whole === false ? { not: {} } : {};
}

/** A schema that names another dialect is for a validator that has it. */
function isOwnDialect(dialect: JsonValue, isLater: boolean): boolean {
  const own = isLater ? "json-schema.org/draft/2020-12/schema" : "json-schema.org/draft-07/schema";
  return [`https://${own}`, `http://${own}`, `https://${own}#`, `http://${own}#`].includes(String(dialect));
}

function patternsIn(key: string, value: JsonValue): readonly string[] {
  if (key === "patternProperties") return Object.keys(objectOf(value));
  return key === "pattern" ? [String(value)] : [];
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** `nullable` of OpenAPI 3.0. */
function nullable({ nullable }: JsonObject, key: string, value: JsonValue): JsonValue {
  if (nullable !== true) return value;
  const extra = key === "type" ? "null" : null;
  return [...new Set([value].flat()), extra];
}

/** Bounds that OpenAPI 3.0 writes as flags, and those of its formats of numbers. */
function bounds(schema: JsonObject): JsonObject {
  const { exclusiveMinimum, exclusiveMaximum, minimum, maximum, format } = schema;
  const found: Record<string, JsonValue> = {};
  if (exclusiveMinimum === true && minimum !== undefined) found.exclusiveMinimum = minimum;
  if (exclusiveMaximum === true && maximum !== undefined) found.exclusiveMaximum = maximum;
  if (format === "byte") found.allOf = [...listOf(schema.allOf), { pattern: BASE64 }];
  if (format === "int32" || format === "int64") {
    const within = format === "int32" ? { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 } : {};
    found.allOf = [...listOf(schema.allOf), { ...within, multipleOf: 1 }];
  }
  return found;
}

const BASE64 = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";

/** A request need not carry what only answers have. */
function withoutReadOnly(document: OpenDocument, schema: JsonObject): JsonObject {
  const properties = Object.entries(objectOf(schema.properties));
  const left = properties.filter(([, one]) => objectOf(document.resolve(one)).readOnly !== true);
  if (left.length === properties.length) return schema;
  const names = new Set(left.map(([name]) => name));
  const all = new Set(properties.map(([name]) => name));
  const required = listOf(schema.required).filter(
    (name) => names.has(String(name)) || !all.has(String(name)),
  );
  return { ...schema, properties: Object.fromEntries(left), required };
}
