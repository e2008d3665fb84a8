import type { Answer } from "./answer.ts";
import { isJsonType } from "./body.ts";
import type { OpenDocument } from "./document/open-document.ts";
import { contentOf, type DocumentOperation, responseOf } from "./document/operations.ts";
import { bytesOf } from "./text.ts";
import type { Violation } from "./types.ts";

const KINDS = ["missing", "type", "value", "format"] as const;

function kindOf(keyword: string | undefined): (typeof KINDS)[number] {
  if (keyword === "required" || keyword === "dependentRequired") return "missing";
  if (keyword === "type") return "type";
  return keyword === "format" || keyword === "pattern" ? "format" : "value";
}

/**
 * The documented answer to a request that breaks its schemas, where the document says with which status its API refuses
 * what; undefined where it does not, or where the operation has no such answer.
 */
export function refusalOf(
  document: OpenDocument,
  operation: DocumentOperation | undefined,
  violations: readonly Violation[],
): Answer | undefined {
  const { refusals } = document.said;
  // What is wrong beside the schemas (a key, a media type, a path) is answered as ever.
  const broken = violations.filter((one) => one.in === "request" && one.keyword !== undefined);
  if (refusals === undefined || operation === undefined || broken.length < violations.length)
    return undefined;
  const kinds = new Set(broken.map(({ keyword }) => kindOf(keyword)));
  const status = KINDS.filter((kind) => kinds.has(kind)).map((kind) => refusals[kind])[0];
  if (status === undefined || responseOf(operation, status) === undefined) return undefined;
  const content = contentOf(operation, status).find(
    ({ type, examples }) => isJsonType(type) && examples.length > 0,
  );
  const [example] = content?.examples ?? [];
  if (content === undefined || example === undefined) return undefined;
  return {
    status,
    headers: { "content-type": content.type },
    body: bytesOf(JSON.stringify(example.value)),
  };
}
