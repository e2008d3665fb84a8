import type { JsonObject, JsonValue } from "../json.ts";
import { suggest } from "../read/nearest.ts";
import { parsePointer } from "../read/pointer.ts";
import { isObject } from "../read/resolve.ts";
import type { Pointer } from "../read/types.ts";
import { answerSchemas, requestSchemas } from "./bodies.ts";
import { extensionOf, field, type OperationView } from "./operations.ts";
import type { Report } from "./report.ts";
import { lookUp, mayBe, parts } from "./schema-lookup.ts";
import { checkName, checkPointer } from "./targets.ts";

/** A pagination as an operation uses it. */
export interface UsedPagination {
  readonly definition: JsonObject;
  readonly at: Pointer;
}

/** Paginations of an operation, names looked up in the root's. */
export function paginationsOf(document: JsonObject, view: OperationView): readonly UsedPagination[] {
  return uses(view).flatMap(({ use, at }) => {
    if (isObject(use)) return [{ definition: use, at }];
    const named = typeof use === "string" ? field(extensionOf(document).pagination, use) : undefined;
    return isObject(named) ? [{ definition: named, at }] : [];
  });
}

function uses(view: OperationView): readonly { readonly use: JsonValue; readonly at: Pointer }[] {
  const at = [...view.at, "x-trunkline", "pagination"];
  const { pagination } = view.extension;
  if (pagination === undefined) return [];
  if (!Array.isArray(pagination)) return [{ use: pagination, at }];
  return pagination.map((use, index) => ({ use, at: [...at, index] }));
}

/** What paginations name and point at is there. */
export function checkPagination(document: JsonObject, views: readonly OperationView[], report: Report): void {
  const named = extensionOf(document).pagination;
  const names = isObject(named) ? Object.keys(named) : [];
  const used = new Set<JsonValue>();
  for (const view of views) {
    for (const { use, at } of uses(view)) {
      used.add(use);
      if (typeof use === "string") checkName(report, use, at, "x-trunkline-pagination", names, "pagination");
    }
    for (const { definition, at } of paginationsOf(document, view))
      checkOne(document, view, definition, at, report);
    checkWalk(document, view, report);
  }
  for (const name of names) {
    if (used.has(name)) continue;
    const at = ["x-trunkline", "pagination", name];
    report.warning(at, "x-trunkline-unused", `no operation uses the pagination ${JSON.stringify(name)}`);
  }
}

function checkOne(
  document: JsonObject,
  view: OperationView,
  definition: JsonObject,
  at: Pointer,
  report: Report,
): void {
  // A fault of a named definition is shown where the operation uses it: that is where the two do not fit.
  const place = (...keys: readonly string[]): Pointer =>
    view.operation["x-trunkline"] !== undefined && isInline(view, definition) ? [...at, ...keys] : at;
  for (const [key, name] of Object.entries(objectOf(definition.request))) {
    checkRequestName(document, view, name, place("request", key), report);
  }
  const answer = answerSchemas(view);
  const inside = `the answer of ${view.title}`;
  for (const [key, pointer] of Object.entries(objectOf(definition.response))) {
    checkPointer(document, report, pointer, place("response", key), answer, inside);
  }
  const { items } = definition;
  if (!checkPointer(document, report, items, place("items"), answer, inside)) return;
  const found = lookUp(document, answer, parsePointer(String(items)) ?? []);
  if (typeof found === "string" || mayBe(document, found, "array")) return;
  const message = `${JSON.stringify(items)} in ${inside} is no list`;
  report.error(place("items"), "x-trunkline-items", message);
}

function isInline(view: OperationView, definition: JsonObject): boolean {
  return uses(view).some(({ use }) => use === definition);
}

function checkRequestName(
  document: JsonObject,
  view: OperationView,
  name: JsonValue,
  at: Pointer,
  report: Report,
): void {
  if (typeof name !== "string") return;
  if (name.startsWith("/")) {
    checkPointer(document, report, name, at, requestSchemas(view), `the request body of ${view.title}`);
    return;
  }
  const names = queryNames(view);
  if (names.includes(name)) return;
  report.error(
    at,
    "x-trunkline-parameter",
    `${view.title} has no query parameter ${JSON.stringify(name)}`,
    suggest(name, names),
  );
}

function checkWalk(document: JsonObject, view: OperationView, report: Report): void {
  const own = view.extension.walk;
  const at = [...view.at, "x-trunkline", "walk"];
  const paginations = paginationsOf(document, view);
  if (own !== undefined && paginations.length === 0) {
    report.error(at, "x-trunkline-walk", `${view.title} has no pagination to walk`);
    return;
  }
  for (const { definition, at: place } of paginations) {
    const walk = own ?? definition.walk;
    if (!isObject(walk) || typeof walk.limit !== "number") continue;
    const limitAt = own === undefined ? [...place, "walk", "limit"] : [...at, "limit"];
    const limit = field(definition.request, "limit");
    if (typeof limit !== "string") {
      report.error(
        limitAt,
        "x-trunkline-walk",
        "the pagination has no request.limit that could take the page size",
      );
      continue;
    }
    const maximum = maximumOf(document, view, limit);
    if (maximum !== undefined && walk.limit > maximum) {
      const message = `${view.title} takes at most ${maximum} as ${JSON.stringify(limit)}`;
      report.error(limitAt, "x-trunkline-walk", message);
    }
  }
}

function maximumOf(document: JsonObject, view: OperationView, name: string): number | undefined {
  const schemas = name.startsWith("/")
    ? lookUp(document, requestSchemas(view), parsePointer(name) ?? [])
    : view.parameters.flatMap(({ value }) =>
        value.in === "query" && value.name === name && isObject(value.schema) ? [value.schema] : [],
      );
  if (typeof schemas === "string") return undefined;
  const maxima = parts(document, schemas).flatMap(({ maximum }) =>
    typeof maximum === "number" ? [maximum] : [],
  );
  return maxima.length === 0 ? undefined : Math.min(...maxima);
}

function queryNames(view: OperationView): readonly string[] {
  return view.parameters.flatMap(({ value }) =>
    value.in === "query" && typeof value.name === "string" ? [value.name] : [],
  );
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}
