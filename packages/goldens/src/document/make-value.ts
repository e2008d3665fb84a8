import type { JsonValue } from "@trunkline/document";
import { fromPattern } from "@trunkline/document/from-pattern";
import { makeValue as make, type ValueOptions } from "@trunkline/document/values";
import type { OpenDocument } from "@trunkline/mock/document";

/** A value that a document's schema allows, with every property that it names; `null` where none can be made. */
export function makeValue(
  { resolve }: OpenDocument,
  schema: JsonValue | undefined,
  options: Pick<ValueOptions, "direction" | "text" | "depth">,
): JsonValue {
  return make(schema, { resolve, fromPattern, withUnnamed: true, ...options }) ?? null;
}
