import {
  EXTENSION,
  extensionKinds,
  field,
  extensionFormat as format,
  isObject,
  type JsonObject,
  type JsonValue,
  parsePointer,
  stringField,
} from "@trunkline/document";
import type { ErrorObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { distance } from "fastest-levenshtein";
import { suggest } from "../read/nearest.ts";
import type { Kind } from "../read/object-shapes.ts";
import type { Pointer } from "../read/types.ts";
import type { Report } from "./report.ts";
import { visit } from "./visit.ts";

/** Kinds of objects that take the extension, each with its format of the same name. */
const takers: ReadonlySet<Kind> = new Set(extensionKinds);

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  verbose: true,
  // The format is held against its dialect once, by a test.
  validateSchema: false,
  // It validates a handful of values: compiling it well takes longer than it saves.
  code: { optimize: false },
});
ajv.addVocabulary(["unit", "renamed"]);
ajv.addSchema(format);

/**
 * Every `x-trunkline` of a document keeps to its format.
 *
 * @returns whether they all do: what they point at can only be checked then
 */
export function checkExtensionFormat(document: JsonObject, report: Report): boolean {
  let valid = true;
  const typos = new Map<string, boolean>();
  const isTypo = (key: string): boolean => {
    const known = typos.get(key) ?? isNearlyExtension(key);
    typos.set(key, known);
    return known;
  };
  visit(document, (kind, value, pointer) => {
    for (const key of Object.keys(value)) {
      if (key === EXTENSION)
        valid = checkOne(kind, value[EXTENSION] ?? null, [...pointer, key], report) && valid;
      else if (isTypo(key)) {
        report.error(
          [...pointer, key],
          `${EXTENSION}-typo`,
          `${quote(key)} is not read`,
          `did you mean "${EXTENSION}"?`,
        );
        valid = false;
      }
    }
  });
  return valid;
}

function isNearlyExtension(key: string): boolean {
  return Math.abs(key.length - EXTENSION.length) <= 2 && distance(key.toLowerCase(), EXTENSION) <= 2;
}

function checkOne(kind: Kind, value: JsonValue, at: Pointer, report: Report): boolean {
  if (!takers.has(kind)) {
    report.error(
      at,
      `${EXTENSION}-place`,
      `${EXTENSION} has no meaning on a ${kind}`,
      `it may stand on: ${[...takers].join(", ")}`,
    );
    return false;
  }
  if (value === null || (isObject(value) && Object.keys(value).length === 0 && kind !== "document"))
    return true;
  const validate = ajv.getSchema(`${format.$id}#/$defs/${kind}`);
  if (validate === undefined || validate(value)) return true;
  const errors = (validate.errors ?? []).filter(isTelling);
  for (const error of errors) reportError(kind, error, at, report);
  return false;
}

/** What a fault brings along: the condition around it, the alternatives, the same thing said of the name. */
function isTelling({ keyword, schemaPath, propertyName }: ErrorObject): boolean {
  return keyword !== "if" && !schemaPath.includes("/oneOf/") && propertyName === undefined;
}

function reportError(kind: Kind, error: ErrorObject, at: Pointer, report: Report): void {
  const place = [...at, ...(parsePointer(error.instancePath) ?? [])];
  const path = [EXTENSION, ...place.slice(at.length)].join(".");
  const code = (name: string): string => `${EXTENSION}-${name}`;
  const { params } = error;
  switch (error.keyword) {
    case "additionalProperties": {
      const key: string = params.additionalProperty;
      const now = stringField(error.parentSchema?.renamed, key);
      if (now !== undefined) {
        const hint = `write ${now}: ${JSON.stringify(field(error.data, key))}`;
        report.error([...place, key], code("renamed-key"), `${quote(key)} is called ${quote(now)} now`, hint);
        return;
      }
      const keys = Object.keys(error.parentSchema?.properties ?? {});
      report.error(
        [...place, key],
        code("unknown-key"),
        `${quote(key)} is not a key of ${path}`,
        keyHint(kind, key, keys),
      );
      return;
    }
    case "required":
      report.error(place, code("missing-key"), `${path} has no ${quote(params.missingProperty)}`);
      return;
    case "const":
      if (place.at(-1) === "version") {
        const hint = `this generator reads version ${JSON.stringify(params.allowedValue)}`;
        report.error(
          place,
          code("version"),
          `version ${JSON.stringify(error.data)} of ${EXTENSION} is unknown`,
          hint,
        );
        return;
      }
      report.error(place, code("value"), `${path} can only be ${JSON.stringify(params.allowedValue)}`);
      return;
    case "enum": {
      const allowed: readonly unknown[] = params.allowedValues;
      const hint = suggest(typeof error.data === "string" ? error.data : "", allowed.map(String));
      report.error(place, code("value"), `${path} cannot be ${JSON.stringify(error.data)}`, hint);
      return;
    }
    case "pattern":
      report.error(
        place,
        code("value"),
        `${path} cannot be ${JSON.stringify(error.data)}`,
        patternHint(error),
      );
      return;
    case "type":
      report.error(
        place,
        code("type"),
        `${path} must be ${[params.type].flat().join(" or ")}`,
        described(error),
      );
      return;
    case "propertyNames": {
      const key: string = params.propertyName;
      report.error(
        [...place, key],
        code("unknown-key"),
        `${quote(key)} cannot stand in ${path}`,
        described(error),
      );
      return;
    }
    case "oneOf":
      report.error(place, code("missing-key"), `${path} must have exactly one of: header, body`);
      return;
    default:
      report.error(place, code("value"), `${path} ${error.message ?? "is not valid"}`, described(error));
  }
}

/** A key of another place is not misspelt but misplaced. */
function keyHint(kind: Kind, key: string, keys: readonly string[]): string | undefined {
  const homes = extensionKinds.filter(
    (one) => one !== kind && field(field(field(format.$defs, one), "properties"), key) !== undefined,
  );
  if (homes.length > 0) return `it belongs to the ${EXTENSION} of a ${homes.join(" or ")}`;
  return suggest(key, keys, `valid here: ${keys.join(", ")}`);
}

function patternHint(error: ErrorObject): string | undefined {
  const pattern = String(error.params.pattern);
  if (pattern.includes("~[01]")) {
    const text = String(error.data);
    return text.startsWith("/")
      ? 'in a JSON pointer "~" is written "~0"'
      : `a JSON pointer begins with "/": "/${text}"`;
  }
  if (pattern === "^[A-Z][A-Za-z0-9]*$")
    return "the name of a class or type is PascalCase: letters and digits";
  if (pattern.startsWith("^[a-z]")) return "write it in camelCase: letters and digits";
  return described(error);
}

function described(error: ErrorObject): string | undefined {
  const description: unknown = error.parentSchema?.description;
  return typeof description === "string" ? description : undefined;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
