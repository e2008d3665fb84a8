import type { JsonObject } from "../json.ts";
import { isObject } from "../read/resolve.ts";
import { errorSchemas } from "./bodies.ts";
import { extensionOf, field, list, type OperationView } from "./operations.ts";
import type { Report } from "./report.ts";
import { checkPointer } from "./targets.ts";

/** What errors are read with is in at least one error answer; classes have names of their own. */
export function checkErrors(document: JsonObject, views: readonly OperationView[], report: Report): void {
  const root = extensionOf(document);
  const all = views.flatMap(errorSchemas);
  const inside = "the error answers of all operations";
  for (const key of ["code", "message", "details", "requestId"]) {
    for (const [index, pointer] of list(field(root.errors, key)).entries()) {
      checkPointer(document, report, pointer, ["x-trunkline", "errors", key, index], all, inside);
    }
  }
  for (const [index, hint] of list(root.retryAfter).entries()) {
    const body = field(hint, "body");
    if (body !== undefined) {
      checkPointer(document, report, body, ["x-trunkline", "retryAfter", index, "body"], all, inside);
    }
  }
  checkClasses(root, report);
}

/** Names that the client's own module needs, or that would hide what everyone knows. */
const reservedClasses: ReadonlySet<string> = new Set([
  ...["Error", "TypeError", "RangeError", "SyntaxError", "EvalError", "URIError", "ReferenceError"],
  ...["AggregateError", "DOMException", "APIError", "TrunklineError", "Object", "Symbol"],
]);

function checkClasses(root: JsonObject, report: Report): void {
  const client = field(root.client, "name");
  const classes = field(root.errors, "classes");
  if (!isObject(classes)) return;
  for (const [status, name] of Object.entries(classes)) {
    const at = ["x-trunkline", "errors", "classes", status];
    if (typeof name !== "string") continue;
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
