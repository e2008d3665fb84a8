import { type JsonObject, readExtension } from "@trunkline/document";
import { suggest } from "../read/nearest.ts";
import type { OperationView } from "./operations.ts";
import type { Report } from "./report.ts";

/** Scopes that are no groups of operations. */
const SHARED: ReadonlySet<string> = new Set(["account", "key", "address", "operation"]);

/** Operations name groups that the root has, and every group has an operation that counts in it. */
export function checkQuotas(document: JsonObject, views: readonly OperationView[], report: Report): void {
  const quotas = readExtension("document", document).quotas ?? [];
  const groups = new Set(quotas.map(({ scope }) => scope).filter((scope) => !SHARED.has(scope)));
  const used = new Set<string>();
  for (const { at, extension } of views) {
    for (const [index, name] of (extension.quotas ?? []).entries()) {
      used.add(name);
      if (groups.has(name)) continue;
      const message = `no quota of the root has the scope ${JSON.stringify(name)}`;
      const hint = suggest(name, groups, "add one to the quotas of the root, or leave it out");
      report.error([...at, "x-trunkline", "quotas", index], "x-trunkline-quota", message, hint);
    }
  }
  for (const [index, { scope }] of quotas.entries()) {
    if (SHARED.has(scope) || used.has(scope)) continue;
    const message = `no operation counts in the group ${JSON.stringify(scope)}`;
    const hint = suggest(scope, SHARED, "name it under quotas of an operation");
    report.error(["x-trunkline", "quotas", index, "scope"], "x-trunkline-quota", message, hint);
  }
}
