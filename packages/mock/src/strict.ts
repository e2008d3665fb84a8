import { type Json, objectOf, stringOf } from "./document/json.ts";
import type { OpenDocument } from "./document/open.ts";
import type { DocumentOperation } from "./document/operations.ts";
import type { DocumentParameter } from "./document/parameters.ts";
import { objectShape } from "./document/shape.ts";
import type { RecordedBody, Violation } from "./types.ts";

/** What Prism lets pass although the document does not name it. */
export function strictViolations(
  document: OpenDocument,
  operation: DocumentOperation,
  query: readonly (readonly [string, string])[],
  body: RecordedBody | undefined,
): readonly Violation[] {
  return [...queryViolations(document, operation, query), ...bodyViolations(document, operation, body)];
}

function queryViolations(
  document: OpenDocument,
  operation: DocumentOperation,
  query: readonly (readonly [string, string])[],
): readonly Violation[] {
  const parameters = operation.parameters.filter((parameter) => parameter.in === "query");
  const keys = queryKeys(document, operation);
  const seen = new Set<string>();
  const found: Violation[] = [];
  for (const [name] of query) {
    const owner = parameters.find((parameter) => owns(document, parameter, name));
    if (owner === undefined && !keys.has(name))
      found.push(
        unknown(["query", name], `The query parameter "${name}" is not declared for ${operation.route}.`),
      );
    else if (seen.has(name) && !(owner && mayRepeat(document, owner)))
      found.push(unknown(["query", name], `The query parameter "${name}" was sent twice.`));
    seen.add(name);
  }
  return found;
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

function queryKeys(document: OpenDocument, operation: DocumentOperation): ReadonlySet<string> {
  const schemes = objectOf(objectOf(document.root.components).securitySchemes);
  const names = operation.security.flat().map((name) => objectOf(document.resolve(schemes[name])));
  return new Set(names.flatMap((scheme) => (scheme.in === "query" ? [stringOf(scheme.name) ?? ""] : [])));
}

function bodyViolations(
  document: OpenDocument,
  operation: DocumentOperation,
  body: RecordedBody | undefined,
): readonly Violation[] {
  if (body === undefined || operation.body === undefined) {
    return body !== undefined && body.bytes.length > 0
      ? [unknown(["body"], `${operation.route} takes no body, but one was sent.`)]
      : [];
  }
  const content = operation.body.content.find(
    (one) => one.type.split(";")[0]?.trim().toLowerCase() === body.type,
  );
  if (content === undefined) return [];
  const names = body.parts?.map((part) => part.name ?? "") ?? body.fields?.map(([name]) => name);
  if (names !== undefined) {
    const shape = objectShape(document, content.schema);
    const more = names.filter((name) => !shape.open && !shape.properties.has(name));
    return more.map((name) => unknown(["body", name], unknownField(name, operation)));
  }
  return body.json === undefined
    ? []
    : unknownFields(document, operation, content.schema, body.json, ["body"]);
}

function unknownFields(
  document: OpenDocument,
  operation: DocumentOperation,
  schema: Json | undefined,
  value: Json,
  location: readonly string[],
): readonly Violation[] {
  if (typeof value !== "object" || value === null) return [];
  const shape = objectShape(document, schema);
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) => {
      // Prism chooses among alternatives; a field that any of them names is known here.
      const merged = shape.items.length === 1 ? shape.items[0] : { anyOf: shape.items };
      return unknownFields(document, operation, merged, item, [...location, String(index)]);
    });
  }
  return Object.entries(objectOf(value)).flatMap(([name, member]) => {
    const place = [...location, name];
    const known = shape.properties.get(name) ?? shape.rest;
    if (known !== undefined) return unknownFields(document, operation, known, member ?? null, place);
    const allowed = shape.open || shape.patterns.some((pattern) => pattern.test(name));
    return allowed ? [] : [unknown(place, unknownField(place.slice(1).join("."), operation))];
  });
}

function unknownField(name: string, operation: DocumentOperation): string {
  return `The body field "${name}" is not declared for ${operation.route}.`;
}

function unknown(location: readonly string[], message: string): Violation {
  return { by: "trunkline", in: "request", location, message };
}
