import { type JsonObject, type JsonValue, parsePointer } from "@trunkline/document";
import { suggest } from "../read/nearest.ts";
import type { Pointer } from "../read/types.ts";
import type { Reporter } from "./report.ts";
import { lookUp, pointersOf } from "./schema-lookup.ts";

/** A pointer must lead to something that the schemas declare. */
export function checkPointer(
  document: JsonObject,
  report: Reporter,
  pointer: JsonValue | undefined,
  at: Pointer,
  schemas: readonly JsonValue[],
  inside: string,
): boolean {
  if (typeof pointer !== "string") return false;
  if (schemas.length === 0) {
    report.error(
      at,
      "x-trunkline-pointer",
      `${JSON.stringify(pointer)} points into ${inside}, and there is none in JSON`,
    );
    return false;
  }
  if (lookUp(document, schemas, parsePointer(pointer) ?? []) !== "nothing") return true;
  report.error(
    at,
    "x-trunkline-pointer",
    `${JSON.stringify(pointer)} points at nothing in ${inside}`,
    suggest(pointer, pointersOf(document, schemas)),
  );
  return false;
}

/** A name must be one of those that exist. */
export function checkName(
  report: Reporter,
  name: JsonValue | undefined,
  at: Pointer,
  code: string,
  names: readonly string[],
  what: string,
): boolean {
  if (typeof name !== "string") return false;
  if (names.includes(name)) return true;
  report.error(at, code, `there is no ${what} ${JSON.stringify(name)}`, suggest(name, names));
  return false;
}
