import type { JsonObject, JsonValue } from "@trunkline/document";

const docs: JsonObject = { url: "https://docs.test/", description: "More.", "x-docs": "more" };

const everyKeyword: JsonObject = {
  $id: "https://schemas.test/every",
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $anchor: "every",
  $dynamicAnchor: "node",
  $vocabulary: { "https://json-schema.org/draft/2020-12/vocab/core": true },
  $comment: "A comment.",
  $defs: { inner: { type: "string", title: "Inner" } },
  definitions: { old: { type: "string" } },
  type: ["object", "null"],
  title: "Every keyword",
  description: "A schema with every keyword.",
  format: "custom",
  pattern: "^[a-z]*$",
  contentEncoding: "base64",
  contentMediaType: "text/plain",
  contentSchema: { type: "string" },
  const: { any: "value" },
  enum: ["one", "two"],
  default: { any: "value" },
  example: { any: "value" },
  examples: [{ any: "value" }],
  deprecated: false,
  readOnly: false,
  writeOnly: false,
  multipleOf: 1,
  maximum: 100,
  exclusiveMaximum: 101,
  minimum: 0,
  exclusiveMinimum: -1,
  maxLength: 100,
  minLength: 0,
  maxItems: 100,
  minItems: 0,
  uniqueItems: false,
  maxContains: 5,
  minContains: 0,
  maxProperties: 100,
  minProperties: 0,
  required: ["id"],
  dependentRequired: { id: ["name"] },
  dependencies: { id: ["name"] },
  properties: { id: { type: "string", description: "An id." }, name: { type: "string" } },
  patternProperties: { "^x-": { type: "string" } },
  additionalProperties: { type: "string", description: "Others." },
  propertyNames: { type: "string", maxLength: 1000 },
  unevaluatedProperties: { type: "string" },
  unevaluatedItems: { type: "string" },
  dependentSchemas: { id: { type: "object", description: "With an id." } },
  prefixItems: [{ type: "string" }],
  items: { type: "string" },
  contains: { type: "string" },
  allOf: [{ description: "All." }],
  anyOf: [{ description: "Any." }, { type: "object" }],
  oneOf: [{ description: "One." }],
  not: { type: "integer" },
  if: { type: "object" },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { description: "Then." },
  else: { description: "Else." },
  xml: {
    name: "every",
    namespace: "https://xml.test/",
    prefix: "e",
    attribute: false,
    wrapped: false,
    "x-xml": "x",
  },
  externalDocs: docs,
  discriminator: { propertyName: "id", mapping: { pet: "#/components/schemas/Pet" } },
  "x-schema": { any: "value" },
};

const pet: JsonObject = {
  type: "object",
  title: "A pet",
  description: "A pet of the shop.",
  required: ["kind", "name"],
  properties: {
    kind: { type: "string", enum: ["cat", "dog"], description: "Which one." },
    name: { type: "string", description: "Its name.", default: "Rex", examples: ["Tom"], pattern: "^.*$" },
    role: { const: "pet", title: "Role" },
    note: { type: "string", format: "date-time", minLength: 1, title: "Note", deprecated: true },
    owner: { type: "object", title: "Owner", properties: { email: { type: "string", example: "a@b.test" } } },
    code: { type: "string" },
    tags: { type: "array", items: { type: "string", enum: ["big", "small"] } },
    friend: { $ref: "#/components/schemas/Pet", description: "Another." },
  },
};

const mediaType = (example: JsonValue): JsonObject => ({
  schema: { $ref: "#/components/schemas/Pet" },
  examples: { first: { summary: "First.", description: "The first.", value: example, "x-example": "x" } },
  "x-media": "x",
});

const header: JsonObject = {
  description: "A header.",
  required: false,
  deprecated: false,
  allowEmptyValue: false,
  style: "simple",
  explode: false,
  allowReserved: false,
  schema: { type: "string", description: "Its text." },
  example: "value",
  "x-header": "x",
};

const response: JsonObject = {
  description: "A pet.",
  headers: { "X-Rate": header },
  content: { "application/json": mediaType({ kind: "cat", name: "Tom" }) },
  links: { next: { $ref: "#/components/links/Next" } },
  "x-response": "x",
};

const server: JsonObject = {
  url: "https://{region}.shop.test/v1",
  description: "Main.",
  name: "main",
  variables: {
    region: {
      enum: ["eu", "us"],
      default: "eu",
      description: "Where.",
      descriptions: "Where.",
      "x-variable": "x",
    },
  },
  "x-server": "x",
};

const parameter: JsonObject = {
  name: "limit",
  in: "query",
  description: "How many.",
  required: false,
  deprecated: false,
  allowEmptyValue: false,
  style: "form",
  explode: true,
  allowReserved: false,
  schema: { type: "string", description: "A number.", default: "20" },
  examples: { few: { summary: "Few.", value: "2" } },
  "x-parameter": "x",
};

const flow = (urls: JsonObject): JsonObject => ({
  ...urls,
  refreshUrl: "https://auth.test/refresh",
  scopes: { "pets:read": "Read pets." },
  "x-flow": "x",
});
const authorizationUrl = "https://auth.test/authorize";
const tokenUrl = "https://auth.test/token";

const trace = (id: string): JsonObject => ({
  operationId: id,
  tags: ["pets"],
  responses: { "200": { description: "Done." } },
});

/** A document in which every field of every object of OpenAPI 3.1 and every keyword of its schemas occurs. */
export function fullDocument(): JsonObject {
  return structuredClone({
    openapi: "3.2.0",
    $self: "https://docs.test/openapi.yaml",
    info: {
      title: "Pet Shop",
      summary: "Pets.",
      description: "A shop of pets.\n\n- cats\n- dogs",
      termsOfService: "https://shop.test/terms",
      contact: { name: "Desk", url: "https://shop.test/", email: "desk@shop.test", "x-contact": "x" },
      license: { name: "MIT", identifier: "MIT", url: "https://shop.test/license", "x-license": "x" },
      version: "1.0.0",
      "x-info": { any: "value" },
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    "x-trunkline": {
      version: 1,
      client: { name: "PetShop" },
      errors: { code: ["/code"], classes: { "404": "LostPetError" } },
      rateLimit: { remaining: "X-Rate" },
      retryAfter: [{ header: "X-Rate", format: "seconds" }],
      quotas: [
        {
          limit: 100,
          per: "minute",
          scope: "account",
          headers: { remaining: "X-Rate", reset: "X-Rate", only: { header: "X-Rate", value: "minute" } },
        },
      ],
      webhooks: {
        scheme: "hmac-body",
        signature: { header: "X-Sign", prefix: "sha256=" },
        secret: { encoding: "base64", prefix: "key_" },
        event: { header: "X-Event" },
        dedupe: ["/kind"],
      },
    },
    servers: [
      { ...server, "x-trunkline": { environment: "production" } },
      { url: "https://dev.shop.test", description: "Development." },
    ],
    security: [{ Key: [] }, { OAuth: ["pets:read"] }],
    tags: [
      { name: "pets", description: "Pets of the shop.", externalDocs: docs, "x-tag": "x" },
      { name: "files", summary: "Files.", parent: "shop", kind: "nav" },
    ],
    externalDocs: docs,
    paths: {
      "/pets/{petId}": {
        summary: "One pet.",
        description: "One pet of the shop.",
        servers: [server],
        parameters: [
          {
            name: "petId",
            in: "path",
            required: true,
            description: "Id of the pet.",
            schema: { type: "string" },
            example: "p1",
          },
        ],
        get: {
          tags: ["pets"],
          summary: "Get a pet",
          description: "Gets one pet. Use `pets.list` instead.",
          externalDocs: docs,
          operationId: "pets.get",
          parameters: [
            { $ref: "#/components/parameters/Limit" },
            {
              name: "X-Trace",
              in: "header",
              description: "Trace.",
              schema: { type: "string" },
              example: "t",
            },
            {
              name: "session",
              in: "cookie",
              description: "Session.",
              schema: { type: "string" },
              example: "s",
            },
            {
              name: "filter",
              in: "query",
              content: { "application/json": { schema: { type: "object" }, example: { a: "b" } } },
            },
          ],
          responses: {
            "200": { $ref: "#/components/responses/One" },
            "404": {
              description: "No such pet.",
              content: { "application/json": mediaType({ kind: "dog", name: "Rex" }) },
            },
            default: { description: "Something else." },
            "x-responses": "x",
          },
          deprecated: true,
          security: [{ Key: [] }],
          servers: [server],
          "x-operation": "x",
        },
        put: { ...trace("pets.replace"), requestBody: { $ref: "#/components/requestBodies/Pet" } },
        delete: trace("pets.delete"),
        options: trace("pets.options2"),
        head: trace("pets.head2"),
        patch: trace("pets.patch2"),
        trace: trace("pets.trace2"),
        query: { ...trace("pets.search"), requestBody: { $ref: "#/components/requestBodies/Pet" } },
        additionalOperations: { COPY: trace("pets.copy") },
        "x-path": "x",
      },
      "/pets": {
        post: {
          tags: ["pets"],
          operationId: "pets.create",
          summary: "Create a pet",
          requestBody: {
            description: "A new pet.",
            required: true,
            content: { "application/json": mediaType({ kind: "cat", name: "Tom" }) },
            "x-body": "x",
          },
          responses: {
            "201": {
              description: "Made.",
              content: { "text/plain": { schema: { type: "string" }, example: "ok" } },
            },
          },
          callbacks: {
            onPet: { "{$request.body#/name}": { post: trace("pets.onPet") }, "x-callback": "x" },
          },
        },
      },
      "/files": {
        post: {
          tags: ["files"],
          operationId: "files.upload",
          requestBody: {
            content: {
              "multipart/form-data": {
                schema: {
                  type: "object",
                  properties: { photo: { type: "string", format: "binary" }, meta: { type: "string" } },
                },
                example: { meta: "m" },
                encoding: {
                  meta: {
                    contentType: "text/plain",
                    headers: { "X-Part": header },
                    style: "form",
                    explode: true,
                    allowReserved: false,
                    "x-encoding": "x",
                  },
                },
              },
            },
          },
          responses: { "204": { description: "Stored." } },
        },
      },
      "x-paths": "x",
    },
    webhooks: {
      "pet.created": {
        post: {
          ...trace("hooks.created"),
          "x-trunkline": { webhook: { event: "pet.made" } },
          requestBody: { content: { "application/json": mediaType({ kind: "cat", name: "A" }) } },
        },
      },
    },
    components: {
      schemas: { Pet: pet, Every: everyKeyword },
      responses: { One: response },
      parameters: { Limit: parameter },
      examples: {
        Remote: { summary: "Elsewhere.", externalValue: "https://shop.test/example.json" },
        Data: { summary: "As data.", dataValue: { kind: "cat" } },
      },
      mediaTypes: { Rows: { itemSchema: { type: "string", description: "A row." }, "x-media": "x" } },
      requestBodies: {
        Pet: {
          description: "A pet.",
          content: { "application/json": mediaType({ kind: "dog", name: "Rex" }) },
        },
      },
      headers: {
        Rate: header,
        Whole: { description: "As JSON.", content: { "application/json": { schema: { type: "string" } } } },
        Many: { schema: { type: "string" }, examples: { one: { value: "1" } } },
      },
      securitySchemes: {
        Key: {
          type: "apiKey",
          name: "X-Key",
          in: "header",
          description: "A key.",
          "x-trunkline": { option: "apiKey", env: "PETS_KEY" },
          "x-scheme": "x",
        },
        Basic: {
          type: "http",
          scheme: "basic",
          description: "A name and a password.",
          "x-trunkline": { option: "username", env: "PETS_USER" },
        },
        Bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
        OAuth: {
          type: "oauth2",
          description: "OAuth.",
          deprecated: true,
          oauth2MetadataUrl: "https://auth.test/metadata",
          flows: {
            implicit: flow({ authorizationUrl }),
            password: flow({ tokenUrl }),
            clientCredentials: flow({ tokenUrl }),
            authorizationCode: flow({ authorizationUrl, tokenUrl }),
            deviceAuthorization: flow({ deviceAuthorizationUrl: authorizationUrl, tokenUrl }),
            "x-flows": "x",
          },
        },
        OpenId: {
          type: "openIdConnect",
          openIdConnectUrl: "https://auth.test/.well-known/openid-configuration",
        },
      },
      links: {
        Next: {
          operationId: "pets.get",
          parameters: { petId: "$response.body#/name" },
          requestBody: { any: "value" },
          body: { any: "value" },
          description: "The next.",
          server,
          "x-link": "x",
        },
        ByRef: { operationRef: "#/paths/~1pets/post", description: "By address." },
      },
      callbacks: { onPet: { "{$request.body#/name}": { post: trace("callbacks.onPet") } } },
      pathItems: { Shared: { summary: "Shared.", get: trace("shared.get") } },
      "x-components": "x",
    },
    "x-document": { any: ["value"] },
  }) as JsonObject;
}

/** Its exchange refers to names that stand in other places, which must not be spoilt. */
const Traded: JsonObject = {
  type: "http",
  scheme: "bearer",
  description: "A token that a key is traded for.",
  "x-trunkline": {
    option: "accessToken",
    env: "PETS_TRADED",
    exchange: {
      operation: "pets.create",
      option: "tradedKey",
      env: "PETS_TRADED_KEY",
      request: "/name",
      token: "/code",
      expiresIn: "/kind",
    },
  },
};

/**
 * A document with little in it: places whose text reaches an output as it is, on which the guards of outputs are judged,
 * and those that may refuse a text.
 */
export function smallDocument(): JsonObject {
  const { openapi, info, tags, "x-trunkline": extension, servers, components } = fullDocument();
  const { parameters, responses, requestBodies, links, examples, securitySchemes } = components as JsonObject;
  const { Key } = securitySchemes as JsonObject;
  const { title, description, format, enum: values, default: usual, discriminator } = everyKeyword;
  const missing = {
    description: "No such pet.",
    content: { "application/json": mediaType({ kind: "dog", name: "Rex" }) },
  };
  return {
    openapi,
    info,
    tags,
    servers,
    "x-trunkline": extension,
    security: [{ Key: [] }],
    paths: {
      "/pets": {
        post: {
          tags: ["pets"],
          operationId: "pets.create",
          summary: "Create a pet",
          description: "Creates one.",
          parameters: [{ $ref: "#/components/parameters/Limit" }],
          requestBody: { $ref: "#/components/requestBodies/Pet" },
          responses: { "200": { $ref: "#/components/responses/One" }, "404": missing },
          callbacks: { onPet: { "{$request.body#/name}": { post: trace("pets.onPet") } } },
        },
        get: { ...trace("pets.get"), security: [{ Key: [] }] },
      },
    },
    components: {
      schemas: {
        Pet: pet,
        Every: { type: ["string", "null"], title, description, format, enum: values, default: usual },
        Kinds: { type: "object", oneOf: [{ $ref: "#/components/schemas/Pet" }], discriminator },
      },
      parameters,
      responses,
      requestBodies,
      links,
      examples,
      securitySchemes: { Key, Traded },
    },
  } as JsonObject;
}
