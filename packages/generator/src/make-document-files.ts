import type { JsonObject } from "@trunkline/document";
import { emitSchema, SCHEMA_FILE } from "./emit/package/schema.ts";
import { type Format, formatEmitted } from "./format/format.ts";
import { yamlText } from "./read/yaml-text.ts";
import type { ParsedSources } from "./verify/parse.ts";
import { DOCUMENT_FILE, verifyDocumentFiles } from "./verify/verify-output.ts";

/** Files of a package that are made of the document alone: itself, and its types. */
export interface DocumentFiles {
  readonly files: ReadonlyMap<string, string>;
  /** What is wrong with them: nothing, unless the generator is. */
  readonly faults: readonly string[];
}

/**
 * Emits, formats and verifies the files that no model is needed for.
 *
 * @throws DocumentError when the document has no types
 */
export async function makeDocumentFiles(
  document: JsonObject,
  format: Format,
  parsed: ParsedSources,
): Promise<DocumentFiles> {
  const formatting = formatEmitted(new Map([[SCHEMA_FILE, emitSchema(document)]]), format);
  const text = yamlText(document);
  const files = new Map([[DOCUMENT_FILE, text], ...(await formatting)]);
  return { files, faults: verifyDocumentFiles(files, document, parsed) };
}
