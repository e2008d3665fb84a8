import type { JsonObject, JsonValue } from "@trunkline/document";
import { type BundleContext, type Here, nothing } from "./bundle-context.ts";
import type { Flaw } from "./losses.ts";
import type { Kind, Shape } from "./object-shapes.ts";
import type { Position, PositionTable } from "./positions.ts";
import { Writing } from "./writing.ts";

/**
 * Stands for a value that cannot be read: what nothing is known of, or what no call can be made with.
 *
 * @returns `undefined` where the value is left out alone
 */
export function lost(
  { faults, losses, positions }: BundleContext,
  shape: Shape,
  flaw: Flaw,
  here: Here,
): JsonValue | undefined {
  const kind = shape.is === "object" ? shape.kind : undefined;
  const unknown = kind === undefined ? undefined : unknownOf(kind, here.at, positions);
  const what =
    unknown === undefined
      ? ", and is ignored"
      : `; the ${kind === "schema" ? "schema" : "answer"} is read as unknown`;
  if (unknown !== undefined || here.spared === true) {
    faults.warning(flaw.at, flaw.code, flaw.message + what, flaw.hint);
    return unknown;
  }
  const mark = new Writing(positions, here.at).done();
  losses.mark(mark, flaw);
  return mark;
}

/** The same of a value of another kind than its place takes. */
export function wrongType(
  context: BundleContext,
  shape: Shape,
  here: Here,
  message: string,
): JsonValue | undefined {
  return lost(context, shape, { at: here.at, code: "wrong-type", message }, here);
}

/** An object that says nothing, where that is possible. */
export function unknownOf(kind: Kind, at: Position, positions: PositionTable): JsonObject | undefined {
  if (kind === "schema") return new Writing(positions, at).done();
  if (kind === "responses") {
    const out = new Writing(positions, at);
    out.set("2XX", unknownOf("response", at, positions) ?? nothing, at);
    return out.done();
  }
  if (kind !== "response") return undefined;
  const media = new Writing(positions, at);
  media.set("application/json", nothing, at);
  const out = new Writing(positions, at);
  out.set("description", "", at);
  out.set("content", media.done(), at);
  return out.done();
}

/** What is empty there says less than it seems: no server, no credentials, no operation. */
export function mayNotBeEmpty(shape: Shape, { spared }: Here): boolean {
  if (spared === true) return false;
  if (shape.is === "object") return shape.kind === "operation" || shape.kind === "server";
  return shape.is === "map" && shape.of.is === "list";
}

/** Answers of which only some can be read, none of them a success. */
export function lacksSuccess(given: JsonObject, read: Writing): boolean {
  const isLost = Object.keys(given).some(
    (key) => !key.startsWith("x-") && !read.has(key) && !read.has(key.toUpperCase()),
  );
  return isLost && !read.keys.some((key) => key.startsWith("2") || key === "default");
}
