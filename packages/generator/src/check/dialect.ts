import type { JsonObject } from "@trunkline/document";
import type { SchemaDialect } from "./json-schema.ts";

export const JSON_SCHEMA_2020_12 = "https://json-schema.org/draft/2020-12/schema";

/** How the schemas of a document are meant. */
export function dialectOf(document: JsonObject): SchemaDialect {
  return String(document.openapi).startsWith("3.0") ? "openapi-3.0" : "2020-12";
}

/** How a mock reads them: as they are meant, but for a document that names another dialect than that of OpenAPI. */
export function prismDialectOf(document: JsonObject): SchemaDialect {
  const meant = dialectOf(document);
  const declared = document.jsonSchemaDialect;
  if (meant === "openapi-3.0" || declared === undefined) return meant;
  const isUsual =
    /^https?:\/\/json-schema.org\/draft\/2020-12\/schema#?$|^https:\/\/spec\.openapis\.org\/oas\/3\.\d+\/dialect\//;
  return isUsual.test(String(declared)) ? "2020-12" : "draft-07";
}
