import type { EncodedBody } from "../operation.ts";
import { jsonText } from "../values/json-text.ts";

/** A JSON body. @throws UsageError for what JSON cannot express */
export function jsonBody(value: unknown): EncodedBody {
  return { body: jsonText(value, "The request body"), contentType: "application/json", repeatable: true };
}
