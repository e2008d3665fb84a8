import { createRequire } from "node:module";
import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { Resource } from "./prism-resource.ts";

interface HttpSpec {
  transformOas3Operations(document: object): readonly Resource[];
}

/** What a name of Prism's own leads to: it has its schemas beside an operation, under one key. */
const BUNDLE = "#/__bundled__/";

/**
 * The operations of a document whose schemas keep their references, in Prism's own form. What it would put in the place of
 * each of them stands beside the operation once.
 */
export function bundledResources(document: JsonObject): readonly Resource[] {
  const { transformOas3Operations } = httpSpec();
  const names = new Map<string, string>();
  const schemas: JsonObject[] = [];
  const nameOf = (reference: string): string => {
    const name = names.get(reference) ?? `${BUNDLE}s${names.size}`;
    names.set(reference, name);
    return name;
  };
  const resources = transformOas3Operations(document).map((resource) => renamed(plain(resource), nameOf));
  // Schemas lead to further ones. As the answer of an operation each gets Prism's form.
  for (let known = 0; known < names.size; ) {
    const references = [...names.keys()].slice(known);
    known = names.size;
    const paths = Object.fromEntries(
      references.map(($ref, index) => [`/${index}`, { get: answering($ref) }]),
    );
    for (const made of transformOas3Operations({ ...document, paths })) {
      const schema = made.responses[0]?.contents?.[0]?.schema ?? {};
      schemas.push(renamed(plain(schema), nameOf) as JsonObject);
    }
  }
  const bundle = Object.fromEntries(schemas.map((schema, index) => [`s${index}`, schema]));
  return resources.map(
    (resource) => ({ ...(resource as JsonObject), __bundled__: bundle }) as unknown as Resource,
  );
}

const answering = ($ref: string): JsonObject => ({
  responses: { "200": { description: "", content: { "application/json": { schema: { $ref } } } } },
});

const plain = (value: object): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;

/** Keys of data, in which a reference is a text like others. */
const data: ReadonlySet<string> = new Set(["examples", "default", "enum", "const", "example", "value"]);

function renamed(value: JsonValue, nameOf: (reference: string) => string): JsonValue {
  if (isArray(value)) return value.map((one) => renamed(one, nameOf));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key === "$ref" && typeof one === "string" && one.startsWith("#/")) return [key, nameOf(one)];
      return [key, data.has(key) ? one : renamed(one, nameOf)];
    }),
  );
}

/** Prism's own: this package need not have it at the same place. */
function httpSpec(): HttpSpec {
  const ofPrism = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-http"));
  return ofPrism("@stoplight/http-spec/oas3/operation") as HttpSpec;
}
