import { type JsonValue, objectOf } from "@trunkline/document";
import {
  type DocumentOperation,
  type DocumentParameter,
  decodeEscapes,
  deepObjects,
  isReadHere,
  type OpenDocument,
  parseJson,
  type Question,
  segmentTemplate,
  structuredHeaders,
} from "@trunkline/document/mock";

export type Place = "path" | "query" | "header";

/** Values of the parameters that a request has in a place, by their names; texts where the style says nothing of types. */
export function valuesIn(
  place: Place,
  document: OpenDocument,
  operation: DocumentOperation,
  question: Question,
): ReadonlyMap<DocumentParameter, JsonValue> {
  const found = new Map<DocumentParameter, JsonValue>();
  const texts = textsIn(place, operation, question);
  const structured =
    place === "header" ? structuredHeaders(document, operation, question.headers) : Object.create(null);
  const deep = place === "query" ? deepObjects(document, operation, question.query) : new Map();
  for (const parameter of operation.parameters) {
    if (parameter.in !== place) continue;
    const name = parameter.name.toLowerCase();
    const value = isReadHere(document, parameter)
      ? (structured[name] ?? deep.get(parameter.name))
      : readValue(document, parameter, texts);
    // What is empty is not there.
    if (value !== undefined && value !== "") found.set(parameter, value);
  }
  return found;
}

/**
 * A parameter that no style reads, whatever else is wrong: Prism ends there, and so does this.
 *
 * @returns what is wrong with it
 */
export function misreadIn(
  document: OpenDocument,
  operation: DocumentOperation,
  question: Question,
): string | undefined {
  const paths = textsIn("path", operation, question);
  for (const parameter of operation.parameters) {
    const { name, style } = parameter;
    const isList = objectOf(document.resolve(parameter.schema)).type === "array";
    if (parameter.in === "query" && SEPARATORS[style] !== undefined && !isList)
      return `The style ${style} of ${name} is for lists alone.`;
    const mark = MARKS[style];
    const text = paths.get(name.toLowerCase())?.at(-1) ?? "";
    if (parameter.in === "path" && mark !== undefined && !text.startsWith(mark))
      return `A value of ${name}, in the style ${style}, begins with "${mark}".`;
  }
  return undefined;
}

/** Texts by names in lower case. */
function textsIn(
  place: Place,
  { path }: DocumentOperation,
  { headers, query, values }: Question,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (name: string, text: string): void => {
    const key = name.toLowerCase();
    const known = found.get(key);
    if (known === undefined) found.set(key, [text]);
    else known.push(text);
  };
  if (place === "header") for (const [name, text] of Object.entries(headers)) add(name, text);
  if (place === "query") for (const [name, text] of query) add(name, text);
  if (place === "path") {
    const names = path.split("/").flatMap((segment) => segmentTemplate(segment).names);
    for (const [index, name] of names.entries())
      found.set(name.toLowerCase(), [decodeEscapes(values[index] ?? "")]);
  }
  return found;
}

function readValue(
  document: OpenDocument,
  parameter: DocumentParameter,
  all: ReadonlyMap<string, readonly string[]>,
): JsonValue | undefined {
  const { name, style, explode, content } = parameter;
  const schema = objectOf(document.resolve(parameter.schema));
  const texts = all.get(name.toLowerCase());
  if (schema.type === "object" && style === "form" && explode && content === undefined) {
    const properties = objectOf(schema.properties);
    const entries = Object.keys(properties).flatMap((key) => {
      const own = all.get(key.toLowerCase());
      return own === undefined ? [] : [[key, own.length === 1 ? (own[0] ?? "") : own] as const];
    });
    return Object.fromEntries(entries);
  }
  const last = texts?.at(-1);
  if (texts === undefined || last === undefined) return undefined;
  if (content !== undefined) return parseJson(last, [parameter.in, name]) ?? last;
  const mark = MARKS[style] ?? "";
  if (mark !== "" && !last.startsWith(mark)) return last;
  const text = last.slice(mark.length).replace(style === "matrix" && !explode ? `${name}=` : "", "");
  const separator = style === "label" && explode ? "." : (SEPARATORS[style] ?? ",");
  if (schema.type === "array") {
    if (explode && parameter.in === "query") return [...texts];
    return text === "" ? [] : text.split(separator);
  }
  if (schema.type === "object") return objectIn(text.split(separator), explode);
  return texts.length === 1 ? text : [...texts];
}

const MARKS: Readonly<Record<string, string>> = { label: ".", matrix: ";" };
const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|" };

/** `a=1,b=2` where it is exploded, else `a,1,b,2`. */
function objectIn(items: readonly string[], isExploded: boolean): JsonValue {
  const entries = isExploded
    ? items.map((item) => item.split("=", 2) as [string, string])
    : items.flatMap((item, index) => (index % 2 === 0 ? [[item, items[index + 1] ?? ""] as const] : []));
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? ""]));
}
