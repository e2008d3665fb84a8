import type { JsonObject } from "@trunkline/document";
import type { SchemaDialect } from "./json-schema.ts";

export const JSON_SCHEMA_2020_12 = "https://json-schema.org/draft/2020-12/schema";

/** How the schemas of a document are meant. */
export function dialectOf(document: JsonObject): SchemaDialect {
  return String(document.openapi).startsWith("3.0") ? "openapi-3.0" : "2020-12";
}

/** How Prism reads them: as draft-07, unless the document names 2020-12 by exactly its address. */
export function prismDialectOf(document: JsonObject): SchemaDialect {
  if (dialectOf(document) === "openapi-3.0") return "openapi-3.0";
  return /^https?:\/\/json-schema.org\/draft\/2020-12\/schema#?$/.test(String(document.jsonSchemaDialect))
    ? "2020-12"
    : "draft-07";
}
