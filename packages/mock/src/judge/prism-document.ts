import { dirname, resolve } from "node:path";
import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { DocumentFile } from "../document/open.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/**
 * The document as Prism is to read it: its file, or a copy. One that names the dialect of its schemas: since 3.1 they are
 * those of JSON Schema 2020-12 unless the document says otherwise (OpenAPI 3.1, "Schema Object"); Prism takes them for
 * draft-07 unless the document says that. And one without the references in extensions, which Prism would follow: from
 * schema to schema and from there on, in more ways than can be walked. What is called `$ref` in an example is data, which
 * Prism would follow as well.
 */
export function prismDocument(document: DocumentFile): string | object {
  return isUsualDialect(document.root) || hasLooseReference(document.root, "object")
    ? withDialect(document)
    : document.file;
}

/** The same for a document that is put together of another. */
export function withDialect({ root, file }: Pick<DocumentFile, "root" | "file">): JsonObject {
  const copy = copied(root, dirname(file), "object") as JsonObject;
  return isUsualDialect(root) ? { ...copy, jsonSchemaDialect: DIALECT } : copy;
}

function isUsualDialect({ openapi, jsonSchemaDialect: dialect }: JsonObject): boolean {
  if (!/^3\.[1-9]/.test(String(openapi))) return false;
  return (
    dialect === undefined || /^https:\/\/spec\.openapis\.org\/oas\/3\.\d+\/dialect\//.test(String(dialect))
  );
}

/** Whether the keys of a value are keywords, names that somebody chose, or data. */
type Keys = "object" | "names" | "data";

/** Keywords whose members have names of their own, which may begin with `x-`. */
const named: ReadonlySet<string> = new Set(
  (
    "properties patternProperties dependentSchemas $defs definitions schemas responses parameters examples requestBodies " +
    "headers securitySchemes links callbacks pathItems webhooks content encoding variables mapping"
  ).split(" "),
);

const data: ReadonlySet<string> = new Set(["example", "default", "enum", "const", "value"]);

/** Keywords that compare with their data, and would not know it by another name. */
const compared: ReadonlySet<string> = new Set(["enum", "const"]);

/** What a member of data called `$ref` is called where Prism reads it. */
const HIDDEN = "\u0000$ref";

/** The text of an answer of Prism's, in which members of data have their own names again. */
export function withOwnNames(json: string): string {
  return json.replaceAll(`${JSON.stringify(HIDDEN)}:`, '"$ref":');
}

function keysBelow(keys: Keys, key: string, value: JsonValue): Keys {
  if (keys === "data" || keys === "names") return keys === "data" ? "data" : "object";
  // In a schema, `examples` are a list of values.
  if (data.has(key) || (key === "examples" && isArray(value))) return "data";
  return named.has(key) ? "names" : "object";
}

function isExtension(keys: Keys, key: string): boolean {
  return keys === "object" && key.startsWith("x-");
}

function isCompared(keys: Keys, key: string): boolean {
  return keys === "object" && compared.has(key);
}

function hasLooseReference(value: JsonValue, keys: Keys): boolean {
  if (isArray(value)) return value.some((one) => hasLooseReference(one, keys));
  if (!isObject(value)) return false;
  if (keys === "data") return hasReference(value);
  return Object.entries(value).some(([key, one]) =>
    isExtension(keys, key) ? hasReference(one) : hasLooseReference(one, keysBelow(keys, key, one)),
  );
}

function hasReference(value: JsonValue): boolean {
  if (isArray(value)) return value.some(hasReference);
  return isObject(value) && (Object.hasOwn(value, "$ref") || Object.values(value).some(hasReference));
}

/** Prism resolves the refs of what it is given in place, and looks for files where the process runs. */
function copied(value: JsonValue, folder: string, keys: Keys): JsonValue {
  if (isArray(value)) return value.map((one) => copied(one, folder, keys));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      if (keys === "data") return [[key === "$ref" ? HIDDEN : key, copied(one, folder, keys)]];
      if ((isExtension(keys, key) || isCompared(keys, key)) && hasReference(one)) return [];
      const isFile = key === "$ref" && typeof one === "string" && !one.startsWith("#");
      return [[key, isFile ? resolve(folder, one) : copied(one, folder, keysBelow(keys, key, one))]];
    }),
  );
}
