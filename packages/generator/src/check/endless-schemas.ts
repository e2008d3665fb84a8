import type { JsonObject } from "@trunkline/document";
import { type Cycle, cyclesOf, withoutCycles } from "../model/schemas/cycles.ts";
import type { Report } from "./report.ts";

/** Names of a cycle that a message lists. */
const LONGEST = 5;

/**
 * A schema that is itself, directly or by way of others, describes no value and has no type. One that holds itself, in a
 * property or as the items of a list, is fine, and so is a parent that is one of its children.
 */
export function checkEndless(document: JsonObject, report: Report): void {
  for (const cycle of cyclesOf(withoutCycles(document))) {
    const [name = ""] = cycle;
    const message = `the schema ${JSON.stringify(name)} is itself${byWayOf(cycle)}: no value can be checked against it`;
    report.error(["components", "schemas", name], "schema-endless", message, "delete one of the refs");
  }
}

function byWayOf([, ...others]: Cycle): string {
  if (others.length === 0) return "";
  const names = others.slice(0, LONGEST).map((name) => JSON.stringify(name));
  return ` by way of ${names.join(", ")}${others.length > LONGEST ? ", …" : ""}`;
}
