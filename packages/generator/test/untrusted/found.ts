import type { JsonObject, JsonValue } from "@trunkline/document";

const answer = (value: JsonValue): JsonObject => ({
  "200": { description: "Done.", content: { "application/json": { schema: value } } },
});

const operation = (more: JsonObject = {}): JsonObject => ({
  operationId: "pets.list",
  responses: { "204": { description: "Done." } },
  ...more,
});

const schemas = (more: JsonObject): JsonObject => ({
  components: { schemas: more },
  paths: { "/pets": { get: operation({ responses: answer({ $ref: "#/components/schemas/Pet" }) }) } },
});

const withExample = (Pet: JsonObject): JsonObject => ({
  components: { schemas: { Pet } },
  paths: {
    "/pets": {
      get: operation({
        parameters: [{ name: "a", in: "query", schema: { $ref: "#/components/schemas/Pet" }, example: "a" }],
      }),
    },
  },
});

const requestBody: JsonObject = { content: { "application/json": { schema: { type: "object" } } } };

/** What has no text of its own when a program asks for it. */
const textless: JsonObject = { toString: "x", valueOf: "y" };
const hidden = "\u202ea\u2028b";

/** Documents by which fuzzing found a fault, made small; each is refused with an error, or inert in every output. */
export const found: readonly [what: string, fate: "refused" | "inert", more: JsonObject][] = [
  ["a type that has no text", "inert", schemas({ Pet: { type: [textless] } })],
  ["a version of Swagger that has no text", "refused", { openapi: undefined as never, swagger: textless }],
  ["a version that has no text", "refused", { openapi: textless }],
  [
    "an environment that has no text",
    "refused",
    { servers: [{ url: "/", "x-trunkline": { environment: textless } }] },
  ],
  [
    "a value of an extension that has no text",
    "refused",
    { "x-trunkline": { version: 1, pagination: { a: { style: textless } } } },
  ],
  [
    "a scheme that is called as what every object has",
    "inert",
    {
      components: {
        securitySchemes: {
          toString: { type: "apiKey", in: "header", name: "X-Key" },
          valueOf: { type: "apiKey", in: "header", name: "X-App" },
        },
      },
      security: [{ toString: [], valueOf: [] } as never as JsonObject],
    },
  ],
  [
    "a server of an operation where the document has none",
    "inert",
    { servers: [], paths: { "/pets": { get: operation({ servers: [{ url: "/v2" }] }) } } },
  ],
  [
    "a letter that compilers do not know yet",
    "inert",
    {
      components: {
        schemas: {
          "\u{1c89}\u{a7da}": { title: "\u{1c89}", type: "object", properties: { "\u{1c89}a": {} } },
        },
      },
      paths: {
        "/\u{1c89}": {
          get: operation({
            operationId: "\u{1c89}.\u{a7da}",
            responses: answer({ $ref: "#/components/schemas/\u{1c89}\u{a7da}" }),
          }),
        },
      },
    },
  ],
  [
    "a letter beyond the first plane",
    "inert",
    schemas({ Pet: { title: "\u{10d4a}", properties: { "\u{105c0}": {} } } }),
  ],
  [
    "any media type",
    "inert",
    {
      paths: {
        "/pets": {
          get: operation({ responses: { "200": { description: "", content: { "*/*": { schema: {} } } } } }),
        },
      },
    },
  ],
  [
    "names of nothing that can be seen",
    "inert",
    {
      tags: [{ name: "\u200b", description: "\u200b" }],
      paths: {
        "/\u200b": { get: operation({ operationId: "\u200b", tags: ["\u200b"], summary: "\u200b" }) },
      },
      webhooks: {
        "\u200b": { post: operation({ operationId: "b", requestBody }) },
        "<b onclick=fired(1)>`": { post: operation({ operationId: "c", requestBody }) },
      },
    },
  ],
  [
    "an environment that hides",
    "refused",
    {
      servers: [
        { url: "https://a.test", "x-trunkline": { environment: `a${hidden}` } },
        { url: "https://b.test", description: hidden, "x-trunkline": { environment: hidden } },
      ],
    },
  ],
  [
    "environments that are described by what hides",
    "inert",
    {
      servers: [
        { url: "https://a.test", description: hidden },
        { url: "https://b.test", description: "\u200b" },
        { url: "https://c.test" },
      ],
      paths: { "/pets": { get: operation() } },
    },
  ],
  ["an event that hides", "inert", { webhooks: { [hidden]: { post: operation({ operationId: "hook" }) } } }],
  [
    "an operation whose name hides, with errors",
    "inert",
    {
      paths: {
        "/pets": {
          post: operation({
            operationId: hidden,
            responses: {
              ...answer({}),
              "422": {
                description: "No.",
                content: { "application/json": { schema: { type: "object", properties: { a: {} } } } },
              },
            },
          }),
        },
      },
    },
  ],
  [
    "code of a backtick before code with an address",
    "inert",
    {
      paths: { "/pets": { get: operation({ security: [{ key: ["`"] }, { key: ["www.evil.test"] }] }) } },
      components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
    },
  ],
  [
    "a resource whose name makes a file of more letters than any may have",
    "inert",
    {
      paths: {
        "/pets": {
          get: operation({ operationId: `f ${`${"a b ".repeat(10)}/`.repeat(15)}a` }),
          post: operation({ operationId: "x/y" }),
        },
      },
    },
  ],
  [
    "a schema that is itself and more",
    "refused",
    withExample({ multipleOf: 1, $ref: "#/components/schemas/Pet" }),
  ],
  [
    "a schema that holds itself",
    "inert",
    withExample({ oneOf: [{ allOf: [{ $ref: "#/components/schemas/Pet" }] }] }),
  ],
  [
    "a schema that is itself by allOf",
    "refused",
    withExample({ allOf: [{ $ref: "#/components/schemas/Pet" }] }),
  ],
  [
    "a path that is not an address",
    "inert",
    {
      paths: { "/%T/%41/100%": { get: operation({ operationId: "%T.%41" }) } },
      components: {
        schemas: { "a%b": { type: "object", properties: { "%": { $ref: "#/components/schemas/a%25b" } } } },
      },
    },
  ],
];

export function foundDocument(more: JsonObject): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1.0.0" },
    servers: [{ url: "https://shop.test" }],
    paths: {},
    ...more,
  };
}
