import type { JsonValue } from "../../json.ts";
import { valueAt } from "../../pointer.ts";
import type { DocumentExample } from "./content.ts";

/**
 * Examples of a list whose items are at a place, and of a shape; what the document does not tell apart is all there is.
 *
 * @param strict nothing rather than examples of another shape
 */
export function examplesInShape(
  examples: readonly DocumentExample[],
  items: string | undefined,
  shape: string | undefined,
  strict = false,
): readonly DocumentExample[] {
  const isList = (value: JsonValue | undefined): boolean => Array.isArray(value) || value === null;
  const fitting = examples.filter(({ value }) => items === undefined || isList(valueAt(value, items)));
  const wanted = shape === undefined ? fitting : fitting.filter(({ name }) => shapeOf(name) === shape);
  if (strict || wanted.length > 0) return wanted;
  return fitting.length > 0 ? fitting : examples;
}

/** What an example shows: `camelCase-first` and `first` are both the first page. */
export function roleOf(name: string): string {
  return name.slice(name.lastIndexOf("-") + 1);
}

/** The shape of an example where a document has several: `camelCase-first` is in the shape `camelCase`. */
export function shapeOf(name: string): string | undefined {
  const at = name.lastIndexOf("-");
  return at < 1 ? undefined : name.slice(0, at);
}
