import { type JsonObject, listOf, objectEntries, readExtension } from "@trunkline/document";
import type { Pointer } from "../read/types.ts";
import type { OperationView } from "./operations.ts";
import type { Report } from "./report.ts";

/** Each server of a list is an environment of its own. */
export function checkEnvironments(
  document: JsonObject,
  views: readonly OperationView[],
  report: Report,
): void {
  const owners: (readonly [JsonObject, Pointer])[] = [[document, []]];
  for (const [path, item] of objectEntries(document.paths)) owners.push([item, ["paths", path]]);
  for (const view of views) owners.push([view.operation, view.at]);
  for (const [owner, at] of owners) {
    const seen = new Set<string>();
    for (const [index, server] of listOf(owner.servers).entries()) {
      const name = readExtension("server", server).environment;
      if (name === undefined) continue;
      const place = [...at, "servers", index, "x-trunkline", "environment"];
      if (seen.has(name)) {
        const message = `the environment ${JSON.stringify(name)} is named twice`;
        report.error(place, "x-trunkline-environment", message, "give each server a name of its own");
      }
      seen.add(name);
    }
  }
}
