import {
  type Exchange,
  field,
  type JsonObject,
  type JsonValue,
  objectEntries,
  readExtension,
} from "@trunkline/document";
import { clientOptionNames } from "../names/reserved.ts";
import type { Pointer } from "../read/types.ts";
import { answerSchemas, requestSchemas } from "./bodies.ts";
import { follow, type OperationView } from "./operations.ts";
import type { Report } from "./report.ts";
import { checkName, checkPointer } from "./targets.ts";

/** Options of secrets have names of their own, and a token exchange fits its operation. */
export function checkSchemes(document: JsonObject, views: readonly OperationView[], report: Report): void {
  for (const [name] of objectEntries(field(document.components, "securitySchemes"))) {
    const at = ["components", "securitySchemes", name];
    const scheme = follow(document, field(field(document.components, "securitySchemes"), name), at);
    if (scheme === undefined) continue;
    const place = [...scheme.at, "x-trunkline"];
    const { option, exchange } = readExtension("securityScheme", scheme.value);
    checkOption(option, [...place, "option"], report);
    if (exchange === undefined) continue;
    checkOption(exchange.option, [...place, "exchange", "option"], report);
    if (exchange.option === option) {
      const message = "the secret and the token that it is exchanged for need options of different names";
      report.error([...place, "exchange", "option"], "x-trunkline-option", message);
    }
    if (scheme.value.type !== "oauth2" && String(scheme.value.scheme).toLowerCase() !== "bearer") {
      const message = "a token exchange belongs to a scheme that sends a bearer token";
      report.error([...place, "exchange"], "x-trunkline-exchange", message, "type: http, scheme: bearer");
    }
    checkExchange(document, exchange, [...place, "exchange"], views, report);
  }
}

function checkOption(option: JsonValue | undefined, at: Pointer, report: Report): void {
  if (typeof option !== "string" || !clientOptionNames.has(option)) return;
  report.error(at, "x-trunkline-option", `every client has an option ${JSON.stringify(option)} already`);
}

function checkExchange(
  document: JsonObject,
  exchange: Exchange,
  at: Pointer,
  views: readonly OperationView[],
  report: Report,
): void {
  const ids = views.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const place = [...at, "operation"];
  if (!checkName(report, exchange.operation, place, "x-trunkline-exchange", ids, "operation")) return;
  const view = views.find(({ id }) => id === exchange.operation);
  if (view === undefined) return;
  if (view.path.includes("{")) {
    const message = `${view.title} has parameters in its path, which nothing fills when a token is got`;
    report.error(place, "x-trunkline-exchange", message, "an operation with a path of its own");
  }
  const request = `the request body of ${view.title}`;
  checkPointer(document, report, exchange.request, [...at, "request"], requestSchemas(view), request);
  for (const key of ["token", "expiresIn"] as const) {
    const answer = `the answer of ${view.title}`;
    if (exchange[key] === undefined) continue;
    checkPointer(document, report, exchange[key], [...at, key], answerSchemas(view), answer);
  }
}
