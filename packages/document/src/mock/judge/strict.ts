import { type JsonValue, objectOf, textOf } from "../../json.ts";
import { isPositioned } from "../../pagination.ts";
import type { OpenDocument } from "../document/open-document.ts";
import type { DocumentOperation } from "../document/operations.ts";
import { paginationsOf } from "../document/pagination.ts";
import type { DocumentParameter } from "../document/parameters.ts";
import { objectShape } from "../document/shape.ts";
import type { Violation } from "../types.ts";
import { deepFields, fieldOf } from "./form.ts";
import type { JudgedBody } from "./judgement.ts";
import { FoundFaults } from "./told-faults.ts";

/** What Prism lets pass although the document does not name it. */
export function strictViolations(
  document: OpenDocument,
  operation: DocumentOperation,
  query: readonly (readonly [string, string])[],
  body: JudgedBody | undefined,
): readonly Violation[] {
  const found = new FoundFaults();
  addQueryViolations(document, operation, query, found);
  addBodyViolations(document, operation, body, found);
  return found.all();
}

function addQueryViolations(
  document: OpenDocument,
  operation: DocumentOperation,
  query: readonly (readonly [string, string])[],
  found: FoundFaults,
): void {
  const parameters = operation.parameters.filter((parameter) => parameter.in === "query");
  const keys = new Set([...queryKeys(document, operation), ...linkFields(document, operation)]);
  const times = new Map<string, number>();
  for (const [name] of query) times.set(name, (times.get(name) ?? 0) + 1);
  for (const [name, count] of times) {
    const owner = parameters.find((parameter) => owns(document, parameter, name));
    const place = ["query", name];
    if (owner === undefined && !keys.has(name))
      found.add(place, () => `The query parameter "${name}" is not declared for ${operation.route}.`);
    else if (count > 1 && !(owner && mayRepeat(document, owner)))
      found.add(
        place,
        () => `The query parameter "${name}" was sent ${count === 2 ? "twice" : `${count} times`}.`,
      );
  }
}

function owns(document: OpenDocument, parameter: DocumentParameter, name: string): boolean {
  if (parameter.style === "deepObject") return name.startsWith(`${parameter.name}[`);
  if (parameter.name === name) return true;
  if (parameter.style !== "form" || !parameter.explode || parameter.content !== undefined) return false;
  // An exploded object spreads its members over the query.
  const shape = objectShape(document, parameter.schema);
  return isObjectSchema(document, parameter) && (shape.properties.has(name) || shape.rest !== undefined);
}

function isObjectSchema(document: OpenDocument, parameter: DocumentParameter): boolean {
  return objectOf(document.resolve(parameter.schema)).type === "object";
}

function mayRepeat(document: OpenDocument, parameter: DocumentParameter): boolean {
  return objectShape(document, parameter.schema).items.length > 0 || parameter.style === "deepObject";
}

/** What the links of an operation's pages have in their query, and no parameter is called. */
function linkFields(document: OpenDocument, operation: DocumentOperation): readonly string[] {
  return paginationsOf(document, operation).flatMap((one) =>
    isPositioned(one) ? [] : (one.request?.fields ?? []),
  );
}

function queryKeys(document: OpenDocument, operation: DocumentOperation): ReadonlySet<string> {
  const schemes = objectOf(objectOf(document.root.components).securitySchemes);
  const names = operation.security.flat().map((name) => objectOf(document.resolve(schemes[name])));
  return new Set(names.flatMap((scheme) => (scheme.in === "query" ? [textOf(scheme.name) ?? ""] : [])));
}

function addBodyViolations(
  document: OpenDocument,
  operation: DocumentOperation,
  body: JudgedBody | undefined,
  found: FoundFaults,
): void {
  if (body === undefined || operation.body === undefined) {
    if (body !== undefined && body.length > 0)
      found.add(["body"], () => `${operation.route} takes no body, but one was sent.`);
    return;
  }
  const content = operation.body.content.find(
    (one) => one.type.split(";")[0]?.trim().toLowerCase() === body.type,
  );
  if (content === undefined) return;
  const deep = deepFields(content.encoding);
  const own = (name: string): string => (deep.has(fieldOf(name)) ? fieldOf(name) : name);
  const names = body.parts?.map((part) => part.name ?? "") ?? body.fields?.map(([name]) => own(name));
  if (names !== undefined) {
    const shape = objectShape(document, content.schema);
    for (const name of new Set(names))
      if (!shape.open && !shape.properties.has(name))
        found.add(["body", name], () => unknownField(name, operation));
  } else if (body.json !== undefined)
    addUnknownFields({ document, operation, found, place: ["body"] }, content.schema, body.json);
}

interface Search {
  readonly document: OpenDocument;
  readonly operation: DocumentOperation;
  readonly found: FoundFaults;
  /** Of the value that is looked at. */
  readonly place: string[];
}

function addUnknownFields(search: Search, schema: JsonValue | undefined, value: JsonValue): void {
  if (typeof value !== "object" || value === null) return;
  const { document, operation, found, place } = search;
  const shape = objectShape(document, schema);
  // Prism chooses among alternatives; a field that any of them names is known here.
  const item = shape.items.length === 1 ? shape.items[0] : { anyOf: shape.items };
  for (const [name, member] of Object.entries(value)) {
    const known = Array.isArray(value) ? item : (shape.properties.get(name) ?? shape.rest);
    place.push(name);
    if (known !== undefined) addUnknownFields(search, known, member ?? null);
    else if (!shape.open && !shape.patterns.some((pattern) => pattern.test(name)))
      found.add(place, () => unknownField(place.slice(1).join("."), operation));
    place.pop();
  }
}

function unknownField(name: string, operation: DocumentOperation): string {
  return `The body field "${name}" is not declared for ${operation.route}.`;
}
