import type { DocumentContent, DocumentOperation, Json, OpenDocument } from "@trunkline/mock/document";
import { isBinary } from "../../../conformance/src/contract/files.ts";
import { makeValue } from "../values/make-value.ts";
import { essence } from "../wire/sample.ts";
import { text } from "../wire/styles.ts";

/** An answer that the document allows. */
export interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly kind: "json" | "text" | "bytes" | "none";
  readonly value: Json;
}

/** One answer for each documented success, in the media type that a client reads best. */
export function answersOf(document: OpenDocument, operation: DocumentOperation): readonly Answer[] {
  const successes = operation.responses.filter(({ status }) => /^2(?:\d\d|xx)$/i.test(status));
  const responses =
    successes.length > 0 ? successes : operation.responses.filter(({ status }) => status === "default");
  if (responses.length === 0) return [{ status: 204, type: undefined, kind: "none", value: null }];
  const isJsonAnswered = responses.some(({ content }) =>
    content.some((one) => kindOf(document, one) === "json"),
  );
  return responses.flatMap(({ status, content }): Answer[] => {
    const code = /^\d+$/.test(status) ? Number(status) : 200;
    const best = content.find((one) => kindOf(document, one) === "json") ?? content[0];
    if (best === undefined || code === 204 || code === 205 || operation.method === "HEAD")
      return [{ status: code, type: undefined, kind: "none", value: null }];
    const kind = kindOf(document, best);
    // A method has one way of reading; that the others are left out is the generator's warning.
    if (isJsonAnswered && kind !== "json") return [];
    const value = makeValue(document, best.schema, { direction: "answer", text: "text ü", depth: 5 });
    return [{ status: code, type: concrete(best.type, kind), kind, value }];
  });
}

function kindOf(document: OpenDocument, content: DocumentContent): Answer["kind"] {
  const type = essence(content.type);
  if (/[/+]json$/.test(type)) return "json";
  if (type === "*/*") return isBinary(document, content.schema) ? "bytes" : "json";
  return /^text\/|^application\/(?:xml|yaml|x-yaml)$|\+xml$/.test(type) ? "text" : "bytes";
}

function concrete(type: string, kind: Answer["kind"]): string {
  if (!type.includes("*")) return type;
  return kind === "json" ? "application/json" : "application/octet-stream";
}

export function answerBody({ kind, value }: Answer): string | null {
  if (kind === "none") return null;
  return kind === "json" ? JSON.stringify(value) : text(value);
}
