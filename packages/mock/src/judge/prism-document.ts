import { dirname, resolve } from "node:path";
import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { OpenDocument } from "../document/open.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/**
 * The document as Prism is to read it: its file, or a copy that names the dialect of its schemas. Since 3.1 they are those
 * of JSON Schema 2020-12 unless the document says otherwise (OpenAPI 3.1, "Schema Object"); Prism takes them for draft-07
 * unless the document says that.
 */
export function prismDocument(document: OpenDocument): string | object {
  return isUsualDialect(document.root) ? withDialect(document) : document.file;
}

/** The same for a document that is put together of another. */
export function withDialect({ root, file }: Pick<OpenDocument, "root" | "file">): JsonObject {
  const copy = copied(root, dirname(file)) as JsonObject;
  return isUsualDialect(root) ? { ...copy, jsonSchemaDialect: DIALECT } : copy;
}

function isUsualDialect({ openapi, jsonSchemaDialect: dialect }: JsonObject): boolean {
  if (!/^3\.[1-9]/.test(String(openapi))) return false;
  return (
    dialect === undefined || /^https:\/\/spec\.openapis\.org\/oas\/3\.\d+\/dialect\//.test(String(dialect))
  );
}

/** Prism resolves the refs of what it is given in place, and looks for files where the process runs. */
function copied(value: JsonValue, folder: string): JsonValue {
  if (isArray(value)) return value.map((one) => copied(one, folder));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const isFile = key === "$ref" && typeof one === "string" && !one.startsWith("#");
      return [key, isFile ? resolve(folder, one) : copied(one, folder)];
    }),
  );
}
