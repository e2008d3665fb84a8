import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import fc from "fast-check";
import { data } from "./grammar.ts";

type Step = string | number;

/** A document in which some values are anything: hostile texts where a list belongs, maps where a text does. */
export function flawed(document: JsonObject): fc.Arbitrary<JsonObject> {
  const places = placesWithin(document, []);
  return fc
    .array(fc.tuple(fc.constantFrom(...places), data), { minLength: 1, maxLength: 6 })
    .map((flaws) =>
      flaws.reduce((spoilt, [place, value]) => put(spoilt, place, value), document as JsonValue),
    )
    .filter(isObject);
}

function placesWithin(value: JsonValue, at: readonly Step[]): readonly (readonly Step[])[] {
  const entries = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  const below = entries.flatMap(([key, one]) => placesWithin(one, [...at, key]));
  // The version is judged before anything else.
  return at.length === 0 || at[0] === "openapi" || at[0] === "swagger" ? below : [at, ...below];
}

/** Where another flaw took the place away, nothing is put. */
function put(value: JsonValue, [step, ...rest]: readonly Step[], one: JsonValue): JsonValue {
  if (step === undefined) return one;
  if (isArray(value)) {
    return value.map((item, index) => (index === step ? put(item, rest, one) : item));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === step ? put(item, rest, one) : item]),
  );
}
