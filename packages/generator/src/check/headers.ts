import { type JsonObject, objectEntries, readExtension } from "@trunkline/document";
import { suggest } from "../read/nearest.ts";
import type { Pointer } from "../read/types.ts";
import type { OperationView } from "./operations.ts";
import type { Report } from "./report.ts";

/** Headers are rarely declared completely, so that one that nothing declares may still be sent. */
export function checkHeaders(document: JsonObject, views: readonly OperationView[], report: Report): void {
  const { rateLimit, retryAfter, errors, quotas } = readExtension("document", document);
  const declared = new Set<string>();
  for (const { responses } of views) {
    for (const { value } of responses)
      for (const [name] of objectEntries(value.headers)) declared.add(name.toLowerCase());
  }
  const named: (readonly [string | undefined, Pointer])[] = [];
  for (const key of ["limit", "remaining", "reset"] as const) {
    named.push([rateLimit?.[key], ["x-trunkline", "rateLimit", key]]);
  }
  for (const [index, hint] of (retryAfter ?? []).entries()) {
    if ("header" in hint) named.push([hint.header, ["x-trunkline", "retryAfter", index, "header"]]);
  }
  for (const [index, { headers }] of (quotas ?? []).entries()) {
    const at = ["x-trunkline", "quotas", index, "headers"];
    named.push([headers?.remaining, [...at, "remaining"]], [headers?.reset, [...at, "reset"]]);
    named.push([headers?.only?.header, [...at, "only", "header"]]);
  }
  for (const [index, name] of (errors?.requestIdHeaders ?? []).entries()) {
    named.push([name, ["x-trunkline", "errors", "requestIdHeaders", index]]);
  }
  for (const [name, at] of named) {
    if (name === undefined || declared.has(name.toLowerCase())) continue;
    const message = `no answer declares the header ${JSON.stringify(name)}`;
    report.warning(at, "x-trunkline-header", message, suggest(name, declared, "declare it under headers"));
  }
}
