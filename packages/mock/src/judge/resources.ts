import http from "@stoplight/prism-http";
import type { JsonObject } from "@trunkline/document";
import type { DocumentFile } from "../document/open.ts";
import { isTooBranched } from "./branching.ts";
import { bundledResources } from "./bundled-resources.ts";
import { prismDocument, withDialect } from "./prism-document.ts";
import type { Resource } from "./prism-resource.ts";

/**
 * The operations of a document in Prism's form.
 *
 * @param paths in place of those of the document
 */
export async function resourcesOf(document: DocumentFile, paths?: JsonObject): Promise<readonly Resource[]> {
  const { root, file } = document;
  const changed = paths && { root: { ...root, paths }, file };
  if (isTooBranched(root)) return bundledResources(withDialect(changed ?? document));
  return http.getHttpOperationsFromSpec(changed ? withDialect(changed) : prismDocument(document));
}
