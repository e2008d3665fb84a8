import { type JsonObject, type JsonValue, objectOf } from "@trunkline/document";
import type { DocumentOperation } from "@trunkline/document/mock";
import type { DocumentFile } from "../document/open.ts";
import type { Resource } from "./prism-resource.ts";
import { resourcesOf } from "./resources.ts";

const known = new Set(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]);

/**
 * Operations of methods that Prism does not know (OpenAPI 3.2: QUERY and additional ones). It gets each of them as a POST
 * of a path of its own, and what it makes of that is given its true method and path.
 *
 * @throws Error where the document is spread over several files
 */
export async function furtherResources(
  document: DocumentFile,
  operations: readonly DocumentOperation[],
): Promise<readonly Resource[]> {
  const further = operations.filter(({ method }) => !known.has(method));
  const [first] = further;
  if (first === undefined) return [];
  if (leadsOut(document.root))
    throw new Error(
      `${first.route} stands in a document of several files: bundle it, and serve the one file`,
    );
  const paths = Object.fromEntries(further.map((one, index) => [`/${index}`, posted(document, one)]));
  const resources = await resourcesOf(document, paths);
  return resources.flatMap((resource) => {
    const operation = further[Number(resource.path.slice(1))];
    return operation === undefined
      ? []
      : [
          {
            ...resource,
            method: operation.method.toLowerCase(),
            path: operation.route.slice(operation.method.length + 1),
          },
        ];
  });
}

function posted(document: DocumentFile, { path, method }: DocumentOperation): JsonObject {
  const item = objectOf(document.resolve(objectOf(document.root.paths)[path]));
  const { additionalOperations, parameters = [], query } = item;
  const operation = objectOf(
    document.resolve(
      method === "QUERY" && query !== undefined ? query : objectOf(additionalOperations)[method],
    ),
  );
  return { parameters, post: operation };
}

function leadsOut(value: JsonValue): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { $ref } = value as JsonObject;
  if (typeof $ref === "string" && !$ref.startsWith("#")) return true;
  return Object.values(value).some((one) => leadsOut(one as JsonValue));
}
