import { isObject, type JsonValue } from "@trunkline/document";
import type {
  DocumentContent,
  DocumentOperation,
  DocumentParameter,
  OpenDocument,
} from "@trunkline/mock/document";
import { makeValue } from "../document/make-value.ts";

/** What one call says, by wire names. */
export interface CallSample {
  readonly name: "full" | "required";
  readonly values: ReadonlyMap<DocumentParameter, JsonValue>;
  readonly body: { readonly content: DocumentContent; readonly value: JsonValue } | undefined;
}

/** Parameters that OpenAPI leaves to other parts of the description. */
const RESERVED: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** Text that proves the encoding of its place: reserved characters, a blank, more than ASCII. */
const TEXT: Readonly<Record<DocumentParameter["in"], string>> = {
  path: "a b/c?ü",
  query: "a b&c=d/ü",
  header: "text",
  cookie: "text",
};

export function parametersOf(operation: DocumentOperation): readonly DocumentParameter[] {
  return operation.parameters.filter((one) => !(one.in === "header" && RESERVED.has(one.name.toLowerCase())));
}

/** The call with everything in it, and the one with nothing that may be left out. */
export function samplesOf(document: OpenDocument, operation: DocumentOperation): readonly CallSample[] {
  const parameters = parametersOf(operation);
  // No fetch sends a body with these; one that may be left out is.
  const isBodiless = /^(?:GET|HEAD)$/.test(operation.method) && operation.body?.required !== true;
  const content = isBodiless ? undefined : requestContent(operation);
  const sample = (name: CallSample["name"], wanted: (required: boolean) => boolean): CallSample => ({
    name,
    values: new Map(
      parameters
        .filter((one) => wanted(one.required || one.in === "path"))
        .map((one) => [one, parameterValue(document, one)]),
    ),
    body:
      content !== undefined && wanted(operation.body?.required === true)
        ? { content, value: makeValue(document, content.schema, { direction: "request", text: "text ü" }) }
        : undefined,
  });
  const full = sample("full", () => true);
  const isAllRequired = parameters.every((one) => one.required) && operation.body?.required !== false;
  return isAllRequired ? [full] : [full, sample("required", (required) => required)];
}

function parameterValue(document: OpenDocument, parameter: DocumentParameter): JsonValue {
  const make = (text: string): JsonValue =>
    makeValue(document, parameter.schema, { direction: "request", text, depth: 2 });
  const value = make(TEXT[parameter.in]);
  if (parameter.content !== undefined) return value;
  // Delimiters within an item would make a list ambiguous for every server.
  const isList = typeof value === "object" && value !== null;
  const sent = isList
    ? flat(make(parameter.in === "path" || parameter.in === "query" ? "text/ü" : "text"))
    : value;
  // An empty value sends nothing, and a path without its value is not a path.
  return isEmpty(sent) ? "text" : sent;
}

/** The styles are defined for lists and objects of plain values only. */
function flat(value: JsonValue): JsonValue {
  const isPlain = (one: JsonValue | undefined): boolean =>
    one !== undefined && one !== null && typeof one !== "object";
  if (Array.isArray(value)) return value.filter(isPlain);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, one]) => isPlain(one)))
    : value;
}

function isEmpty(value: JsonValue): boolean {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}

/** Of several media types the one that a client can send best, unless its names lock says another. */
export function requestContent(operation: DocumentOperation, locked?: string): DocumentContent | undefined {
  const content = operation.body?.content ?? [];
  const known = content.find(({ type }) => type === locked);
  if (known !== undefined) return known;
  return [...content].sort((a, b) => rank(a.type) - rank(b.type))[0];
}

function rank(type: string): number {
  const name = essence(type);
  if (name === "application/json") return 0;
  if (name.endsWith("+json")) return 1;
  if (name === "multipart/form-data") return 2;
  if (name === "application/x-www-form-urlencoded") return 3;
  return name.startsWith("text/") ? 5 : 4;
}

export function essence(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}
