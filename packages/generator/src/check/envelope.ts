import type { JsonObject } from "../json.ts";
import { parsePointer } from "../read/pointer.ts";
import { isObject } from "../read/resolve.ts";
import { answerSchemas } from "./bodies.ts";
import { extensionOf, type OperationView } from "./operations.ts";
import { paginationsOf } from "./pagination.ts";
import type { Report } from "./report.ts";
import { lookUp } from "./schema-lookup.ts";
import { checkPointer } from "./targets.ts";

/** The envelope is that of the answers: a method would return nothing for one without it. */
export function checkEnvelope(document: JsonObject, views: readonly OperationView[], report: Report): void {
  const root = extensionOf(document);
  const envelope = root.envelope;
  if (!isObject(envelope)) {
    for (const { extension, at } of views) {
      if (extension.envelope === undefined) continue;
      const message = "the document declares no envelope that could be left out";
      report.error([...at, "x-trunkline", "envelope"], "x-trunkline-envelope", message);
    }
    return;
  }
  const answers = views.filter(({ extension }) => extension.envelope !== false);
  for (const key of ["data", "requestId"]) {
    const pointer = envelope[key];
    const all = answers.flatMap(answerSchemas);
    const at = ["x-trunkline", "envelope", key];
    if (!checkPointer(document, report, pointer, at, all, "the answers of all operations")) continue;
    if (key === "data") checkEachEnvelope(document, String(pointer), answers, report);
  }
}

function checkEachEnvelope(
  document: JsonObject,
  pointer: string,
  views: readonly OperationView[],
  report: Report,
): void {
  for (const view of views) {
    const answer = answerSchemas(view);
    if (answer.length === 0 || paginationsOf(document, view).length > 0) continue;
    if (lookUp(document, answer, parsePointer(pointer) ?? []) !== "nothing") continue;
    const message = `the answer of ${view.title} has no ${JSON.stringify(pointer)}, where the document's envelope has the value`;
    const hint = "if it is not wrapped, say so on the operation: x-trunkline: { envelope: false }";
    report.error(view.at, "x-trunkline-envelope", message, hint);
  }
}
