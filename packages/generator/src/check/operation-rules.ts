import { field, isObject, type JsonObject, listOf, objectEntries } from "@trunkline/document";
import { suggest } from "../read/nearest.ts";
import { isSuccess, type OperationView } from "./operations.ts";
import type { Report } from "./report.ts";

/** What every operation needs to become a method. @param house also what the house asks of its own documents */
export function checkOperations(
  document: JsonObject,
  views: readonly OperationView[],
  house: boolean,
  report: Report,
): void {
  if (views.length === 0 && objectEntries(document.webhooks).length === 0) {
    report.warning(["paths"], "no-operations", "the document has no operations");
  }
  checkIds(views, house, report);
  const tags = listOf(document.tags).flatMap((tag) => {
    const name = field(tag, "name");
    return typeof name === "string" ? [name] : [];
  });
  for (const view of views) {
    checkAnswers(view, report);
    checkPathParameters(view, house, report);
    checkDuplicates(view, house, report);
    checkTags(view, tags, house, report);
  }
}

function checkIds(views: readonly OperationView[], house: boolean, report: Report): void {
  const seen = new Map<string, OperationView>();
  for (const view of views) {
    const { id, at, title } = view;
    if (id === undefined || id === "") {
      const hint = "operationId: resource.method";
      report.add(
        house ? "error" : "warning",
        at,
        "operation-id-missing",
        `${title} has no operationId`,
        hint,
      );
      continue;
    }
    const place = [...at, "operationId"];
    const first = seen.get(id);
    if (first !== undefined) {
      const message = `the operationId ${JSON.stringify(id)} is also that of ${first.title}`;
      const hint = "give each operation an id of its own";
      report.add(house ? "error" : "warning", place, "operation-id-duplicate", message, hint);
    }
    seen.set(id, view);
    if (house && !/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/.test(id)) {
      const message = `the operationId ${JSON.stringify(id)} is not resource.method in camelCase`;
      report.error(place, "house-operation-id", message);
    }
  }
}

function checkAnswers({ responses, at, title }: OperationView, report: Report): void {
  const place = [...at, "responses"];
  if (responses.length === 0) {
    report.warning(at, "no-responses", `${title} has no responses`);
  } else if (!responses.some(({ status }) => isSuccess(status) || /^(3|101|default)/.test(status))) {
    report.warning(place, "no-success", `${title} has no answer of success`, 'add a "2XX" status');
  }
}

function checkPathParameters(
  { path, parameters, at, title }: OperationView,
  house: boolean,
  report: Report,
): void {
  const inTemplate = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const declared = parameters.flatMap(({ value }) =>
    value.in === "path" && typeof value.name === "string" ? [value.name] : [],
  );
  for (const name of new Set(inTemplate)) {
    if (declared.includes(name)) continue;
    const message = `${title} has no path parameter ${JSON.stringify(name)}`;
    const hint =
      suggest(name, declared) ?? `add { name: ${name}, in: path, required: true, schema: { type: string } }`;
    // Without the house's rules the model leaves the operation out, and says so.
    if (house) report.error(at, "path-parameter-missing", message, hint);
  }
  for (const { value, at: place } of parameters) {
    if (value.in !== "path" || typeof value.name !== "string") continue;
    if (!inTemplate.includes(value.name)) {
      const message = `the path of ${title} has no {${value.name}}`;
      const hint = suggest(value.name, inTemplate);
      report.add(house ? "error" : "warning", [...place, "name"], "path-parameter-unknown", message, hint);
    } else if (value.required !== true) {
      const message = `the path parameter ${JSON.stringify(value.name)} is not marked as required, but is`;
      report.warning(place, "path-parameter-optional", message, "add required: true");
    }
  }
}

const locations: readonly string[] = ["query", "header", "path", "cookie"];

function checkDuplicates({ operation, at, parameters }: OperationView, house: boolean, report: Report): void {
  for (const { value, at: place } of parameters) {
    if (typeof value.in !== "string" || locations.includes(value.in)) continue;
    const message = `a parameter cannot be in ${JSON.stringify(value.in)}`;
    if (house) report.error([...place, "in"], "parameter-in", message, suggest(value.in, locations));
  }
  const seen = new Set<string>();
  for (const [index, parameter] of listOf(operation.parameters).entries()) {
    const id = isObject(parameter) ? `${parameter.$ref ?? `${parameter.in} ${parameter.name}`}` : "";
    if (seen.has(id)) {
      const place = [...at, "parameters", index];
      report.add(house ? "error" : "warning", place, "parameter-duplicate", "the parameter is listed twice");
    }
    seen.add(id);
  }
}

function checkTags(view: OperationView, tags: readonly string[], house: boolean, report: Report): void {
  const own = listOf(view.operation.tags);
  if (house && own.length !== 1) {
    report.error(view.at, "house-tag", `${view.title} has ${own.length} tags, not exactly one`);
  }
  if (tags.length === 0 && !house) return;
  for (const [index, tag] of own.entries()) {
    if (typeof tag !== "string" || tags.includes(tag)) continue;
    const message = `the tag ${JSON.stringify(tag)} is not declared at the root`;
    const place = [...view.at, "tags", index];
    report.add(house ? "error" : "warning", place, "tag-undeclared", message, suggest(tag, tags));
  }
}
