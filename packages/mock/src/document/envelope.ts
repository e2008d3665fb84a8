import { atPointer, isJsonObject, type Json, objectOf, textsOf } from "./json.ts";
import type { OpenDocument } from "./open.ts";
import type { DocumentOperation } from "./operations.ts";

/** Places of the value in an answer, the first that is there counting; none where the whole answer is the value. */
export function envelopePlaces(
  document: OpenDocument,
  operation: Pick<DocumentOperation, "extension"> | undefined,
): readonly string[] {
  const own = operation?.extension.envelope;
  if (own === false) return [];
  return textsOf(objectOf(own ?? objectOf(document.root["x-trunkline"]).envelope).data);
}

/** The value of an answer: at the first place that it has, else the whole of it. */
export function unwrapped(places: readonly string[], body: Json): Json {
  const place = places.find((pointer) => hasPointer(body, pointer));
  return place === undefined ? body : (atPointer(body, place) ?? null);
}

function hasPointer(body: Json, pointer: string): boolean {
  if (pointer === "") return true;
  const at = pointer.lastIndexOf("/");
  const holder = atPointer(body, pointer.slice(0, at));
  return isJsonObject(holder) && Object.hasOwn(holder, pointer.slice(at + 1));
}
