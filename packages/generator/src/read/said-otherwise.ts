import type { JsonObject, JsonValue } from "@trunkline/document";
import type { BundleContext } from "./bundle-context.ts";
import type { Kind } from "./object-shapes.ts";
import type { Position } from "./positions.ts";
import { Writing } from "./writing.ts";

/** What OpenAPI 3.2 has a further key for: `undefined`, or the key that says the same and that everything reads. */
const others: ReadonlyMap<string, string | undefined> = new Map([
  // Refs lead into the bundled document alone.
  ["document $self", undefined],
  // Copied to where they are referred to.
  ["components mediaTypes", undefined],
  // A sequence of values is a list of them (OpenAPI 3.2, Sequential Media Types).
  ["mediaType itemSchema", "schema"],
  ["example dataValue", "value"],
]);

/** Whether a bundled document says a key by another one, or not at all. */
export function isSaidOtherwise(kind: Kind, key: string): boolean {
  return others.has(`${kind} ${key}`);
}

/** A key of an object, with what it holds as it is written. */
interface Said {
  readonly kind: Kind;
  readonly key: string;
  readonly written: JsonValue;
  readonly at: Position;
}

/**
 * Writes a key by the one that says the same.
 *
 * @param owner as it stands in the sources
 */
export function sayOtherwise(
  { faults, positions }: BundleContext,
  out: Writing,
  { kind, key, written, at }: Said,
  owner: JsonObject,
): void {
  const other = others.get(`${kind} ${key}`);
  if (other === undefined) return;
  if (Object.hasOwn(owner, other)) {
    faults.warning(at, "said-twice", `${JSON.stringify(key)} beside ${JSON.stringify(other)} is ignored`);
    return;
  }
  if (kind === "example") {
    out.set(other, written, at);
    return;
  }
  const list = new Writing(positions, at);
  list.set("type", "array", at);
  list.set("items", written, at);
  out.set(other, list.done(), at);
}
