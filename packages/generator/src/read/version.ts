import { isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { Faults } from "./faults.ts";
import type { Position, PositionTable } from "./positions.ts";

/** The versions of OpenAPI that are read as they are. */
export type OpenapiVersion = "3.0" | "3.1" | "3.2";

/** The version of OpenAPI that a document is written in; an unknown one is reported. */
export function openapiVersion(
  document: JsonValue,
  start: Position,
  positions: PositionTable,
  faults: Faults,
): OpenapiVersion | undefined {
  if (!isObject(document)) {
    const what = document === null ? "is empty" : "is not an object";
    faults.error(
      start,
      "no-document",
      `the document ${what}`,
      'an OpenAPI document begins with "openapi: 3.1.0"',
    );
    return undefined;
  }
  const version = document.openapi;
  const at = positions.child(document, "openapi") ?? start;
  if (version === undefined) {
    const hint = 'an OpenAPI document begins with "openapi: 3.1.0"';
    faults.error(start, "openapi-version", 'the document has no "openapi" key', hint);
    return undefined;
  }
  const known = typeof version === "string" ? /^(3\.[012])(\.\d+)?(-|$)/.exec(version)?.[1] : undefined;
  if (known === "3.0" || known === "3.1" || known === "3.2") return known;
  const hint =
    typeof version === "number" && version >= 3 && version < 3.3
      ? 'write the whole version in quotes: "3.1.0"'
      : "3.0.x, 3.1.x and 3.2.x are supported";
  faults.error(at, "openapi-version", `OpenAPI ${JSON.stringify(version)} is not supported`, hint);
  return undefined;
}

/** Whether a Swagger document is of the version that can be converted; anything else is reported. */
export function holdSwaggerVersion(
  document: JsonObject,
  start: Position,
  positions: PositionTable,
  faults: Faults,
): boolean {
  const version = document.swagger;
  // Without quotes YAML makes a number of it, and hardly anybody writes them.
  if (version === "2.0" || version === 2) return true;
  const at = positions.child(document, "swagger") ?? start;
  const hint = "Swagger 2.0 and OpenAPI 3 are read";
  faults.error(at, "openapi-version", `Swagger ${JSON.stringify(version)} is not supported`, hint);
  return false;
}
