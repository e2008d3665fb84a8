import { type JsonObject, type Read, readExtension } from "@trunkline/document";
import { errorSchemas } from "./bodies.ts";
import type { OperationView } from "./operations.ts";
import type { Report, Reporter } from "./report.ts";
import { checkPointer } from "./targets.ts";

/** What errors are read with is in at least one error answer; classes have names of their own. */
export function checkErrors(
  document: JsonObject,
  views: readonly OperationView[],
  isWhole: boolean,
  report: Report,
): void {
  // What they point at may be in what was left out.
  const pointers: Reporter = isWhole ? report : { error: (...fault) => report.warning(...fault) };
  const root = readExtension("document", document);
  const all = views.flatMap(errorSchemas);
  const inside = "the error answers of all operations";
  for (const key of ["code", "message", "details", "requestId"] as const) {
    for (const [index, pointer] of (root.errors?.[key] ?? []).entries()) {
      checkPointer(document, pointers, pointer, ["x-trunkline", "errors", key, index], all, inside);
    }
  }
  for (const [index, pointer] of (root.errors?.rows?.at ?? []).entries()) {
    checkPointer(document, report, pointer, ["x-trunkline", "errors", "rows", "at", index], all, inside);
  }
  for (const [index, hint] of (root.retryAfter ?? []).entries()) {
    if ("body" in hint) {
      checkPointer(document, pointers, hint.body, ["x-trunkline", "retryAfter", index, "body"], all, inside);
    }
  }
  checkClasses(root, report);
}

/** Names that the client's own module needs, or that would hide what everyone knows. */
const reservedClasses: ReadonlySet<string> = new Set([
  ...["Error", "TypeError", "RangeError", "SyntaxError", "EvalError", "URIError", "ReferenceError"],
  ...["AggregateError", "DOMException", "APIError", "TrunklineError", "Object", "Symbol"],
]);

function checkClasses(root: Read<"document">, report: Report): void {
  const client = root.client?.name;
  for (const [status, name] of Object.entries(root.errors?.classes ?? {})) {
    const at = ["x-trunkline", "errors", "classes", status];
    if (name === client || name === `${client}Error`) {
      const message = `${JSON.stringify(name)} is the name of the ${name === client ? "client" : "base of all its errors"}`;
      report.error(at, "x-trunkline-class", message, "give the class of this status another name");
    } else if (reservedClasses.has(name)) {
      report.error(
        at,
        "x-trunkline-class",
        `${JSON.stringify(name)} is the name of a class that exists already`,
      );
    }
  }
}
