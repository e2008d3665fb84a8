import type { JsonObject } from "@trunkline/document";

/** A Swagger 2.0 document in which everything occurs that the converter reads. */
export function fullSwagger(): JsonObject {
  return {
    swagger: "2.0",
    info: {
      title: "Pets",
      version: "1",
      description: "All of them.",
      termsOfService: "https://shop.test/terms",
      contact: { name: "Desk", url: "https://shop.test", email: "desk@shop.test" },
      license: { name: "MIT", url: "https://shop.test/license" },
    },
    host: "shop.test",
    basePath: "/v1",
    schemes: ["https"],
    consumes: ["application/json"],
    produces: ["application/json", "application/xml"],
    tags: [
      {
        name: "pets",
        description: "Pets.",
        externalDocs: { description: "More.", url: "https://shop.test/pets" },
      },
    ],
    externalDocs: { description: "All.", url: "https://shop.test/docs" },
    security: [{ key: [] }],
    securityDefinitions: {
      key: { type: "apiKey", in: "header", name: "X-Key", description: "A key." },
      basic: { type: "basic", description: "A name and a word." },
      code: {
        type: "oauth2",
        flow: "accessCode",
        authorizationUrl: "https://shop.test/authorize",
        tokenUrl: "https://shop.test/token",
        scopes: { "pets:read": "Read them." },
        description: "A token.",
      },
    },
    paths: {
      "/pets/{id}": {
        parameters: [{ $ref: "#/parameters/Id" }],
        get: {
          operationId: "getPet",
          tags: ["pets"],
          summary: "Get a pet",
          description: "One of them.",
          deprecated: false,
          security: [{ code: ["pets:read"] }],
          parameters: [
            {
              name: "colours",
              in: "query",
              description: "Some.",
              type: "array",
              items: { type: "string", enum: ["red", "blue"], default: "red" },
              collectionFormat: "multi",
            },
            {
              name: "X-Trace",
              in: "header",
              description: "Of the call.",
              type: "string",
              pattern: "^[a-z]+$",
              default: "a",
            },
          ],
          responses: {
            "200": {
              description: "The pet.",
              schema: { $ref: "#/definitions/Pet" },
              headers: { "X-Rest": { type: "string", description: "What is left.", enum: ["a"] } },
              examples: { "application/json": { id: "p1", kind: "cat" } },
            },
            default: { $ref: "#/responses/Bad" },
          },
        },
        put: {
          operationId: "putPet",
          parameters: [
            {
              name: "pet",
              in: "body",
              description: "It.",
              required: true,
              schema: { $ref: "#/definitions/Pet" },
            },
          ],
          responses: { "204": { description: "Done." } },
        },
        post: {
          operationId: "sendPhoto",
          consumes: ["multipart/form-data"],
          parameters: [
            { name: "photo", in: "formData", description: "A file.", required: true, type: "file" },
            { name: "title", in: "formData", description: "A title.", type: "string", enum: ["a", "b"] },
          ],
          responses: { "200": { description: "Done.", schema: { type: "file" } } },
        },
      },
    },
    parameters: { Id: { name: "id", in: "path", description: "Of a pet.", required: true, type: "string" } },
    responses: { Bad: { description: "Bad.", schema: { $ref: "#/definitions/Problem" } } },
    definitions: {
      Pet: {
        type: "object",
        title: "A pet",
        description: "Of the shop.",
        discriminator: "kind",
        required: ["id", "kind"],
        properties: {
          id: { type: "string", description: "Its id.", readOnly: true, example: "p1" },
          kind: { type: "string", enum: ["cat", "dog"], default: "cat" },
          link: { type: "string", format: "uri", pattern: "^https:" },
        },
        additionalProperties: { type: "string" },
        externalDocs: { url: "https://shop.test/pet" },
        xml: { name: "pet", prefix: "p", namespace: "https://shop.test/xml" },
        example: { id: "p1", kind: "cat" },
      },
      cat: { allOf: [{ $ref: "#/definitions/Pet" }, { properties: { lives: { type: "integer" } } }] },
      Problem: { type: "object", properties: { message: { type: "string" } } },
    },
  };
}
