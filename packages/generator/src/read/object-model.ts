/** The objects of OpenAPI 3. */
export type Kind =
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
  | "parameter"
  | "header"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "responses"
  | "response"
  | "callback"
  | "link"
  | "example"
  | "schema"
  | "discriminator"
  | "xml"
  | "securityScheme"
  | "oauthFlows"
  | "oauthFlow"
  | "components";

/** What may stand in a place. `data` is a value that is no part of the model: examples, defaults, extensions. */
export type Shape =
  | { readonly is: "data" }
  | { readonly is: "string" }
  | { readonly is: "number" }
  | { readonly is: "boolean" }
  | { readonly is: "object"; readonly kind: Kind }
  | { readonly is: "map"; readonly of: Shape }
  | { readonly is: "list"; readonly of: Shape };

/** Keys of an object. */
export interface ObjectRule {
  readonly title: string;
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** Keys that are no fixed ones: path templates, statuses, callback expressions. */
  readonly rest?: { readonly pattern: RegExp; readonly shape: Shape; readonly hint: string };
  /** Keys outside {@link fields} are allowed (JSON Schema's). */
  readonly open?: true;
}

const data: Shape = { is: "data" };
const string: Shape = { is: "string" };
const number: Shape = { is: "number" };
const boolean: Shape = { is: "boolean" };
const object = (kind: Kind): Shape => ({ is: "object", kind });
const map = (of: Shape): Shape => ({ is: "map", of });
const list = (of: Shape): Shape => ({ is: "list", of });

const security = list(map(list(string)));
const docs = { description: string, externalDocs: object("externalDocs") };

const headerFields = {
  description: string,
  required: boolean,
  deprecated: boolean,
  allowEmptyValue: boolean,
  style: string,
  explode: boolean,
  allowReserved: boolean,
  schema: object("schema"),
  content: map(object("mediaType")),
  example: data,
  examples: map(object("example")),
};

export const objectModel: Readonly<Record<Kind, ObjectRule>> = {
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
  parameter: {
    title: "parameter",
    fields: { name: string, in: string, ...headerFields },
    required: ["name", "in"],
  },
  header: { title: "header object", fields: headerFields },
  requestBody: {
    title: "request body",
    fields: { description: string, content: map(object("mediaType")), required: boolean },
  },
  mediaType: {
    title: "media type",
    fields: {
      schema: object("schema"),
      itemSchema: object("schema"),
      example: data,
      examples: map(object("example")),
      encoding: map(object("encoding")),
    },
  },
  encoding: {
    title: "encoding object",
    fields: {
      contentType: string,
      headers: map(object("header")),
      style: string,
      explode: boolean,
      allowReserved: boolean,
    },
  },
  responses: {
    title: "responses object",
    fields: { default: object("response") },
    rest: {
      pattern: /^[1-5](\d\d|XX)$/,
      shape: object("response"),
      hint: 'a status is a number from 100 to 599, a range such as "4XX", or "default"',
    },
  },
  response: {
    title: "response",
    fields: {
      summary: string,
      description: string,
      headers: map(object("header")),
      content: map(object("mediaType")),
      links: map(object("link")),
    },
  },
  callback: {
    title: "callback",
    fields: {},
    rest: { pattern: /^/, shape: object("pathItem"), hint: "" },
  },
  link: {
    title: "link",
    fields: {
      operationRef: string,
      operationId: string,
      parameters: map(data),
      requestBody: data,
      description: string,
      server: object("server"),
    },
  },
  example: {
    title: "example object",
    fields: { summary: string, description: string, value: data, dataValue: data, externalValue: string },
  },
  schema: {
    title: "schema",
    fields: {
      title: string,
      description: string,
      format: string,
      pattern: string,
      required: list(string),
      enum: list(data),
      properties: map(object("schema")),
      patternProperties: map(object("schema")),
      dependentSchemas: map(object("schema")),
      $defs: map(object("schema")),
      definitions: map(object("schema")),
      allOf: list(object("schema")),
      anyOf: list(object("schema")),
      oneOf: list(object("schema")),
      prefixItems: list(object("schema")),
      items: object("schema"),
      additionalProperties: object("schema"),
      unevaluatedProperties: object("schema"),
      unevaluatedItems: object("schema"),
      contains: object("schema"),
      propertyNames: object("schema"),
      contentSchema: object("schema"),
      not: object("schema"),
      if: object("schema"),
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: object("schema"),
      else: object("schema"),
      minimum: number,
      maximum: number,
      multipleOf: number,
      minLength: number,
      maxLength: number,
      minItems: number,
      maxItems: number,
      minProperties: number,
      maxProperties: number,
      uniqueItems: boolean,
      nullable: boolean,
      readOnly: boolean,
      writeOnly: boolean,
      deprecated: boolean,
      discriminator: object("discriminator"),
      xml: object("xml"),
      externalDocs: object("externalDocs"),
      contentEncoding: string,
      contentMediaType: string,
    },
    open: true,
  },
  discriminator: {
    title: "discriminator",
    fields: { propertyName: string, mapping: map(string) },
    required: ["propertyName"],
  },
  xml: {
    title: "xml object",
    fields: { name: string, namespace: string, prefix: string, attribute: boolean, wrapped: boolean },
  },
  securityScheme: {
    title: "security scheme",
    fields: {
      type: string,
      description: string,
      name: string,
      in: string,
      scheme: string,
      bearerFormat: string,
      flows: object("oauthFlows"),
      openIdConnectUrl: string,
      oauth2MetadataUrl: string,
      deprecated: boolean,
    },
    required: ["type"],
  },
  oauthFlows: {
    title: "oauth flows",
    fields: {
      implicit: object("oauthFlow"),
      password: object("oauthFlow"),
      clientCredentials: object("oauthFlow"),
      authorizationCode: object("oauthFlow"),
      deviceAuthorization: object("oauthFlow"),
    },
  },
  oauthFlow: {
    title: "oauth flow",
    fields: {
      authorizationUrl: string,
      deviceAuthorizationUrl: string,
      tokenUrl: string,
      refreshUrl: string,
      scopes: map(string),
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

/** Keys that objects have since OpenAPI 3.2: in older documents they mean nothing. */
export const keysOfThreeTwo: ReadonlyMap<Kind, ReadonlySet<string>> = new Map<Kind, ReadonlySet<string>>([
  ["document", new Set(["$self"])],
  ["server", new Set(["name"])],
  ["tag", new Set(["summary", "parent", "kind"])],
  ["pathItem", new Set(["query", "additionalOperations"])],
  ["mediaType", new Set(["itemSchema"])],
  ["example", new Set(["dataValue"])],
  ["response", new Set(["summary"])],
  ["securityScheme", new Set(["oauth2MetadataUrl", "deprecated"])],
  ["oauthFlows", new Set(["deviceAuthorization"])],
  ["oauthFlow", new Set(["deviceAuthorizationUrl"])],
  ["components", new Set(["mediaTypes"])],
]);

/** Where a kind of object has its home; the others are copied to where they are referred to. */
export const componentSections: ReadonlyMap<Kind, string> = new Map([
  ["schema", "schemas"],
  ["response", "responses"],
  ["parameter", "parameters"],
  ["example", "examples"],
  ["requestBody", "requestBodies"],
  ["header", "headers"],
  ["securityScheme", "securitySchemes"],
  ["link", "links"],
  ["callback", "callbacks"],
]);
