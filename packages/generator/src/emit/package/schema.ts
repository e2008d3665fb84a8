import { createConfig } from "@redocly/openapi-core";
import type { OpenAPI3 } from "openapi-typescript";
import { DocumentError } from "../../diagnostics.ts";
import { escapeInvisible } from "../../invisible.ts";
import type { JsonObject } from "../../json.ts";
import { openapiTypeScript } from "../../typescript.ts";
import { sealDocument } from "./sealed-document.ts";

/**
 * The types of a whole document as openapi-typescript writes them: `paths`, `components`, `operations`. Reachable only
 * from the package's `./raw` entry.
 *
 * @param document The bundled document
 */
export async function emitSchema(document: JsonObject): Promise<string> {
  const sealed = sealDocument(document);
  // Its linter would print text of the document to the terminal; ours has looked at the document.
  const { astToString, default: generateTypes } = openapiTypeScript;
  const redocly = await createConfig({ extends: [], rules: {} });
  try {
    const nodes = await generateTypes(sealed.document as unknown as OpenAPI3, { silent: true, redocly });
    return sealed.restore(escapeInvisible(astToString(nodes)));
  } catch (error) {
    const location = { file: "src/schema.ts", line: 1, column: 1 };
    const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
    const message = `openapi-typescript cannot make types of the document: ${reason}`;
    throw new DocumentError([{ severity: "error", code: "schema-types", message, location }]);
  }
}
