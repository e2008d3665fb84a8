import type { JsonObject } from "@trunkline/document";
import { type Ring, ringsOf, withoutRings } from "../model/schemas/rings.ts";
import type { Report } from "./report.ts";

/** Names of a ring that a message lists. */
const LONGEST = 5;

/**
 * A schema that is itself, directly or by way of others, describes no value and has no type. One that holds itself, in a
 * property or as the items of a list, is fine, and so is a parent that is one of its children.
 */
export function checkEndless(document: JsonObject, report: Report): void {
  for (const ring of ringsOf(withoutRings(document))) {
    const [name = ""] = ring;
    const message = `the schema ${JSON.stringify(name)} is itself${byWayOf(ring)}: no value can be checked against it`;
    report.error(["components", "schemas", name], "schema-endless", message, "delete one of the refs");
  }
}

function byWayOf([, ...others]: Ring): string {
  if (others.length === 0) return "";
  const names = others.slice(0, LONGEST).map((name) => JSON.stringify(name));
  return ` by way of ${names.join(", ")}${others.length > LONGEST ? ", …" : ""}`;
}
