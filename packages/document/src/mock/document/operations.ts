import type { Read } from "../../extension.ts";
import { isObject, type JsonObject, type JsonValue, listOf, objectOf, textOf } from "../../json.ts";
import { operationsOfItem } from "../../methods.ts";
import { sentPath } from "../../sent-path.ts";
import { segmentTemplate } from "../template.ts";
import { type DocumentContent, readContent } from "./content.ts";
import { operationExtension } from "./guesses.ts";
import { headerSamples } from "./header-samples.ts";
import type { OpenDocument } from "./open-document.ts";
import { type DocumentParameter, readParameters } from "./parameters.ts";

/** What a document says about one operation, references followed one level deep. */
export interface DocumentOperation {
  /** `GET /programs/{id}`: unique in a document. */
  readonly route: string;
  readonly id: string | undefined;
  /** As it is sent. */
  readonly method: string;
  /** Template of what is sent, without the query that it fixes. */
  readonly path: string;
  /** The query that every request has. */
  readonly fixedQuery: readonly (readonly [string, string])[];
  readonly deprecated: boolean;
  readonly parameters: readonly DocumentParameter[];
  readonly body: DocumentBody | undefined;
  readonly responses: readonly DocumentResponse[];
  /** Alternatives of schemes that are needed together; an empty list means that none is needed. */
  readonly security: readonly (readonly string[])[];
  readonly servers: readonly string[];
  /** The operation's `x-trunkline`, empty when there is none. */
  readonly extension: Read<"operation">;
}

export interface DocumentBody {
  readonly required: boolean;
  readonly content: readonly DocumentContent[];
}

export interface DocumentResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly content: readonly DocumentContent[];
  readonly headers: readonly string[];
  /** A value of each of them that the document shows or allows, as it is sent. */
  readonly headerSamples: readonly (readonly [name: string, value: string])[];
}

/** All operations of a document, in its own order. */
export function readOperations(document: OpenDocument): readonly DocumentOperation[] {
  const operations: DocumentOperation[] = [];
  for (const [path, reference] of Object.entries(objectOf(document.root.paths))) {
    const item = objectOf(document.resolve(reference));
    for (const { method, operation: reference } of operationsOfItem(item)) {
      const operation = document.resolve(reference);
      if (isObject(operation)) operations.push(readOperation(document, path, method, item, operation));
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
  const body = document.resolve(operation.requestBody);
  const sent = sentPath(path);
  // A pair whose value is a parameter is that parameter's.
  const fixedQuery = [...new URLSearchParams(sent.query)].filter(([, value]) => !/^\{.*\}$/.test(value));
  return {
    route: `${method} ${path}`,
    id: textOf(operation.operationId),
    method,
    path: sent.path,
    fixedQuery,
    deprecated: operation.deprecated === true,
    parameters: readParameters(document, item, operation),
    body: isObject(body)
      ? { required: body.required === true, content: readContent(document, body.content) }
      : undefined,
    responses: Object.entries(objectOf(operation.responses)).map(([status, reference]) => {
      const response = objectOf(document.resolve(reference));
      return {
        status,
        content: readContent(document, response.content),
        headers: Object.keys(objectOf(response.headers)),
        headerSamples: headerSamples(document, response.headers),
      };
    }),
    security: listOf(operation.security ?? document.root.security).map((needed) =>
      Object.keys(objectOf(needed)),
    ),
    servers: [...listOf(item.servers), ...listOf(operation.servers)].flatMap(serverURL),
    extension: operationExtension(document, `${method} ${path}`, operation),
  };
}

/** URL of a server object with its variables filled in by their defaults. */
export function serverURL(server: JsonValue): readonly string[] {
  const url = textOf(objectOf(server).url);
  if (url === undefined) return [];
  const variables = objectOf(objectOf(server).variables);
  const { literals, names } = segmentTemplate(url);
  const value = (name: string | undefined): string =>
    name === undefined ? "" : String(objectOf(variables[name]).default ?? "");
  return [literals.map((literal, index) => literal + value(names[index])).join("")];
}

/** The response that a status stands for: its own entry, its family's, or `default`. Without a status, the lowest 2xx. */
export function responseOf(
  { responses }: DocumentOperation,
  status: number | undefined,
): DocumentResponse | undefined {
  if (status === undefined) {
    const successes = responses.filter((one) => /^2(\d\d|XX)$/.test(one.status));
    if (successes.length > 0) return successes.reduce((low, one) => (one.status < low.status ? one : low));
  }
  const keys = status === undefined ? ["default"] : [String(status), `${String(status)[0]}XX`, "default"];
  for (const key of keys) {
    const found = responses.find((one) => one.status === key);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function contentOf(
  operation: DocumentOperation,
  status: number | undefined,
): readonly DocumentContent[] {
  return responseOf(operation, status)?.content ?? [];
}
