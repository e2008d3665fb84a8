import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";

/**
 * The types of a whole document as openapi-typescript writes them: `paths`, `components`, `operations`. Reachable only
 * from the package's `./raw` entry.
 *
 * @param document The bundled document; it is copied, because openapi-typescript changes what it is given.
 */
export async function emitSchema(document: object): Promise<string> {
  const nodes = await openapiTS(structuredClone(document) as OpenAPI3, { silent: true });
  return astToString(nodes);
}
