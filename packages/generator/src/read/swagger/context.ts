import type { JsonObject, JsonValue } from "@trunkline/document";
import type { Faults } from "../faults.ts";
import type { Flaw } from "../losses.ts";
import type { Position, PositionTable } from "../positions.ts";
import type { Resolver } from "../resolve.ts";
import { Writing } from "../writing.ts";

/** What the parts that read Swagger 2.0 share. */
export interface SwaggerContext {
  readonly positions: PositionTable;
  readonly faults: Faults;
  readonly resolver: Resolver;
  /** Operations that cannot be called, with why: `get /programs`. */
  readonly lost: Map<string, Flaw>;
}

/** An object of the sources, with its file and its place. */
export interface Place<Value = JsonValue> {
  readonly file: string;
  readonly value: Value;
  readonly at: Position;
}

/** Gives what stands in the place of a value; `undefined` leaves it out. */
type Change = (value: JsonValue, key: string, at: Position) => JsonValue | undefined;

/** An object anew, with the places of its keys. */
export function changed(
  { positions }: SwaggerContext,
  { value, at }: Pick<Place<JsonObject>, "value" | "at">,
  change: Change,
): JsonObject {
  const out = new Writing(positions, positions.at(value) ?? at);
  for (const [index, key] of Object.keys(value).entries()) {
    const place = positions.childAt(value, index) ?? at;
    const written = change(value[key] ?? null, key, place);
    if (written !== undefined) out.set(key, written, place);
  }
  return out.done();
}

/** An object with other values of some keys, and with further keys; `undefined` leaves a key out. */
export function withKeys(
  context: SwaggerContext,
  value: JsonObject,
  at: Position,
  keys: Readonly<Record<string, JsonValue | undefined>>,
): JsonObject {
  const { positions } = context;
  const out = new Writing(positions, positions.at(value) ?? at);
  const changedValue = changed(context, { value, at }, (old, key) =>
    Object.hasOwn(keys, key) ? keys[key] : old,
  );
  out.copy(changedValue);
  for (const [key, added] of Object.entries(keys)) {
    if (added !== undefined && !out.has(key)) out.set(key, added, at);
  }
  return out.done();
}

/** A list whose items stand where they stood. */
export function listed(
  { positions }: SwaggerContext,
  items: readonly Pick<Place, "value" | "at">[],
  at: Position,
): readonly JsonValue[] {
  const list = items.map(({ value }) => value);
  positions.set(
    list,
    at,
    items.map((item) => item.at),
  );
  return list;
}
