import {
  declaredPaginations,
  isObject,
  type JsonObject,
  type JsonValue,
  objectOf,
  type Pagination,
  parsePointer,
  readExtension,
  textsOf,
} from "@trunkline/document";
import { suggest } from "../read/nearest.ts";
import type { Pointer } from "../read/types.ts";
import { answerSchemas, requestSchemas } from "./bodies.ts";
import type { OperationView } from "./operations.ts";
import type { Report, Reporter } from "./report.ts";
import { lookUp, mayBe, parts } from "./schema-lookup.ts";
import { checkName, checkPointer } from "./targets.ts";

/** A pagination as an operation uses it. */
export interface UsedPagination {
  readonly definition: Pagination;
  readonly at: Pointer;
}

/** Paginations of an operation, names looked up in the root's. */
export function paginationsOf(document: JsonObject, view: OperationView): readonly UsedPagination[] {
  return uses(view).flatMap(({ use, at }) => {
    const root = readExtension("document", document);
    return declaredPaginations(root, { pagination: use }).map((definition) => ({ definition, at }));
  });
}

function uses(view: OperationView): readonly { readonly use: string | Pagination; readonly at: Pointer }[] {
  const at = [...view.at, "x-trunkline", "pagination"];
  const { pagination = false } = view.extension;
  if (pagination === false) return [];
  if (typeof pagination === "string" || "style" in pagination) return [{ use: pagination, at }];
  return pagination.map((use, index) => ({ use, at: [...at, index] }));
}

/** What paginations name and point at is there. */
export function checkPagination(document: JsonObject, views: readonly OperationView[], report: Report): void {
  const names = Object.keys(readExtension("document", document).pagination ?? {});
  const users = new Map<string, Use[]>(names.map((name) => [name, []]));
  for (const view of views) {
    for (const { use, at } of uses(view)) {
      if (typeof use !== "string") {
        for (const fault of faultsOf(document, view, use)) {
          report.error([...at, ...fault.keys], fault.code, fault.message, fault.hint);
        }
      } else if (checkName(report, use, at, "x-trunkline-pagination", names, "pagination")) {
        users.get(use)?.push({ view, at });
      }
    }
    checkWalk(document, view, report);
  }
  for (const [name, operations] of users) checkNamed(document, name, operations, report);
}

interface Use {
  readonly view: OperationView;
  readonly at: Pointer;
}

interface Fault {
  /** Place in the definition. */
  readonly keys: Pointer;
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/** What fits no operation is the definition's fault; what fits some is that of those that it does not fit. */
function checkNamed(document: JsonObject, name: string, users: readonly Use[], report: Report): void {
  const place = ["x-trunkline", "pagination", name];
  if (users.length === 0) {
    report.warning(place, "x-trunkline-unused", `no operation uses the pagination ${JSON.stringify(name)}`);
    return;
  }
  const [definition] = declaredPaginations(readExtension("document", document), { pagination: name });
  if (definition === undefined) return;
  const byPlace = new Map<string, { readonly at: Pointer; readonly fault: Fault }[]>();
  for (const { view, at } of users) {
    for (const fault of faultsOf(document, view, definition)) {
      const id = JSON.stringify(fault.keys);
      byPlace.set(id, [...(byPlace.get(id) ?? []), { at, fault }]);
    }
  }
  for (const found of byPlace.values()) {
    const [first] = found;
    if (first !== undefined && found.length === users.length) {
      const { keys, code, message, hint } = first.fault;
      report.error([...place, ...keys], code, message, hint);
      continue;
    }
    for (const { at, fault } of found) report.error(at, fault.code, fault.message, fault.hint);
  }
}

function faultsOf(document: JsonObject, view: OperationView, definition: Pagination): readonly Fault[] {
  const faults: Fault[] = [];
  const report = {
    error: (keys: Pointer, code: string, message: string, hint?: string) => {
      faults.push({ keys, code, message, hint });
    },
  };
  for (const [key, said] of Object.entries(objectOf(definition.request))) {
    // What is no parameter.
    if (key === "fields") continue;
    for (const [index, name] of (Array.isArray(said) ? said : [said]).entries()) {
      const at = ["request", key, ...(Array.isArray(said) ? [index] : [])];
      checkRequestName(document, view, name, at, report);
    }
  }
  const answer = answerSchemas(view);
  const inside = `the answer of ${view.title}`;
  const { itemId, ...places } = objectOf(definition.response);
  for (const [key, pointer] of Object.entries(places)) {
    checkPointer(document, report, pointer, ["response", key], answer, inside);
  }
  const { items } = definition;
  if (!checkPointer(document, report, items, ["items"], answer, inside)) return faults;
  const found = lookUp(document, answer, parsePointer(items) ?? []);
  if (typeof found === "string") return faults;
  if (!mayBe(document, found, "array")) {
    report.error(["items"], "x-trunkline-items", `${JSON.stringify(items)} in ${inside} is not a list`);
  } else if (itemId !== undefined) {
    const item = lookUp(document, found, ["0"]);
    if (typeof item === "string") return faults;
    checkPointer(document, report, itemId, ["response", "itemId"], item, `an item of ${inside}`);
  }
  return faults;
}

function checkRequestName(
  document: JsonObject,
  view: OperationView,
  name: JsonValue,
  at: Pointer,
  report: Reporter,
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
    if (walk?.limit === undefined) continue;
    const limitAt = own === undefined ? [...place, "walk", "limit"] : [...at, "limit"];
    // The first is what the walk sends.
    const [limit] = textsOf(definition.request?.limit);
    if (limit === undefined) {
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
