import {
  field,
  isObject,
  isStreamType,
  type JsonObject,
  type JsonValue,
  parsePointer,
} from "@trunkline/document";
import type { ErrorObject } from "ajv";
import type { Pointer } from "../read/types.ts";
import type { Direction } from "./json-schema.ts";
import { follow } from "./operations.ts";
import type { Report } from "./report.ts";
import type { Validators } from "./validators.ts";
import { visit } from "./visit.ts";

/** An example and where it stands. */
export interface Example {
  readonly name: string;
  readonly value: JsonValue;
  readonly at: Pointer;
}

type Severity = "error" | "warning";

const MAX_FAULTS = 3;

/** Examples of a media type, a parameter or a header; those whose value is elsewhere are left out. */
export function examplesOf(document: JsonObject, owner: JsonObject, at: Pointer): readonly Example[] {
  const found: Example[] = [];
  if (owner.example !== undefined)
    found.push({ name: "example", value: owner.example, at: [...at, "example"] });
  if (!isObject(owner.examples)) return found;
  for (const [name, entry] of Object.entries(owner.examples)) {
    const example = follow(document, entry, [...at, "examples", name]);
    const value = field(example?.value, "value");
    if (example !== undefined && value !== undefined)
      found.push({ name, value, at: [...example.at, "value"] });
  }
  return found;
}

/** Every example and default is a value of its schema. */
export function checkExamples(
  document: JsonObject,
  validators: Validators,
  severity: Severity,
  report: Report,
): void {
  visit(document, (kind, value, pointer) => {
    const direction = directionOf(pointer);
    if (kind === "schema") {
      for (const example of ofSchema(value, pointer)) {
        checkOne(validators, value, example, direction, severity, report);
      }
    } else if (kind === "mediaType" || kind === "parameter" || kind === "header") {
      if (kind === "mediaType" && /[/+]xml\s*(;|$)/i.test(String(pointer.at(-1)))) return;
      if (value.schema === undefined) return;
      const isSequence = kind === "mediaType" && isStreamType(String(pointer.at(-1)));
      for (const example of examplesOf(document, value, pointer)) {
        // A text with values one after another, as they are sent.
        if (isSequence && typeof example.value === "string") continue;
        checkOne(validators, value.schema, example, direction, severity, report);
      }
    }
  });
}

function ofSchema(schema: JsonObject, at: Pointer): readonly Example[] {
  const found: Example[] = [];
  for (const key of ["example", "default"]) {
    const value = schema[key];
    if (value !== undefined) found.push({ name: key, value, at: [...at, key] });
  }
  if (Array.isArray(schema.examples)) {
    for (const [index, value] of schema.examples.entries()) {
      found.push({ name: String(index), value, at: [...at, "examples", index] });
    }
  }
  return found;
}

/** What a webhook or callback sends is what the caller receives. */
function directionOf(pointer: Pointer): Direction {
  const sent = pointer.includes("requestBody") || pointer.includes("requestBodies");
  const reversed = pointer[0] === "webhooks" || pointer.includes("callbacks");
  if (pointer[0] === "components" && pointer[1] === "schemas") return "both";
  return sent !== reversed ? "request" : "response";
}

function checkOne(
  validators: Validators,
  schema: JsonValue,
  example: Example,
  direction: Direction,
  severity: Severity,
  report: Report,
): void {
  const what = example.name === "default" && example.at.at(-1) === "default" ? "default" : "example";
  const found = validators.validate(schema, example.value, direction);
  if (found === undefined && validators.isTooDeep(schema, direction)) {
    const message = `the ${what} is not checked: its schema leads to so many others, each by way of the one before, that it cannot be compiled`;
    report.add(severity, example.at, "schema-inert", message, "a validator would accept everything here");
  }
  const errors = telling(found ?? []);
  for (const [index, error] of errors.slice(0, MAX_FAULTS).entries()) {
    const place = [...example.at, ...(parsePointer(error.instancePath) ?? [])];
    const name =
      what === "default" || example.at.at(-1) === "example" ? "" : ` ${JSON.stringify(example.name)}`;
    const where = error.instancePath === "" ? "it" : error.instancePath;
    const rest =
      index === MAX_FAULTS - 1 && errors.length > MAX_FAULTS
        ? ` (and ${errors.length - MAX_FAULTS} more)`
        : "";
    const message = `the ${what}${name} does not match its schema: ${where} ${explain(error)}${rest}`;
    report.add(severity, place, `${what}-mismatch`, message, "change the one or the other");
  }
}

/** Of alternatives only the reasons of each are reported, not that none matched; the nearest to the leaves first. */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const reasons = errors.filter(({ keyword }) => !["oneOf", "anyOf", "if"].includes(keyword));
  return reasons.length > 0 ? reasons : errors;
}

function explain({ keyword, params, message }: ErrorObject): string {
  if (keyword === "additionalProperties") return `must not have ${JSON.stringify(params.additionalProperty)}`;
  if (keyword === "unevaluatedProperties")
    return `must not have ${JSON.stringify(params.unevaluatedProperty)}`;
  if (keyword === "enum") return `must be one of ${JSON.stringify(params.allowedValues)}`;
  if (keyword === "const") return `must be ${JSON.stringify(params.allowedValue)}`;
  return message ?? "is not valid";
}
