import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { escapeInvisible } from "../../invisible.ts";
import type { JsonObject } from "../../json.ts";
import { sealDocument } from "./sealed-document.ts";

/**
 * The types of a whole document as openapi-typescript writes them: `paths`, `components`, `operations`. Reachable only
 * from the package's `./raw` entry.
 *
 * @param document The bundled document
 */
export async function emitSchema(document: JsonObject): Promise<string> {
  const nodes = await openapiTS(sealDocument(document) as unknown as OpenAPI3, { silent: true });
  return escapeInvisible(astToString(nodes));
}
