import type { JsonObject } from "@trunkline/document";
import type { BundleContext, Here } from "./bundle-context.ts";
import { suggest } from "./nearest.ts";

const typeNames: ReadonlySet<string> = new Set([
  ...["string", "number", "integer", "boolean", "object", "array", "null"],
]);
const unfollowed: readonly string[] = ["$recursiveRef"];

/**
 * Reports keywords of a schema that cannot be what their author meant.
 *
 * @returns `false` where its type is not one, so that nothing is known of it
 */
export function checkSchemaKeywords(context: BundleContext, schema: JsonObject, here: Here): boolean {
  const { faults, positions } = context;
  const { type } = schema;
  const types = Array.isArray(type) ? type : [type];
  const bad = types.find((one) => typeof one !== "string" || !typeNames.has(one));
  const isKnown = type === undefined || bad === undefined;
  if (!isKnown) {
    const at = positions.child(schema, "type") ?? here.at;
    const hint = suggest(typeof bad === "string" ? bad : JSON.stringify(bad), typeNames);
    const message = `${JSON.stringify(bad)} is not a type of a schema; the schema is read as unknown`;
    faults.warning(at, "schema-type", message, hint);
  }
  for (const keyword of unfollowed) {
    if (!Object.hasOwn(schema, keyword)) continue;
    const at = positions.child(schema, keyword) ?? here.at;
    const hint = 'refer to schemas by "$ref" and a JSON pointer';
    faults.warning(at, "schema-keyword", `${keyword} is not followed`, hint);
  }
  return isKnown;
}
