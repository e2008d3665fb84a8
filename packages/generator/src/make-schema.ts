import { emitSchema, SCHEMA_FILE } from "./emit/package/schema.ts";
import { type Format, formatEmitted } from "./format/format.ts";
import type { JsonObject } from "./json.ts";
import type { ParsedSources } from "./verify/parse.ts";
import { verifySchema } from "./verify/verify-output.ts";

/** The file with the types of a whole document. */
export interface MadeSchema {
  readonly text: string;
  /** What is wrong with it: nothing, unless the generator is. */
  readonly faults: readonly string[];
}

/**
 * Emits the types of a whole document, formats and verifies them.
 *
 * @throws DocumentError when there are none
 */
export async function makeSchema(
  document: JsonObject,
  format: Format,
  parsed: ParsedSources,
): Promise<MadeSchema> {
  const files = await formatEmitted(new Map([[SCHEMA_FILE, emitSchema(document)]]), format);
  const text = files.get(SCHEMA_FILE) ?? "";
  return { text, faults: verifySchema(text, document, parsed) };
}
