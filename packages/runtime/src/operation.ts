import type { ErrorContext } from "./errors/trunkline-error.ts";
import type { ServerTemplate } from "./server-parts.ts";

/** An HTTP method that documents have a key for. */
export type Method = "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "PATCH" | "DELETE" | "TRACE" | "QUERY";

/** A value that can stand in a path. */
export type PathValue = string | number | bigint | boolean | Date;

/**
 * Writes a value into its place in a request: a segment of the path, a pair of the query, a header field, a cookie or a
 * field of a form. `undefined` where the value writes nothing.
 *
 * @param where what the value is, at the start of a sentence
 */
export type WriteValue = (name: string, value: unknown, where: string) => string | undefined;

/** A parameter that is not written in the usual way of its place (path, query, header or cookie). */
export interface Parameter {
  readonly name: string;
  /** The text, encoded for its place; "" or `undefined` where the value writes nothing. */
  readonly write: WriteValue;
}

/** Parameters that travel in header fields; made by `headerParameters` and `cookieParameters`. */
export interface ParameterGroup {
  readonly names: readonly string[];
  /** Header fields with the given values. */
  write(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>>;
}

/** What can be given to `fetch` as a body. */
export type WireBody = string | Uint8Array | ArrayBuffer | Blob | FormData | ReadableStream;

/** A body, ready to be sent. */
export interface EncodedBody {
  /** The body itself, or a function that makes it anew for every attempt. */
  readonly body: WireBody | (() => WireBody);
  /** `undefined`: fetch sets it itself (multipart boundary). */
  readonly contentType: string | undefined;
  /** False for a stream that exists only once: such a request is never repeated. */
  readonly repeatable: boolean;
  /** Lets go of what such a body has opened, once its attempt is over. */
  readonly close?: ((body: WireBody) => void) | undefined;
}

/** Makes a body of what the caller gave; a plug-in, so that unused encodings cost nothing. */
export interface BodyEncoder {
  /** "fields": gets what is left of params; "body": gets `params.body`. */
  readonly in: "fields" | "body";
  /** Type of an object that is a whole body of this form, by its tag; it may stand in place of the fields. */
  readonly whole?: "FormData" | "URLSearchParams" | undefined;
  encode(value: unknown): EncodedBody;
}

/**
 * Reads and writes the 64-bit integers of an operation; made by `int64`. Each function changes values inside of what it
 * is given.
 */
export interface Int64Fields {
  /** @throws {UsageError} for a number that has lost digits */
  readonly request?: ((places: object) => void) | undefined;
  readonly answer?: ((holder: [value: unknown]) => void) | undefined;
  readonly error?: ((holder: [value: unknown]) => void) | undefined;
}

/** What a {@link ResponseReader} needs to read a body, and to fail where it cannot. */
export interface AnswerFacts {
  /** Which call it belongs to. */
  readonly context: ErrorContext;
  /**
   * The error of an answer that is not what it should be.
   *
   * @param what what it is instead, given its content type
   * @param text what shows it
   */
  invalid(what: (contentType: string) => string, text: string): Error;
  /**
   * The error of a stream that says that it failed.
   *
   * @param text what it says
   */
  failed(text: string): Error;
  /** The value of a JSON text that is a part of the answer. @throws SyntaxError */
  parse(text: string): unknown;
}

/** Reads a successful answer; a plug-in for media types beyond the built-in ones. */
export interface ResponseReader {
  /** Value of the `Accept` header. */
  readonly accept: string;
  /**
   * True if the value is read piece by piece after the call has resolved. `timeout` then ends with the headers, and
   * `idleTimeout` watches over the body.
   *
   * @default false
   */
  readonly streams?: boolean | undefined;
  /** The value, or a promise of it. */
  read(response: Response, facts: AnswerFacts): unknown;
}

/** How an operation takes many rows. Pointers are JSON pointers (RFC 6901). */
export interface BulkDefinition {
  /** Where the list of rows stands in params. */
  readonly rows: string;
  /** Most rows of one request, if the vendor states a limit. */
  readonly max?: number | undefined;
  /** Where a row has the value by which the vendor identifies it. */
  readonly key?: string | undefined;
  /** How long the vendor remembers an idempotency key, in seconds. */
  readonly keyLife?: number | undefined;
  /** Where the answer counts rows, and says which of them failed. */
  readonly answer: BulkAnswer;
}

/** Where an answer tells of its rows. */
export interface BulkAnswer {
  /** Number of rows that arrived. */
  readonly received?: string | undefined;
  /** Counts of accepted rows; they are added up. */
  readonly accepted?: readonly string[] | undefined;
  /** Number of rows that failed. */
  readonly failed?: string | undefined;
  /** The list of rows that failed, in successes and in refusals. */
  readonly errors?: BulkErrors | undefined;
}

/** Where the list of failed rows is, and where each entry says which row failed, and why. */
export interface BulkErrors {
  readonly at: string;
  /** Number of the row within the request. */
  readonly row?: string | undefined;
  /** The value by which the vendor identifies the row, in place of its number. */
  readonly key?: string | undefined;
  /** Number of the first row. @default 0 */
  readonly base?: number | undefined;
  readonly field?: string | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/** One operation of a document, as data. Written by the generator. */
export interface Operation {
  /** `resource.method`. */
  readonly id: string;
  /** HTTP method, as it is sent: one of {@link Method}, or any other. */
  readonly method: string;
  /** Template with parameters in braces: `/programs/{id}`. */
  readonly path: string;
  /** Writers of parameters that are not plain `simple`. */
  readonly pathStyles?: Readonly<Record<string, WriteValue>> | undefined;
  readonly query?: readonly (string | Parameter)[] | undefined;
  readonly header?: ParameterGroup | undefined;
  readonly cookie?: ParameterGroup | undefined;
  /** Where names of parameters clash: the field of params that holds all parameters of one group. */
  readonly nested?:
    | {
        readonly query?: string | undefined;
        readonly header?: string | undefined;
        readonly body?: string | undefined;
      }
    | undefined;
  /** "fields": what is left of params is the JSON object; "body": `params.body` is the JSON value. */
  readonly body?: "fields" | "body" | BodyEncoder | undefined;
  /** A "fields" body with `required: true` is sent even when no field is given. */
  readonly bodyRequired?: boolean | undefined;
  /** The operation declares the idempotency header. */
  readonly keyed?: boolean | "auto" | "explicit" | undefined;
  /** Overrides the definition's; `[]` = none is sent. */
  readonly security?: readonly (readonly string[])[] | undefined;
  readonly retry?: "never" | "always" | undefined;
  /** Named groups of the document's quotas that it counts in. */
  readonly quotas?: readonly string[] | undefined;
  /**
   * Pointer to the value that the method returns. Of several pointers, the first that finds something is used. `false`:
   * the whole body.
   */
  readonly data?: string | readonly string[] | false | undefined;
  /** @default "json" */
  readonly response?: "json" | "text" | "binary" | "none" | ResponseReader | undefined;
  /** An answer that should be JSON may have no body, and gives `undefined` then. @default false */
  readonly mayBeEmpty?: boolean | undefined;
  readonly int64?: Int64Fields | undefined;
  /** Writes dates without a time; made by `dateFields`. It changes values inside of what it is given. */
  readonly dates?: ((given: object) => void) | undefined;
  /** @default "application/json" for JSON, else any type */
  readonly accept?: string | undefined;
  /** For an operation that takes rows: how a method sends any number of them in several requests. */
  readonly bulk?: BulkDefinition | undefined;
  /** Base URL of an operation that has a server of its own. The client's options set the variables in it. */
  readonly server?: string | ServerTemplate | undefined;
}

/** `params` of a method whose operation has none. */
export type NoParams = { readonly [name: string]: never };
