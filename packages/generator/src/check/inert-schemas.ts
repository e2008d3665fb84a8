import { isObject, type JsonObject, type JsonValue, parsePointer } from "@trunkline/document";
import { formatComponentRef } from "../read/component-ref.ts";
import type { Pointer } from "../read/types.ts";
import { JSON_SCHEMA_2020_12, prismDialectOf } from "./dialect.ts";
import type { Report } from "./report.ts";
import type { Validators } from "./validators.ts";
import { visit } from "./visit.ts";

/** Keywords of 2020-12 that draft-07 does not know, and so passes over. */
const newKeywords: readonly string[] = [
  ...["unevaluatedProperties", "unevaluatedItems", "dependentRequired", "dependentSchemas", "prefixItems"],
  ...["minContains", "maxContains"],
];

/**
 * A validator that cannot compile a schema accepts everything, without a word: no schema may be like that.
 *
 * @param validators of the dialect in which a mock reads the document
 * @param severity how bad it is where only a mock is concerned
 */
export function checkSchemas(
  document: JsonObject,
  validators: Validators,
  severity: "error" | "warning",
  report: Report,
): void {
  const { dialect } = validators;
  checkDialect(document, severity, report);
  const messages = new Set<string>();
  visit(document, (kind, schema, pointer, parent) => {
    if (kind !== "schema") return;
    checkPatterns(schema, pointer, severity, report);
    checkNullable(document, schema, pointer, report);
    if (dialect === "draft-07") checkKeywords(schema, pointer, severity, report);
    if (parent === "schema") return;
    if (checkMisuses(validators, schema, pointer, severity, report)) {
      checkCompiles(validators, schema, pointer, severity, messages, report);
    }
  });
}

function checkDialect(document: JsonObject, severity: "error" | "warning", report: Report): void {
  const dialect = document.jsonSchemaDialect;
  if (dialect === undefined || prismDialectOf(document) !== "draft-07") return;
  const message = `the dialect ${JSON.stringify(dialect)} switches validation off in Prism`;
  report.add(severity, ["jsonSchemaDialect"], "schema-dialect", message, `write ${JSON_SCHEMA_2020_12}`);
}

function checkPatterns(schema: JsonObject, at: Pointer, severity: "error" | "warning", report: Report): void {
  const patterns: (readonly [string, Pointer])[] = [];
  if (typeof schema.pattern === "string") patterns.push([schema.pattern, [...at, "pattern"]]);
  if (isObject(schema.patternProperties)) {
    for (const pattern of Object.keys(schema.patternProperties)) {
      patterns.push([pattern, [...at, "patternProperties", pattern]]);
    }
  }
  for (const [pattern, place] of patterns) {
    try {
      new RegExp(pattern, "u");
    } catch (error) {
      const reason = error instanceof Error ? error.message.replace(/^.*\/u?: /s, "") : "";
      const message = `the pattern ${JSON.stringify(pattern)} is not valid under the u flag: ${reason}`;
      const hint = "escape only what has a meaning, and write characters beyond U+FFFF as \\u{…}";
      report.add(severity, place, "schema-pattern", message, hint);
    }
  }
}

function checkNullable(document: JsonObject, schema: JsonObject, at: Pointer, report: Report): void {
  if (schema.nullable === undefined || String(document.openapi).startsWith("3.0")) return;
  const message =
    "nullable is a word of OpenAPI 3.0: types take it as it is meant, but a validator of 3.1 passes it over and refuses null";
  report.warning([...at, "nullable"], "schema-nullable", message, 'write type: [string, "null"]');
}

function checkKeywords(schema: JsonObject, at: Pointer, severity: "error" | "warning", report: Report): void {
  for (const keyword of newKeywords) {
    if (!Object.hasOwn(schema, keyword)) continue;
    const message = `${keyword} is passed over in Prism, which reads the document as draft-07`;
    const hint = `write at the root: jsonSchemaDialect: ${JSON_SCHEMA_2020_12}`;
    report.add(severity, [...at, keyword], "schema-inert-keyword", message, hint);
  }
}

function checkMisuses(
  validators: Validators,
  schema: JsonObject,
  at: Pointer,
  severity: "error" | "warning",
  report: Report,
): boolean {
  // A wrong keyword fails each branch of the meta-schema: the deepest place is the fault.
  const misuses = validators
    .misuses(schema)
    .filter(({ params }) => params.format !== "regex")
    .sort((a, b) => b.instancePath.length - a.instancePath.length);
  const [worst] = misuses;
  if (worst === undefined) return true;
  const place = [...at, ...(parsePointer(worst.instancePath) ?? [])];
  const message = `the schema cannot be compiled: ${place.at(-1)} ${worst.message ?? "is not valid"}`;
  report.add(severity, place, "schema-inert", message, "a validator would accept everything here");
  return false;
}

function checkCompiles(
  validators: Validators,
  schema: JsonObject,
  at: Pointer,
  severity: "error" | "warning",
  messages: Set<string>,
  report: Report,
): void {
  const fault = validators.fault(byRef(schema, at));
  // What refers to a faulty schema fails with the same words, and patterns were looked at before.
  if (fault === undefined || messages.has(fault.message) || fault instanceof SyntaxError) return;
  messages.add(fault.message);
  const message = `the schema cannot be compiled: ${fault.message}`;
  report.add(severity, at, "schema-inert", message, "a validator would accept everything here");
}

/** A component is compiled where it is registered, once. */
function byRef(schema: JsonObject, at: Pointer): JsonValue {
  const [root, section, name] = at;
  if (at.length !== 3 || root !== "components" || section !== "schemas") return schema;
  return { $ref: formatComponentRef("schemas", String(name)) };
}
