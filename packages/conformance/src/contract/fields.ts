import { isObject, type JsonValue, objectOf } from "@trunkline/document";
import type { RecordedRequest } from "@trunkline/mock";
import { type DocumentOperation, type OpenDocument, objectShape } from "@trunkline/mock/document";
import { isSet } from "./compare-request.ts";
import type { ClientPackage } from "./package.ts";
import { declared, requestContent } from "./samples.ts";
import type { Target } from "./types.ts";

const PLACES = ["path", "query", "header", "cookie"] as const;

/** Everything that a caller can set in a request: parameters, and body properties at any depth. */
export function declaredFields(pack: ClientPackage, target: Target): readonly string[] {
  const parameters = PLACES.flatMap((place) => declared(target, place));
  return [
    ...parameters.map((one) => `${one.in} ${one.name}`),
    ...schemaPaths(pack.document, requestContent(target)?.schema, "body ", new Set()),
  ];
}

/** Which of them one request sets, as keys of the coverage. */
export function requestFields(pack: ClientPackage, request: RecordedRequest): readonly string[] {
  const target = pack.targets.find((one) => one.operation.route === request.route);
  if (target === undefined) return [];
  const parameters = PLACES.flatMap((place) => declared(target, place)).filter((one) => isSet(one, request));
  const body = bodyValue(request);
  const schema = requestContent(target)?.schema;
  return [
    ...parameters.map((one) => `${one.in} ${one.name}`),
    ...(body === undefined ? [] : valuePaths(pack.document, schema, body, "body ")),
  ].map((field) => fieldKey(target.operation, field));
}

export function fieldKey(operation: DocumentOperation, field: string): string {
  return `${operation.route} field ${field}`;
}

function bodyValue({ body }: RecordedRequest): JsonValue | undefined {
  if (body?.parts !== undefined)
    return Object.fromEntries(
      body.parts.map((part) => [
        part.name ?? "",
        /[/+]json/.test(part.type ?? "") ? parse(part.text) : part.text,
      ]),
    );
  if (body?.fields !== undefined) return Object.fromEntries(body.fields);
  return body?.json;
}

function parse(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}

function* schemaPaths(
  document: OpenDocument,
  schema: JsonValue | undefined,
  path: string,
  above: ReadonlySet<unknown>,
): Generator<string> {
  const resolved = document.resolve(schema);
  // A schema within itself names nothing new.
  if (!isObject(resolved) || above.has(resolved) || above.size > 12) return;
  const within = new Set([...above, resolved]);
  const shape = objectShape(document, schema);
  for (const [name, child] of shape.properties) {
    if (objectOf(document.resolve(child)).readOnly === true) continue;
    yield join(path, name);
    yield* schemaPaths(document, child, join(path, name), within);
  }
  for (const item of shape.items) yield* schemaPaths(document, item, `${path}[]`, within);
  if (shape.rest !== undefined) yield* schemaPaths(document, shape.rest, join(path, "*"), within);
}

function* valuePaths(
  document: OpenDocument,
  schema: JsonValue | undefined,
  value: JsonValue,
  path: string,
): Generator<string> {
  const shape = objectShape(document, schema);
  if (Array.isArray(value)) {
    for (const item of value)
      for (const one of shape.items) yield* valuePaths(document, one, item, `${path}[]`);
    return;
  }
  for (const [name, member] of Object.entries(objectOf(value))) {
    const child = shape.properties.get(name);
    const place = join(path, child === undefined ? "*" : name);
    if (child !== undefined) yield place;
    const next = child ?? shape.rest;
    if (next !== undefined) yield* valuePaths(document, next, member ?? null, place);
  }
}

function join(path: string, name: string): string {
  return path.endsWith(" ") ? path + name : `${path}.${name}`;
}
