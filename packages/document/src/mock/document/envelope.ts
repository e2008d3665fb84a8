import { isObject, type JsonValue, textsOf } from "../../json.ts";
import { valueAt } from "../../pointer.ts";
import type { OpenDocument } from "./open-document.ts";
import type { DocumentOperation } from "./operations.ts";

/** Places of the value in an answer, the first that is there counting; none where the whole answer is the value. */
export function envelopePlaces(
  document: OpenDocument,
  operation: Pick<DocumentOperation, "extension"> | undefined,
): readonly string[] {
  const own = operation?.extension.envelope;
  if (own === false) return [];
  return textsOf((own ?? document.said.envelope)?.data);
}

/** The value of an answer: at the first place that it has, else the whole of it. */
export function unwrapped(places: readonly string[], body: JsonValue): JsonValue {
  const place = places.find((pointer) => hasPointer(body, pointer));
  return place === undefined ? body : (valueAt(body, place) ?? null);
}

function hasPointer(body: JsonValue, pointer: string): boolean {
  if (pointer === "") return true;
  const at = pointer.lastIndexOf("/");
  const holder = valueAt(body, pointer.slice(0, at));
  return isObject(holder) && Object.hasOwn(holder, pointer.slice(at + 1));
}
