import { type JsonObject, type JsonValue, parsePointer, readExtension } from "@trunkline/document";
import type { Pointer } from "../read/types.ts";
import { answerSchemas, errorSchemas, requestSchemas } from "./bodies.ts";
import type { OperationView } from "./operations.ts";
import type { Report } from "./report.ts";
import { lookUp, mayBe, parts } from "./schema-lookup.ts";
import { checkPointer } from "./targets.ts";

const CODE = "x-trunkline-bulk";

/** What is said of rows is there: in the request, in its answer, and in what refuses it. */
export function checkBulk(document: JsonObject, views: readonly OperationView[], report: Report): void {
  for (const view of views) {
    const { bulk } = view.extension;
    if (bulk === undefined) continue;
    const at = [...view.at, "x-trunkline", "bulk"];
    const row = checkRows(document, view, at, report);
    if (row !== undefined && bulk.key !== undefined) {
      checkPointer(document, report, bulk.key, [...at, "key"], row, `a row of ${view.title}`);
    }
    checkAnswer(document, view, at, report);
    if (bulk.keyLifeSeconds !== undefined && !isKeyed(document, view)) {
      const message = `${view.title} takes no idempotency key, so that none has a life`;
      report.error([...at, "keyLifeSeconds"], CODE, message);
    }
  }
}

/** Schemas of a row. */
function checkRows(
  document: JsonObject,
  view: OperationView,
  at: Pointer,
  report: Report,
): readonly JsonValue[] | undefined {
  const { rows, max } = view.extension.bulk ?? {};
  const inside = `the request body of ${view.title}`;
  if (rows === undefined) return undefined;
  if (!checkPointer(document, report, rows, [...at, "rows"], requestSchemas(view), inside)) return undefined;
  const found = lookUp(document, requestSchemas(view), parsePointer(rows) ?? []);
  if (typeof found === "string") return undefined;
  if (!mayBe(document, found, "array")) {
    report.error([...at, "rows"], CODE, `${JSON.stringify(rows)} in ${inside} is not a list`);
    return undefined;
  }
  const most = parts(document, found).flatMap(({ maxItems }) =>
    typeof maxItems === "number" ? [maxItems] : [],
  );
  if (max !== undefined && most.some((one) => one < max)) {
    const message = `${view.title} takes at most ${Math.min(...most)} rows, as the schema of the list says`;
    report.error([...at, "max"], CODE, message);
  }
  const item = lookUp(document, found, ["0"]);
  return typeof item === "string" ? undefined : item;
}

function checkAnswer(document: JsonObject, view: OperationView, at: Pointer, report: Report): void {
  const { received, accepted, failed, errors, key } = view.extension.bulk ?? {};
  const inside = `the answer of ${view.title}`;
  const answer = answerSchemas(view);
  checkPointer(document, report, received, [...at, "received"], answer, inside);
  checkPointer(document, report, failed, [...at, "failed"], answer, inside);
  for (const [index, one] of (accepted ?? []).entries()) {
    checkPointer(document, report, one, [...at, "accepted", index], answer, inside);
  }
  if (accepted === undefined && failed === undefined && errors === undefined) {
    const hint = "say accepted, failed or errors";
    report.error(at, CODE, `nothing says what became of the rows of ${view.title}`, hint);
  }
  if (errors?.at === undefined) return;
  const place = [...at, "errors"];
  const all = [...answer, ...errorSchemas(view)];
  if (
    !checkPointer(
      document,
      report,
      errors.at,
      [...place, "at"],
      all,
      `${inside} or of what it is refused with`,
    )
  )
    return;
  if ((errors.row === undefined) === (errors.key === undefined)) {
    report.error(
      place,
      CODE,
      "an error names its row by its number (row) or by what the vendor knows it by (key)",
    );
  }
  if (errors.key !== undefined && key === undefined) {
    report.error(
      [...place, "key"],
      CODE,
      "errors name rows by their key, and bulk.key does not say where a row has it",
    );
  }
  const list = lookUp(document, all, parsePointer(errors.at) ?? []);
  const entry = typeof list === "string" ? list : lookUp(document, list, ["0"]);
  if (typeof entry === "string") return;
  for (const name of ["row", "key", "field", "code", "message"] as const) {
    checkPointer(document, report, errors[name], [...place, name], entry, `an error of ${inside}`);
  }
}

function isKeyed(document: JsonObject, view: OperationView): boolean {
  const header = readExtension("document", document).idempotency?.header?.toLowerCase();
  return view.parameters.some(
    ({ value }) =>
      value.in === "header" && typeof value.name === "string" && value.name.toLowerCase() === header,
  );
}
