import { isBinary } from "@trunkline/conformance/harness";
import { type JsonValue, objectOf } from "@trunkline/document";
import type { DocumentContent, DocumentOperation, OpenDocument } from "@trunkline/mock/document";
import { makeValue } from "../document/make-value.ts";
import { essence } from "../wire/sample.ts";
import { text } from "../wire/styles.ts";

/** An answer that the document allows. */
export interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly kind: "json" | "text" | "bytes" | "stream" | "none";
  readonly value: JsonValue;
}

/** One answer for each documented success, in the media type that a client reads best. */
export function answersOf(
  document: OpenDocument,
  operation: DocumentOperation,
  wanted?: string,
): readonly Answer[] {
  const successes = operation.responses.filter(({ status }) => /^2(?:\d\d|xx)$/i.test(status));
  const responses =
    successes.length > 0 ? successes : operation.responses.filter(({ status }) => status === "default");
  if (responses.length === 0) return [{ status: 204, type: undefined, kind: "none", value: null }];
  const isJsonAnswered = responses.some(({ content }) =>
    content.some((one) => kindOf(document, one) === "json"),
  );
  return responses.flatMap(({ status, content }): Answer[] => {
    const code = /^\d+$/.test(status) ? Number(status) : 200;
    const best =
      content.find(({ type }) => type === wanted) ??
      content.find((one) => kindOf(document, one) === "json") ??
      content.find((one) => kindOf(document, one) === "stream") ??
      content[0];
    if (wanted !== undefined && best?.type !== wanted) return [];
    if (best === undefined || code === 204 || code === 205 || operation.method === "HEAD")
      return [{ status: code, type: undefined, kind: "none", value: null }];
    const kind = kindOf(document, best);
    // A method has one way of reading; that the others are left out is the generator's warning.
    if (wanted === undefined && isJsonAnswered && kind !== "json") return [];
    const value = makeValue(document, best.schema, { direction: "answer", text: "text ü", depth: 5 });
    return [{ status: code, type: concrete(best.type, kind), kind, value }];
  });
}

function kindOf(document: OpenDocument, content: DocumentContent): Answer["kind"] {
  const type = essence(content.type);
  if (isEvents(type) || /[/+](?:x-)?(?:jsonl|jsonlines|ndjson|json-lines|json-seq|stream\+json)$/.test(type))
    return "stream";
  if (/[/+]json$/.test(type)) return "json";
  if (type === "*/*") return isBinary(document, content.schema) ? "bytes" : "json";
  if (/^text\/|^application\/(?:xml|yaml|x-yaml)$|\+xml$/.test(type)) return "text";
  if (!/^application\/vnd\.[^+]+$/.test(type)) return "bytes";
  if (isStructured(document, content)) return "json";
  const isText = objectOf(document.resolve(content.schema)).type === "string";
  return isText && !isBinary(document, content.schema) ? "text" : "bytes";
}

function isEvents(type: string): boolean {
  return type === "text/event-stream";
}

/** A vendor's media type is JSON where its schema has fields or items. */
function isStructured(document: OpenDocument, { schema }: DocumentContent): boolean {
  const target = objectOf(document.resolve(schema));
  return ["properties", "items", "allOf", "oneOf", "anyOf"].some((key) => target[key] !== undefined);
}

/** What comes one after another: a list is all values, anything else the only one. */
export function streamed(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [value];
}

function concrete(type: string, kind: Answer["kind"]): string {
  if (!type.includes("*")) return type;
  return kind === "json" ? "application/json" : "application/octet-stream";
}

export function answerBody({ kind, type, value }: Answer): string | null {
  if (kind === "none") return null;
  if (kind === "stream") {
    const line = (one: JsonValue): string =>
      isEvents(essence(type ?? ""))
        ? `data: ${typeof one === "string" ? one : JSON.stringify(one)}\n\n`
        : `${JSON.stringify(one)}\n`;
    return streamed(value).map(line).join("");
  }
  return kind === "json" ? JSON.stringify(value) : text(value);
}
