import { type JsonObject, readExtension } from "@trunkline/document";
import { suggest } from "../read/nearest.ts";
import type { OperationView } from "./operations.ts";
import type { Report } from "./report.ts";

/** The idempotency header is a parameter of the operations that take a key. */
export function checkIdempotency(
  document: JsonObject,
  views: readonly OperationView[],
  report: Report,
): void {
  const header = readExtension("document", document).idempotency?.header;
  const headersOf = (view: OperationView): readonly string[] =>
    view.parameters.flatMap(({ value }) =>
      value.in === "header" && typeof value.name === "string" ? [value.name] : [],
    );
  const declares = (view: OperationView): boolean =>
    headersOf(view).some((name) => name.toLowerCase() === String(header).toLowerCase());
  if (header !== undefined && !views.some(declares)) {
    const message = `no operation has a header parameter ${JSON.stringify(header)}`;
    const hint = suggest(header, new Set(views.flatMap(headersOf)));
    report.error(["x-trunkline", "idempotency", "header"], "x-trunkline-idempotency", message, hint);
  }
  for (const view of views) {
    if (view.extension.idempotency === undefined) continue;
    const at = [...view.at, "x-trunkline", "idempotency"];
    if (header === undefined) {
      report.error(
        at,
        "x-trunkline-idempotency",
        "the document names no idempotency header",
        "add x-trunkline: { idempotency: { header: … } } at the root",
      );
    } else if (!declares(view)) {
      report.error(
        at,
        "x-trunkline-idempotency",
        `${view.title} has no header parameter ${JSON.stringify(header)}`,
      );
    }
  }
}
