import type { JsonObject } from "@trunkline/document";
import type { BundleContext, Here } from "./bundle-context.ts";
import { Writing } from "./writing.ts";

/** Which schema it leads to is decided by whoever refers to this one; a bundled document has the one that is here. */
export function withoutDynamicRef(
  { faults, positions }: BundleContext,
  schema: JsonObject,
  ref: string,
  here: Here,
): JsonObject {
  const at = positions.child(schema, "$dynamicRef") ?? here.at;
  faults.warning(
    at,
    "schema-keyword",
    "the $dynamicRef is read as a $ref: it leads to the schema of this document",
  );
  const out = new Writing(positions, positions.at(schema) ?? here.at);
  out.copy(schema);
  out.set("$ref", ref, at);
  return out.without("$dynamicRef");
}
