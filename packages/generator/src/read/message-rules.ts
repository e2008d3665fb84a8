import { boolean, data, map, type ObjectRule, object, string } from "./object-shapes.ts";

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

/** What travels: parameters, bodies and answers. */
export const messageRules: Readonly<
  Record<
    | "parameter"
    | "header"
    | "requestBody"
    | "mediaType"
    | "encoding"
    | "responses"
    | "response"
    | "callback"
    | "link"
    | "example",
    ObjectRule
  >
> = {
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
};
