import type { JsonObject, JsonValue } from "../json.ts";
import { suggest } from "../read/nearest.ts";
import type { Pointer } from "../read/types.ts";
import { entries, extensionOf, field, list, type OperationView } from "./operations.ts";
import type { Report } from "./report.ts";

/** Headers are rarely declared completely, so that one that nothing declares may still be sent. */
export function checkHeaders(document: JsonObject, views: readonly OperationView[], report: Report): void {
  const root = extensionOf(document);
  const declared = new Set<string>();
  for (const { responses } of views) {
    for (const { value } of responses)
      for (const [name] of entries(value.headers)) declared.add(name.toLowerCase());
  }
  const named: (readonly [JsonValue | undefined, Pointer])[] = [];
  for (const key of ["limit", "remaining", "reset"]) {
    named.push([field(root.rateLimit, key), ["x-trunkline", "rateLimit", key]]);
  }
  for (const [index, hint] of list(root.retryAfter).entries()) {
    named.push([field(hint, "header"), ["x-trunkline", "retryAfter", index, "header"]]);
  }
  for (const [index, name] of list(field(root.errors, "requestIdHeaders")).entries()) {
    named.push([name, ["x-trunkline", "errors", "requestIdHeaders", index]]);
  }
  for (const [name, at] of named) {
    if (typeof name !== "string" || declared.has(name.toLowerCase())) continue;
    const message = `no answer declares the header ${JSON.stringify(name)}`;
    report.warning(at, "x-trunkline-header", message, suggest(name, declared, "declare it under headers"));
  }
}
