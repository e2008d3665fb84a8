import type { JsonObject } from "@trunkline/document";
import type { Kind } from "../read/object-shapes.ts";
import type { Pointer } from "../read/types.ts";
import type { OperationView } from "./operations.ts";
import type { Report } from "./report.ts";
import { visit } from "./visit.ts";

/** Kinds that a reader of the emitted package meets. */
const described: ReadonlySet<Kind> = new Set([
  ...(["operation", "parameter", "response", "header", "requestBody", "tag", "server"] as const),
]);

/** The house says what everything is: these words are the package's documentation. */
export function checkHouseWords(document: JsonObject, views: readonly OperationView[], report: Report): void {
  visit(document, (kind, value, pointer) => {
    if (value.$ref !== undefined || isText(value.description)) return;
    const name = nameOf(kind, value, pointer);
    if (name !== undefined) report.error(pointer, "house-words", `${name} has no description`);
  });
  for (const { operation, at, title } of views) {
    const place = [...at, "summary"];
    if (!isText(operation.summary)) report.error(at, "house-words", `${title} has no summary`);
    else if (/\.\s*$/.test(operation.summary)) {
      report.error(place, "house-words", `the summary of ${title} ends with a full stop`);
    }
  }
}

function nameOf(kind: Kind, value: JsonObject, pointer: Pointer): string | undefined {
  const last = JSON.stringify(pointer.at(-1));
  if (kind === "schema") {
    if (pointer.length === 3 && pointer[0] === "components") return `the schema ${last}`;
    return pointer.at(-2) === "properties" ? `the property ${last}` : undefined;
  }
  if (!described.has(kind)) return undefined;
  return `the ${kind} ${JSON.stringify(value.name ?? value.operationId ?? pointer.at(-1))}`;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
