import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listOf,
  objectEntries,
  type Pagination,
  parsePointer,
  stringField,
  valueAt,
} from "@trunkline/document";
import type { Pointer } from "../read/types.ts";
import { type Example, examplesOf } from "./examples.ts";
import { isJsonMediaType, type OperationView } from "./operations.ts";
import { paginationsOf } from "./pagination.ts";
import type { Report } from "./report.ts";
import { parts } from "./schema-lookup.ts";
import { visit } from "./visit.ts";

/**
 * What the house asks of its own documents: a mock answers from examples alone, and tests call with them.
 *
 * @param which whether examples of pages can be held against their paginations, which must be sound for that
 */
export function checkHouseExamples(
  document: JsonObject,
  views: readonly OperationView[],
  which: { readonly pages: boolean },
  report: Report,
): void {
  visit(document, (kind, value, pointer) => {
    if (kind === "mediaType" && pointer[0] !== "webhooks") checkMediaType(document, value, pointer, report);
    if (
      kind === "parameter" &&
      value.$ref === undefined &&
      examplesOf(document, value, pointer).length === 0
    ) {
      const message = `the parameter ${JSON.stringify(value.name)} has no example`;
      report.error(pointer, "house-example", message, "add example: …");
    }
  });
  for (const view of views) {
    if (view.requestBody !== undefined) {
      for (const [name, mediaType] of objectEntries(view.requestBody.value.content)) {
        checkRequest(document, mediaType, [...view.requestBody.at, "content", name], report);
      }
    }
    if (which.pages && paginationsOf(document, view).length > 0) checkPages(document, view, report);
  }
}

function checkMediaType(document: JsonObject, mediaType: JsonObject, at: Pointer, report: Report): void {
  const found = examplesOf(document, mediaType, at);
  if (!isObject(mediaType.examples) || found.length === 0) {
    const message = `${String(at.at(-1))} has no named example`;
    report.error(at, "house-example", message, "add examples: { default: { value: … } }");
  }
}

function checkRequest(document: JsonObject, mediaType: JsonObject, at: Pointer, report: Report): void {
  const { schema } = mediaType;
  if (schema === undefined) return;
  const found = examplesOf(document, mediaType, at);
  const all = parts(document, [schema]);
  const properties = new Set(
    all.flatMap((part) => Object.keys(isObject(part.properties) ? part.properties : {})),
  );
  if (properties.size === 0 || found.length === 0) return;
  const required = new Set(all.flatMap((part) => listOf(part.required)));
  const place = [...at, "examples"];
  if (!found.some(({ name }) => name === "full")) {
    report.error(place, "house-example", `the request body has no example "full"`, "every property set");
  }
  const minimal = found.find(({ name }) => name === "minimal");
  const hasOptional = [...properties].some((name) => !required.has(name));
  if (hasOptional && minimal === undefined) {
    const message = `the request body has no example "minimal"`;
    report.error(place, "house-example", message, "required properties only");
  }
  const values = found.map(({ value }) => value);
  for (const path of unset(document, [schema], values, "", 0)) {
    report.error(place, "house-example-unset", `no example of the request body sets ${path}`);
  }
}

const MAX_DEPTH = 12;

/** Properties that the schemas declare and no value has. */
function unset(
  document: JsonObject,
  schemas: readonly JsonValue[],
  values: readonly JsonValue[],
  path: string,
  depth: number,
): readonly string[] {
  const objects = values.filter(isObject);
  const arrays = values.filter((value) => Array.isArray(value)).flat();
  const missing: string[] = [];
  const byName = new Map<string, JsonValue[]>();
  const items: JsonValue[] = [];
  for (const part of parts(document, schemas)) {
    for (const [name, schema] of Object.entries(isObject(part.properties) ? part.properties : {})) {
      if (isObject(schema) && schema.readOnly === true) continue;
      byName.set(name, [...(byName.get(name) ?? []), schema]);
    }
    if (part.items !== undefined) items.push(part.items);
  }
  for (const [name, next] of objects.length > 0 ? byName : []) {
    const below = objects.flatMap(
      (value) => field(value, name) ?? (Object.hasOwn(value, name) ? [null] : []),
    );
    if (below.length === 0) missing.push(`${path}/${name}`);
    else if (depth < MAX_DEPTH) missing.push(...unset(document, next, below, `${path}/${name}`, depth + 1));
  }
  if (arrays.length > 0 && depth < MAX_DEPTH) {
    missing.push(...unset(document, items, arrays, `${path}/*`, depth + 1));
  }
  return missing;
}

const pageNames: readonly string[] = ["first", "middle", "last", "empty"];

function checkPages(document: JsonObject, view: OperationView, report: Report): void {
  const answer = view.responses.find(({ status }) => status === "200") ?? view.responses[0];
  const content = objectEntries(answer?.value.content).find(([mediaType]) => isJsonMediaType(mediaType));
  if (answer === undefined || content === undefined) return;
  const at = [...answer.at, "content", content[0]];
  const examples = examplesOf(document, content[1], at);
  const paginations = paginationsOf(document, view).map(({ definition }) => definition);
  const shapes = new Map(paginations.map(({ items }) => [items, pagesAt(examples, items)]));
  for (const [index, [items, found]] of [...shapes].entries()) {
    const missing = pageNames.filter((name) => !found.some((page) => page.name === name));
    if (missing.length === 0) continue;
    const names = missing.map((name) => JSON.stringify(index === 0 ? name : `…-${name}`)).join(", ");
    const where = index === 0 ? "" : ` with items at ${JSON.stringify(items)}`;
    const message = `the pages of ${view.title}${where} have no example ${names}`;
    const hint = `pages have examples ${pageNames.join(", ")}`;
    report.error([...at, "examples"], "house-example-pages", message, hint);
    return;
  }
  for (const definition of paginations) {
    checkWalk(shapes.get(definition.items) ?? [], definition, report);
  }
}

/** Examples of pages whose items are at a place. Those of a second shape are called `<shape>-first` and so on. */
function pagesAt(examples: readonly Example[], items: string): readonly Example[] {
  return examples.flatMap((example) => {
    const role = example.name.slice(example.name.lastIndexOf("-") + 1);
    const list = valueAt(example.value, items);
    const isPage = pageNames.includes(role) && (Array.isArray(list) || list === null);
    return isPage ? [{ ...example, name: role }] : [];
  });
}

/** The four pages are a walk that a client could make. */
function checkWalk(pages: readonly Example[], definition: Pagination, report: Report): void {
  const wrong = (page: Example, pointer: string, message: string): void => {
    const place = [...page.at, ...(parsePointer(pointer) ?? [])];
    report.error(place, "house-example-pages", `the page ${JSON.stringify(page.name)} ${message}`);
  };
  const pointer = (key: string): string | undefined => {
    return stringField(definition.response, key);
  };
  const itemsAt = definition.items;
  const totals = new Set<JsonValue>();
  let counted = 0;
  for (const page of pages) {
    const items = valueAt(page.value, itemsAt);
    const isEnd = page.name === "last" || page.name === "empty";
    const count = Array.isArray(items) ? items.length : 0;
    if (page.name === "empty" ? count > 0 : count === 0) {
      wrong(page, itemsAt, page.name === "empty" ? "has items" : "has no items");
    }
    const next = pointer("next");
    if (next !== undefined) {
      const cursor = valueAt(page.value, next) ?? null;
      if (isEnd !== (cursor === null || cursor === "")) {
        wrong(page, next, isEnd ? "has a cursor, but is the end" : "has no cursor, but is not the end");
      }
    }
    const more = pointer("more");
    if (more !== undefined && valueAt(page.value, more) === isEnd) {
      wrong(
        page,
        more,
        isEnd ? "says that there is more, but is the end" : "says that there is no more, but is not the end",
      );
    }
    const total = pointer("total");
    if (total !== undefined && page.name !== "empty") {
      counted += count;
      totals.add(valueAt(page.value, total) ?? null);
      const last = page.name === "last";
      if (last && totals.size > 1) wrong(page, total, "has another total than the pages before");
      else if (last && !totals.has(counted))
        wrong(page, total, `counts ${[...totals][0]} items, but the pages have ${counted}`);
    }
  }
}
