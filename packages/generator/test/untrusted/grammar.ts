import { isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import fc from "fast-check";
import { componentSections, objectModel } from "../../src/read/object-model.ts";
import type { Kind, Shape } from "../../src/read/object-shapes.ts";
import { payloads } from "./payloads.ts";

/** Texts that are hostile, odd or plain. */
const texts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...Object.values(payloads).map((make) => make("f").slice(0, 300))),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."*/\"'`${}[]()<>\\\n\r\u2028#-:@!|&~ a0"), maxLength: 16 }),
  fc.constantFrom(
    "hasOwnProperty",
    "valueOf",
    "then",
    "prototype",
    "arguments",
    "eval",
    "await",
    "default",
    "then",
  ),
  fc.constantFrom("a", "name", "pets", "pets.list", "Date", "Error", "string"),
);

/** What a field must hold so that more of the document is looked at, most of the time. */
const usual: Readonly<Record<string, readonly JsonValue[]>> = {
  "document.openapi": ["3.1.0", "3.0.3"],
  "document.jsonSchemaDialect": ["https://json-schema.org/draft/2020-12/schema"],
  "parameter.in": ["query", "header", "path", "cookie"],
  "parameter.style": ["form", "simple", "deepObject", "pipeDelimited", "label", "matrix"],
  "schema.type": ["string", "integer", "object", "array", "boolean", "null", ["string", "null"]],
  "schema.format": ["date-time", "binary", "uuid", "constructor"],
  "schema.pattern": ["^a*$", "[a-z]+"],
  "securityScheme.type": ["apiKey", "http", "oauth2", "openIdConnect"],
  "securityScheme.in": ["header", "query", "cookie"],
  "securityScheme.scheme": ["basic", "bearer"],
  "server.url": ["https://shop.test/v1", "/v1", "https://{a}.test"],
};

const keys: Readonly<Record<string, readonly string[]>> = {
  paths: ["/pets", "/pets/{id}", "/a/{b}/{c}"],
  responses: ["200", "201", "204", "404", "5XX"],
  content: ["application/json", "multipart/form-data", "text/plain", "application/x-www-form-urlencoded"],
};

/** Variables that a document may choose for the package in the folder `pets`, and others. */
const variables = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("PETS_API_KEY", "PETS_TOKEN", "PETS_KEY_2") },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "AWS_SECRET_ACCESS_KEY",
      "GITHUB_TOKEN",
      "PATH",
      "HOME",
      "pets_key",
      "PETS",
      "PETS_",
      "PETSX_KEY",
      "__proto__",
    ),
  },
  { weight: 1, arbitrary: texts },
);
const options = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom("apiKey", "accessToken", "token", "secondKey", "baseURL", "constructor"),
  },
  { weight: 1, arbitrary: texts },
);
const pointers = fc.constantFrom("/id", "/a/b", "/~1", "/__proto__", "id");

/** What an extension may say on objects of a kind. */
const extensions: Partial<Record<Kind, fc.Arbitrary<JsonValue>>> = {
  securityScheme: fc.record(
    {
      option: options,
      env: variables,
      exchange: fc.record(
        {
          operation: fc.constantFrom("pets.list", "a", "name"),
          option: options,
          env: variables,
          request: pointers,
          token: pointers,
          expiresIn: pointers,
        },
        { requiredKeys: ["operation", "option", "request", "token"] },
      ),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<JsonValue>,
};

const schemaExtras = [
  ...["type", "const", "default", "example", "examples", "enum", "exclusiveMinimum", "$ref"],
  ...["$anchor", "$dynamicAnchor", "$dynamicRef", "$id", "$defs"],
];

/** Names of schemas within schemas, which refs lead to. */
const anchors = fc.oneof({ weight: 4, arbitrary: fc.constantFrom("a", "tag", "node") }, texts);
const ids = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("https://shop.test/a", "b", "/c.json", "urn:a") },
  texts,
);

/** Tokens of pointers: escaped, encoded, odd. */
const tokens = fc.oneof(
  fc.constantFrom(
    "components",
    "schemas",
    "a",
    "properties",
    "id",
    "$defs",
    "0",
    "-1",
    "01",
    "",
    "~0",
    "~1",
    "~2",
    "%24defs",
    "%",
    "__proto__",
    "constructor",
  ),
  texts.map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, ""))),
  texts,
);
const refs = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("#/components/schemas/a", "#/components/schemas/b") },
  { weight: 3, arbitrary: anchors.map((anchor) => `#${anchor}`) },
  { weight: 2, arbitrary: fc.tuple(ids, anchors).map(([id, anchor]) => `${id}#${anchor}`) },
  { weight: 2, arbitrary: ids },
  {
    weight: 2,
    arbitrary: fc.array(tokens, { maxLength: 4 }).map((path) => `#/components/schemas/a/${path.join("/")}`),
  },
  { weight: 1, arbitrary: fc.array(tokens, { maxLength: 6 }).map((path) => `#/${path.join("/")}`) },
);

/** Keywords that name schemas, and lead to them. */
const naming: Readonly<Record<string, fc.Arbitrary<JsonValue>>> = {
  $ref: refs,
  $dynamicRef: refs,
  $anchor: anchors,
  $dynamicAnchor: anchors,
  $id: ids,
};

function object(kind: Kind, depth: number): fc.Arbitrary<JsonValue> {
  const { fields, required = [], rest } = objectModel[kind];
  const extension = extensions[kind];
  const extras = [...(kind === "schema" ? schemaExtras : []), ...(extension ? ["x-trunkline"] : [])];
  const names = [...Object.keys(fields), ...extras];
  const own = Object.fromEntries(
    names.map((name) => [
      name,
      extension && name === "x-trunkline" ? extension : field(kind, name, fields[name], depth),
    ]),
  );
  const made = fc
    .subarray(names, {
      minLength: 0,
      maxLength: Math.min(names.length, depth > 5 ? 2 : kind === "schema" ? 5 : 7),
    })
    .chain((chosen) => {
      const present = [
        ...new Set([...required, ...(kind === "document" ? ["paths", "components"] : []), ...chosen]),
      ];
      return fc.record(Object.fromEntries(present.map((name) => [name, own[name] ?? data])));
    });
  const withRest =
    rest === undefined || depth > 6
      ? made
      : fc
          .tuple(
            made,
            fc.array(fc.tuple(keyOf(kind), shapeOf(kind, "*", rest.shape, depth)), { maxLength: 3 }),
          )
          .map(([one, more]) => ({ ...(one as JsonObject), ...Object.fromEntries(more) }));
  const section = componentSections.get(kind);
  const ref = fc
    .constantFrom("a", "b", "constructor")
    .map((name) => ({ $ref: `#/components/${section}/${name}` }));
  const all: fc.Arbitrary<JsonValue> =
    section === undefined || depth < 3
      ? withRest
      : fc.oneof({ weight: 4, arbitrary: withRest }, { weight: 2, arbitrary: ref });
  return kind === "schema" ? fc.oneof({ weight: 12, arbitrary: all }, fc.boolean()) : all;
}

function field(kind: Kind, name: string, shape: Shape | undefined, depth: number): fc.Arbitrary<JsonValue> {
  const known = usual[`${kind}.${name}`];
  const own =
    (kind === "schema" && Object.hasOwn(naming, name) ? naming[name] : undefined) ??
    (name === "$ref" ? fc.constantFrom("#/components/schemas/a") : shapeOf(kind, name, shape, depth));
  if (known === undefined) return fc.oneof({ weight: 150, arbitrary: own }, data);
  return fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: own });
}

function shapeOf(kind: Kind, name: string, shape: Shape | undefined, depth: number): fc.Arbitrary<JsonValue> {
  switch (shape?.is) {
    case "string":
      return texts;
    case "number":
      return fc.nat(100);
    case "boolean":
      return fc.boolean();
    case "object":
      return depth > 7 ? fc.constant({}) : fc.constant(undefined).chain(() => object(shape.kind, depth + 1));
    case "list":
      return fc.array(
        fc.constant(undefined).chain(() => shapeOf(kind, name, shape.of, depth + 1)),
        { maxLength: 2 },
      );
    case "map":
      return fc
        .array(
          fc.tuple(
            keyOf(name),
            fc.constant(undefined).chain(() => shapeOf(kind, name, shape.of, depth + 1)),
          ),
          {
            maxLength: 3,
          },
        )
        .map((entries) => Object.fromEntries(entries));
    default:
      return data;
  }
}

function keyOf(place: string): fc.Arbitrary<string> {
  const usualKeys = keys[place] ?? ["a", "b", "id"];
  const hostile = place === "paths" ? texts.map((text) => `/${text}`) : texts;
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...usualKeys) },
    { weight: place === "responses" ? 0 : 3, arbitrary: hostile },
  );
}

/** Anything. */
export const data: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    texts,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(texts, tie("value"), { maxKeys: 2 }),
  ),
})).value;

/** A document of the grammar of OpenAPI: every field may be there, hold what belongs there, or something hostile. */
export const documents: fc.Arbitrary<JsonObject> = object("document", 0).map((document) =>
  withComponents(document as JsonObject),
);

/** What refs lead to is there. */
function withComponents(document: JsonObject): JsonObject {
  const listed = isObject(document.components) ? document.components : {};
  const sections = [...componentSections].map(([kind, section]) => {
    const present = listed[section];
    const made: Record<string, JsonValue> = {};
    for (const name of ["a", "b", "constructor"]) made[name] = least[kind] ?? {};
    return [section, { ...made, ...(isObject(present) ? present : {}) }] as const;
  });
  return { ...document, components: { ...listed, ...Object.fromEntries(sections) } };
}

const least: Partial<Record<Kind, JsonObject>> = {
  schema: { type: "object", properties: { id: { type: "string" } } },
  response: { description: "Done." },
  parameter: { name: "q", in: "query", schema: { type: "string" } },
  requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/a" } } } },
  securityScheme: { type: "http", scheme: "bearer" },
};
