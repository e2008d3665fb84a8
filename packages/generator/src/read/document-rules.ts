import { boolean, list, map, type ObjectRule, object, string } from "./object-shapes.ts";

const security = list(map(list(string)));
const docs = { description: string, externalDocs: object("externalDocs") };

/** What a document says of itself, of its servers and of its operations. */
export const documentRules: Readonly<
  Record<
    | "document"
    | "info"
    | "contact"
    | "license"
    | "server"
    | "serverVariable"
    | "tag"
    | "externalDocs"
    | "paths"
    | "pathItem"
    | "operation"
    | "components",
    ObjectRule
  >
> = {
  document: {
    title: "document",
    fields: {
      openapi: string,
      $self: string,
      info: object("info"),
      jsonSchemaDialect: string,
      servers: list(object("server")),
      paths: object("paths"),
      webhooks: map(object("pathItem")),
      components: object("components"),
      security,
      tags: list(object("tag")),
      externalDocs: object("externalDocs"),
    },
    required: ["openapi", "info"],
  },
  info: {
    title: "info object",
    fields: {
      title: string,
      summary: string,
      description: string,
      termsOfService: string,
      contact: object("contact"),
      license: object("license"),
      version: string,
    },
    required: ["title", "version"],
  },
  contact: { title: "contact object", fields: { name: string, url: string, email: string } },
  license: { title: "license object", fields: { name: string, identifier: string, url: string } },
  server: {
    title: "server object",
    fields: { url: string, name: string, description: string, variables: map(object("serverVariable")) },
    required: ["url"],
  },
  serverVariable: {
    title: "server variable",
    fields: { enum: list(string), default: string, description: string },
    required: ["default"],
  },
  tag: {
    title: "tag object",
    fields: { name: string, ...docs, summary: string, parent: string, kind: string },
    required: ["name"],
  },
  externalDocs: { title: "external documentation", fields: { url: string, description: string } },
  paths: {
    title: "paths object",
    fields: {},
    rest: { pattern: /^/, shape: object("pathItem"), hint: 'a path begins with "/"' },
  },
  pathItem: {
    title: "path item",
    fields: {
      summary: string,
      description: string,
      servers: list(object("server")),
      parameters: list(object("parameter")),
      get: object("operation"),
      put: object("operation"),
      post: object("operation"),
      delete: object("operation"),
      options: object("operation"),
      head: object("operation"),
      patch: object("operation"),
      trace: object("operation"),
      query: object("operation"),
      additionalOperations: map(object("operation")),
    },
  },
  operation: {
    title: "operation",
    fields: {
      tags: list(string),
      summary: string,
      ...docs,
      operationId: string,
      parameters: list(object("parameter")),
      requestBody: object("requestBody"),
      responses: object("responses"),
      callbacks: map(object("callback")),
      deprecated: boolean,
      security,
      servers: list(object("server")),
    },
  },
  components: {
    title: "components object",
    fields: {
      schemas: map(object("schema")),
      responses: map(object("response")),
      parameters: map(object("parameter")),
      examples: map(object("example")),
      requestBodies: map(object("requestBody")),
      headers: map(object("header")),
      securitySchemes: map(object("securityScheme")),
      links: map(object("link")),
      callbacks: map(object("callback")),
      pathItems: map(object("pathItem")),
      mediaTypes: map(object("mediaType")),
    },
  },
};
