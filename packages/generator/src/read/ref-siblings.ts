import type { JsonObject } from "@trunkline/document";
import type { BundleContext, Here } from "./bundle-context.ts";
import type { Kind } from "./object-shapes.ts";
import { Writing } from "./writing.ts";

/** OpenAPI 3.0 ignores what stands beside a ref; these say nothing about values and are too good to lose. */
const annotations: ReadonlySet<string> = new Set(["title", "summary", "description", "deprecated"]);
const overrides: ReadonlySet<string> = new Set(["summary", "description"]);
const none: ReadonlySet<string> = new Set();

/** What stands beside a `$ref` and has a meaning there; the rest is reported. */
export function meaningfulSiblings(
  context: BundleContext,
  kind: Kind,
  value: JsonObject,
  here: Here,
): JsonObject | undefined {
  const { faults, positions, version } = context;
  const names = Object.keys(value).filter((key) => key !== "$ref");
  if (names.length === 0) return undefined;
  if (kind === "schema" && version !== "3.0") return value;
  const allowed = kind === "schema" ? annotations : version !== "3.0" ? overrides : none;
  const out = new Writing(positions, positions.at(value) ?? here.at);
  for (const key of names) {
    const at = positions.child(value, key) ?? here.at;
    if (allowed.has(key)) {
      out.set(key, value[key] ?? null, at);
      continue;
    }
    const message = `${JSON.stringify(key)} beside a $ref has no effect in OpenAPI ${version}`;
    const hint = kind === "schema" ? 'put the $ref into "allOf"' : "put it where the $ref leads";
    // What a person wrote for us must not be lost with a warning.
    if (key === "x-trunkline") faults.error(at, "ref-sibling", message, hint);
    else faults.warning(at, "ref-sibling", message, hint);
  }
  return out.done();
}
