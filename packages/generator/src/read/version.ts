import { isObject, type JsonValue } from "@trunkline/document";
import type { Faults } from "./faults.ts";
import type { Position, PositionTable } from "./positions.ts";

/** The version of OpenAPI that a document is written in; anything but 3.0 and 3.1 is reported. */
export function openapiVersion(
  document: JsonValue,
  start: Position,
  positions: PositionTable,
  faults: Faults,
): "3.0" | "3.1" | undefined {
  if (!isObject(document)) {
    const what = document === null ? "is empty" : "is no object";
    faults.error(
      start,
      "no-document",
      `the document ${what}`,
      'an OpenAPI document begins with "openapi: 3.1.0"',
    );
    return undefined;
  }
  if (Object.hasOwn(document, "swagger")) {
    const at = positions.child(document, "swagger") ?? start;
    const hint = "convert it to OpenAPI 3 first (many converters do that) and generate from the result";
    faults.error(at, "openapi-version", `Swagger ${JSON.stringify(document.swagger)} is not supported`, hint);
    return undefined;
  }
  const version = document.openapi;
  const at = positions.child(document, "openapi") ?? start;
  if (version === undefined) {
    const hint = 'an OpenAPI document begins with "openapi: 3.1.0"';
    faults.error(start, "openapi-version", 'the document has no "openapi" key', hint);
    return undefined;
  }
  const known = typeof version === "string" ? /^(3\.[01])(\.\d+)?(-|$)/.exec(version)?.[1] : undefined;
  if (known === "3.0" || known === "3.1") return known;
  const hint =
    version === 3.1 || version === 3
      ? 'write the whole version in quotes: "3.1.0"'
      : "3.0.x and 3.1.x are supported";
  faults.error(at, "openapi-version", `OpenAPI ${JSON.stringify(version)} is not supported`, hint);
  return undefined;
}
