import type { JsonObject, JsonValue } from "../json.ts";
import { suggest } from "../read/nearest.ts";
import { parsePointer } from "../read/pointer.ts";
import { isObject } from "../read/resolve.ts";
import type { Pointer } from "../read/types.ts";
import { answerSchemas, errorSchemas, requestSchemas } from "./bodies.ts";
import { entries, extensionOf, field, follow, list, type OperationView } from "./operations.ts";
import { checkPagination, paginationsOf } from "./pagination.ts";
import type { Report } from "./report.ts";
import { lookUp } from "./schema-lookup.ts";
import { checkName, checkPointer } from "./targets.ts";

/** What `x-trunkline` names and points at is there. Only for extensions that keep to their format. */
export function checkExtensionTargets(
  document: JsonObject,
  views: readonly OperationView[],
  report: Report,
): void {
  const root = extensionOf(document);
  const kept = views.filter(({ extension }) => extension.skip !== true);
  checkEnvelope(document, root, kept, report);
  checkErrors(document, root, kept, report);
  checkHeaders(root, kept, report);
  checkIdempotency(root, kept, report);
  checkPagination(document, views, report);
  checkEnvironments(document, views, report);
  checkSchemes(document, views, report);
}

function checkEnvelope(
  document: JsonObject,
  root: JsonObject,
  views: readonly OperationView[],
  report: Report,
): void {
  const envelope = root.envelope;
  if (!isObject(envelope)) {
    for (const { extension, at } of views) {
      if (extension.envelope === undefined) continue;
      const message = "the document declares no envelope that could be left out";
      report.error([...at, "x-trunkline", "envelope"], "x-trunkline-envelope", message);
    }
    return;
  }
  const answers = views.filter(({ extension }) => extension.envelope !== false);
  for (const key of ["data", "requestId"]) {
    const pointer = envelope[key];
    const all = answers.flatMap(answerSchemas);
    const at = ["x-trunkline", "envelope", key];
    if (!checkPointer(document, report, pointer, at, all, "the answers of all operations")) continue;
    if (key === "data") checkEachEnvelope(document, String(pointer), answers, report);
  }
}

function checkEachEnvelope(
  document: JsonObject,
  pointer: string,
  views: readonly OperationView[],
  report: Report,
): void {
  for (const view of views) {
    const answer = answerSchemas(view);
    if (answer.length === 0 || paginationsOf(document, view).length > 0) continue;
    if (lookUp(document, answer, parsePointer(pointer) ?? []) !== "nothing") continue;
    const message = `the answer of ${view.title} has no ${JSON.stringify(pointer)}, where the document's envelope has the value`;
    const hint = "if it is not wrapped, say so on the operation: x-trunkline: { envelope: false }";
    report.error(view.at, "x-trunkline-envelope", message, hint);
  }
}

function checkErrors(
  document: JsonObject,
  root: JsonObject,
  views: readonly OperationView[],
  report: Report,
): void {
  const all = views.flatMap(errorSchemas);
  const inside = "the error answers of all operations";
  for (const key of ["code", "message", "details", "requestId"]) {
    for (const [index, pointer] of list(field(root.errors, key)).entries()) {
      checkPointer(document, report, pointer, ["x-trunkline", "errors", key, index], all, inside);
    }
  }
  for (const [index, hint] of list(root.retryAfter).entries()) {
    const body = field(hint, "body");
    if (body !== undefined) {
      checkPointer(document, report, body, ["x-trunkline", "retryAfter", index, "body"], all, inside);
    }
  }
  checkClasses(root, report);
}

/** Names that the client's own module needs, or that would hide what everyone knows. */
const reservedClasses: ReadonlySet<string> = new Set([
  ...["Error", "TypeError", "RangeError", "SyntaxError", "EvalError", "URIError", "ReferenceError"],
  ...["AggregateError", "DOMException", "APIError", "TrunklineError", "Object", "Symbol"],
]);

function checkClasses(root: JsonObject, report: Report): void {
  const client = field(root.client, "name");
  const classes = field(root.errors, "classes");
  if (!isObject(classes)) return;
  for (const [status, name] of Object.entries(classes)) {
    const at = ["x-trunkline", "errors", "classes", status];
    if (typeof name !== "string") continue;
    if (name === client || name === `${client}Error`) {
      const message = `${JSON.stringify(name)} is the name of the ${name === client ? "client" : "base of all its errors"}`;
      report.error(at, "x-trunkline-class", message, "give the class of this status another name");
    } else if (reservedClasses.has(name)) {
      report.error(
        at,
        "x-trunkline-class",
        `${JSON.stringify(name)} is the name of a class that exists already`,
      );
    }
  }
}

/** Headers are rarely declared completely, so that one that nothing declares may still be sent. */
function checkHeaders(root: JsonObject, views: readonly OperationView[], report: Report): void {
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

function checkIdempotency(root: JsonObject, views: readonly OperationView[], report: Report): void {
  const header = field(root.idempotency, "header");
  const headersOf = (view: OperationView): readonly string[] =>
    view.parameters.flatMap(({ value }) =>
      value.in === "header" && typeof value.name === "string" ? [value.name] : [],
    );
  const declares = (view: OperationView): boolean =>
    headersOf(view).some((name) => name.toLowerCase() === String(header).toLowerCase());
  if (typeof header === "string" && !views.some(declares)) {
    const message = `no operation has a header parameter ${JSON.stringify(header)}`;
    const hint = suggest(header, new Set(views.flatMap(headersOf)));
    report.error(["x-trunkline", "idempotency", "header"], "x-trunkline-idempotency", message, hint);
  }
  for (const view of views) {
    if (view.extension.idempotency === undefined) continue;
    const at = [...view.at, "x-trunkline", "idempotency"];
    if (typeof header !== "string") {
      report.error(
        at,
        "x-trunkline-idempotency",
        "the document names no idempotency header",
        "add x-trunkline: { idempotency: { header: … } } at the root",
      );
    } else if (!declares(view)) {
      report.error(
        at,
        "x-trunkline-idempotency",
        `${view.title} has no header parameter ${JSON.stringify(header)}`,
      );
    }
  }
}

function checkEnvironments(document: JsonObject, views: readonly OperationView[], report: Report): void {
  const owners: (readonly [JsonObject, Pointer])[] = [[document, []]];
  for (const [path, item] of entries(document.paths)) owners.push([item, ["paths", path]]);
  for (const view of views) owners.push([view.operation, view.at]);
  for (const [owner, at] of owners) {
    const seen = new Set<string>();
    for (const [index, server] of list(owner.servers).entries()) {
      const name = isObject(server) ? extensionOf(server).environment : undefined;
      if (typeof name !== "string") continue;
      const place = [...at, "servers", index, "x-trunkline", "environment"];
      if (seen.has(name)) {
        const message = `the environment ${JSON.stringify(name)} is named twice`;
        report.error(place, "x-trunkline-environment", message, "give each server a name of its own");
      }
      seen.add(name);
    }
  }
}

/** Options that every client has. */
const reservedOptions: ReadonlySet<string> = new Set([
  ...[
    "baseURL",
    "environment",
    "defaultHeaders",
    "defaultQuery",
    "userAgent",
    "fetch",
    "fetchOptions",
    "timeout",
  ],
  ...[
    "totalTimeout",
    "idleTimeout",
    "maxRetries",
    "retry",
    "maxRetryAfter",
    "maxPages",
    "logger",
    "logLevel",
  ],
  ...["hooks", "dangerouslyAllowBrowser"],
]);

function checkSchemes(document: JsonObject, views: readonly OperationView[], report: Report): void {
  for (const [name] of entries(field(document.components, "securitySchemes"))) {
    const at = ["components", "securitySchemes", name];
    const scheme = follow(document, field(field(document.components, "securitySchemes"), name), at);
    if (scheme === undefined) continue;
    const place = [...scheme.at, "x-trunkline"];
    const { option, exchange } = extensionOf(scheme.value);
    checkOption(option, [...place, "option"], report);
    if (!isObject(exchange)) continue;
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
  if (typeof option !== "string" || !reservedOptions.has(option)) return;
  report.error(at, "x-trunkline-option", `every client has an option ${JSON.stringify(option)} already`);
}

function checkExchange(
  document: JsonObject,
  exchange: JsonObject,
  at: Pointer,
  views: readonly OperationView[],
  report: Report,
): void {
  const ids = views.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const place = [...at, "operation"];
  if (!checkName(report, exchange.operation, place, "x-trunkline-exchange", ids, "operation")) return;
  const view = views.find(({ id }) => id === exchange.operation);
  if (view === undefined) return;
  const request = `the request body of ${view.title}`;
  checkPointer(document, report, exchange.request, [...at, "request"], requestSchemas(view), request);
  for (const key of ["token", "expiresIn"]) {
    const answer = `the answer of ${view.title}`;
    if (exchange[key] === undefined) continue;
    checkPointer(document, report, exchange[key], [...at, key], answerSchemas(view), answer);
  }
}
