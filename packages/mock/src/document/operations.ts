import { arrayOf, isJsonObject, type Json, type JsonObject, objectOf, stringOf } from "./json.ts";
import type { OpenDocument } from "./open.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** What a document says about one operation, references followed one level deep. */
export interface DocumentOperation {
  /** `GET /programs/{id}`: unique in a document. */
  readonly route: string;
  readonly id: string | undefined;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  readonly deprecated: boolean;
  readonly parameters: readonly DocumentParameter[];
  readonly body: DocumentBody | undefined;
  readonly responses: readonly DocumentResponse[];
  /** Alternatives of schemes that are needed together; an empty list means that none is needed. */
  readonly security: readonly (readonly string[])[];
  readonly servers: readonly string[];
  /** The operation's `x-trunkline`, empty when there is none. */
  readonly extension: JsonObject;
}

export interface DocumentParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** Media type when the parameter is described by `content`. */
  readonly content: string | undefined;
  readonly schema: Json | undefined;
  readonly example: Json | undefined;
  readonly extension: JsonObject;
}

export interface DocumentBody {
  readonly required: boolean;
  readonly content: readonly DocumentContent[];
}

export interface DocumentContent {
  readonly type: string;
  readonly schema: Json | undefined;
  readonly examples: readonly DocumentExample[];
  readonly encoding: JsonObject;
}

export interface DocumentExample {
  readonly name: string;
  readonly value: Json;
}

export interface DocumentResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly content: readonly DocumentContent[];
  readonly headers: readonly string[];
}

/** All operations of a document, in its own order. */
export function readOperations(document: OpenDocument): readonly DocumentOperation[] {
  const operations: DocumentOperation[] = [];
  for (const [path, reference] of Object.entries(objectOf(document.root.paths))) {
    const item = objectOf(document.resolve(reference));
    for (const method of METHODS) {
      const operation = document.resolve(item[method]);
      if (isJsonObject(operation)) operations.push(readOperation(document, path, method, item, operation));
    }
  }
  return operations;
}

function readOperation(
  document: OpenDocument,
  path: string,
  method: string,
  item: JsonObject,
  operation: JsonObject,
): DocumentOperation {
  const upper = method.toUpperCase();
  const body = document.resolve(operation.requestBody);
  return {
    route: `${upper} ${path}`,
    id: stringOf(operation.operationId),
    method: upper,
    path,
    deprecated: operation.deprecated === true,
    parameters: readParameters(document, item, operation),
    body: isJsonObject(body)
      ? { required: body.required === true, content: readContent(document, body.content) }
      : undefined,
    responses: Object.entries(objectOf(operation.responses)).map(([status, reference]) => {
      const response = objectOf(document.resolve(reference));
      return {
        status,
        content: readContent(document, response.content),
        headers: Object.keys(objectOf(response.headers)),
      };
    }),
    security: arrayOf(operation.security ?? document.root.security).map((needed) =>
      Object.keys(objectOf(needed)),
    ),
    servers: [...arrayOf(item.servers), ...arrayOf(operation.servers)].flatMap(serverURL),
    extension: objectOf(operation["x-trunkline"]),
  };
}

/** URL of a server object with its variables filled in by their defaults. */
export function serverURL(server: Json): readonly string[] {
  const url = stringOf(objectOf(server).url);
  if (url === undefined) return [];
  const variables = objectOf(objectOf(server).variables);
  return [url.replace(/\{([^}]+)\}/g, (_, name: string) => String(objectOf(variables[name]).default ?? ""))];
}

function readParameters(
  document: OpenDocument,
  item: JsonObject,
  operation: JsonObject,
): readonly DocumentParameter[] {
  const found = new Map<string, DocumentParameter>();
  for (const reference of [...arrayOf(item.parameters), ...arrayOf(operation.parameters)]) {
    const parameter = readParameter(document, objectOf(document.resolve(reference)));
    found.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...found.values()];
}

function readParameter(document: OpenDocument, parameter: JsonObject): DocumentParameter {
  const place = stringOf(parameter.in) as DocumentParameter["in"];
  const style = stringOf(parameter.style) ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const [content] = readContent(document, parameter.content);
  const schema = content?.schema ?? parameter.schema;
  const resolved = objectOf(document.resolve(schema));
  const [first] = readExamples(document, parameter.examples);
  return {
    name: stringOf(parameter.name) ?? "",
    in: place,
    required: parameter.required === true,
    style,
    explode: typeof parameter.explode === "boolean" ? parameter.explode : style === "form",
    content: content?.type,
    schema,
    example:
      parameter.example ??
      first?.value ??
      content?.examples[0]?.value ??
      resolved.example ??
      arrayOf(resolved.examples)[0] ??
      resolved.default ??
      arrayOf(resolved.enum)[0] ??
      resolved.const,
    extension: objectOf(parameter["x-trunkline"]),
  };
}

function readContent(document: OpenDocument, content: Json | undefined): readonly DocumentContent[] {
  return Object.entries(objectOf(content)).map(([type, reference]) => {
    const media = objectOf(document.resolve(reference));
    const named = readExamples(document, media.examples);
    const single = media.example;
    return {
      type,
      schema: media.schema,
      examples: named.length === 0 && single !== undefined ? [{ name: "default", value: single }] : named,
      encoding: objectOf(media.encoding),
    };
  });
}

function readExamples(document: OpenDocument, examples: Json | undefined): readonly DocumentExample[] {
  return Object.entries(objectOf(examples)).flatMap(([name, reference]) => {
    const value = objectOf(document.resolve(reference)).value;
    return value === undefined ? [] : [{ name, value }];
  });
}
