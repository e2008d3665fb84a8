import { answerForm, isRangeType } from "../../answer-form.ts";
import type { DocumentContent } from "./content.ts";
import type { OpenDocument } from "./open-document.ts";

/** The media type that a body is sent as, of which the document may name a range alone. */
export function concreteType(document: OpenDocument, { type, schema }: DocumentContent): string {
  if (!isRangeType(type)) return type;
  switch (answerForm(type, document.resolve(schema))) {
    case "text":
      return "text/plain";
    case "binary":
      return "application/octet-stream";
    default:
      return "application/json";
  }
}
