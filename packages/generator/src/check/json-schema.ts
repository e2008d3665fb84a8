import { isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { objectModel } from "../read/object-model.ts";
import type { Shape } from "../read/object-shapes.ts";

/** How a schema is written: OpenAPI 3.0's own way, or as JSON Schema of the given draft. */
export type SchemaDialect = "openapi-3.0" | "draft-07" | "2020-12";

/** Which values are meant: those that are sent, those that are received, or both. */
export type Direction = "request" | "response" | "both";

type PlainSchema = Record<string, unknown>;

/** Keywords that say nothing about values; in them anything may stand that would confuse a validator. */
const dropped: ReadonlySet<string> = new Set([
  ...["example", "examples", "default", "xml", "externalDocs", "discriminator", "$id", "$anchor", "$schema"],
  ...[
    "$dynamicAnchor",
    "title",
    "description",
    "deprecated",
    "nullable",
    "$comment",
    "readOnly",
    "writeOnly",
  ],
]);

/** Whether a keyword says nothing about values. */
export function isWordsOnly(key: string): boolean {
  return dropped.has(key) || key.startsWith("x-");
}

/** A schema of a document as plain JSON Schema for a validator. @param idOf address of a component for its ref */
export function toJsonSchema(
  schema: JsonValue,
  dialect: SchemaDialect,
  direction: Direction,
  idOf: (ref: string) => string,
): PlainSchema | boolean {
  if (!isObject(schema)) return typeof schema === "boolean" ? schema : {};
  const convert = (inner: JsonValue): unknown => toJsonSchema(inner, dialect, direction, idOf);
  const out: PlainSchema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (isWordsOnly(key)) continue;
    if (key === "$ref" && typeof value === "string") out.$ref = idOf(value);
    else if (key === "required") out.required = requiredNames(schema, direction);
    else define(out, key, byShape(objectModel.schema.fields[key], value, convert));
  }
  if (dialect === "openapi-3.0") fromOpenApi30(schema, out);
  return out;
}

/** What the vendor alone sets is not asked of the caller, and what the caller alone sets is not in the answer. */
export function requiredNames(schema: JsonObject, direction: Direction): JsonValue | undefined {
  if (direction === "both" || !Array.isArray(schema.required)) return schema.required;
  const flag = direction === "request" ? "readOnly" : "writeOnly";
  return schema.required.filter((name) => {
    const property =
      isObject(schema.properties) && typeof name === "string" ? schema.properties[name] : undefined;
    return !(isObject(property) && property[flag] === true);
  });
}

function byShape(
  shape: Shape | undefined,
  value: JsonValue,
  convert: (inner: JsonValue) => unknown,
): unknown {
  if (shape?.is === "object" && shape.kind === "schema") return convert(value);
  if (shape?.is === "list" && Array.isArray(value)) {
    return value.map((item) => byShape(shape.of, item, convert));
  }
  if (shape?.is === "map" && isObject(value)) {
    const out: PlainSchema = {};
    for (const [key, inner] of Object.entries(value)) define(out, key, byShape(shape.of, inner, convert));
    return out;
  }
  // Most values are words and numbers, which need no copy.
  return typeof value === "object" ? structuredClone(value) : value;
}

function fromOpenApi30(schema: JsonObject, out: PlainSchema): void {
  for (const [exclusive, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof schema[exclusive] !== "boolean") continue;
    delete out[exclusive];
    if (schema[exclusive] !== true) continue;
    out[exclusive] = out[bound];
    delete out[bound];
  }
  if (schema.nullable !== true || typeof out.type !== "string") return;
  out.type = [out.type, "null"];
  if (Array.isArray(out.enum) && !out.enum.includes(null)) out.enum = [...out.enum, null];
}

/** An assignment would call a setter for `__proto__`. */
function define(target: PlainSchema, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  else target[key] = value;
}
