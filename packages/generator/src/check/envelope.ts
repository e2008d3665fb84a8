import { type EnvelopeData, type JsonObject, parsePointer, readExtension } from "@trunkline/document";
import type { Pointer } from "../read/types.ts";
import { answerSchemas } from "./bodies.ts";
import type { OperationView } from "./operations.ts";
import { paginationsOf } from "./pagination.ts";
import type { Report } from "./report.ts";
import { lookUp } from "./schema-lookup.ts";
import { checkPointer } from "./targets.ts";

/** The envelope is that of the answers: a method would return nothing for one without it. */
export function checkEnvelope(document: JsonObject, views: readonly OperationView[], report: Report): void {
  const { envelope } = readExtension("document", document);
  for (const view of views) checkOwnEnvelope(document, envelope !== undefined, view, report);
  if (envelope === undefined) return;
  const answers = views.filter(({ extension }) => extension.envelope === undefined);
  const all = answers.flatMap(answerSchemas);
  const inside = "the answers of all operations";
  const { data, requestId } = envelope;
  checkPointer(document, report, requestId, ["x-trunkline", "envelope", "requestId"], all, inside);
  const isSound = placesOf(data, ["x-trunkline", "envelope", "data"]).map(({ pointer, at }) =>
    checkPointer(document, report, pointer, at, all, inside),
  );
  if (isSound.length > 0 && !isSound.includes(false)) checkEachEnvelope(document, data, answers, report);
}

/** Places that may be one or several, and where each is said. */
function placesOf(
  said: EnvelopeData | undefined,
  at: Pointer,
): readonly { readonly pointer: string; readonly at: Pointer }[] {
  if (typeof said === "string") return [{ pointer: said, at }];
  return (said ?? []).map((pointer, index) => ({ pointer, at: [...at, index] }));
}

function checkOwnEnvelope(
  document: JsonObject,
  hasRoot: boolean,
  { extension: { envelope: own }, ...view }: OperationView,
  report: Report,
): void {
  const at = [...view.at, "x-trunkline", "envelope"];
  if (own === false && !hasRoot) {
    report.error(at, "x-trunkline-envelope", "the document declares no envelope that could be left out");
  }
  if (own === false || own === undefined) return;
  const inside = `the answer of ${view.title}`;
  for (const place of placesOf(own.data, [...at, "data"])) {
    checkPointer(document, report, place.pointer, place.at, answerSchemas(view), inside);
  }
}

function checkEachEnvelope(
  document: JsonObject,
  data: EnvelopeData | undefined,
  views: readonly OperationView[],
  report: Report,
): void {
  const pointers = placesOf(data, []).map(({ pointer }) => pointer);
  const places = pointers.map((pointer) => JSON.stringify(pointer)).join(" or ");
  for (const view of views) {
    const answer = answerSchemas(view);
    if (answer.length === 0 || paginationsOf(document, view).length > 0) continue;
    if (pointers.some((one) => lookUp(document, answer, parsePointer(one) ?? []) !== "nothing")) continue;
    const message = `the answer of ${view.title} has no ${places}, where the document's envelope has the value`;
    const hint = "if it is not wrapped, say so on the operation: x-trunkline: { envelope: false }";
    report.error(view.at, "x-trunkline-envelope", message, hint);
  }
}
