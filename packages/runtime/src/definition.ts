import type { SecurityScheme } from "./credentials/scheme.ts";
import type { APIErrorClass } from "./errors/api-error.ts";
import type { ErrorContext } from "./errors/trunkline-error.ts";
import type { RequestOptions } from "./options.ts";
import type { APIPromise, StartCall } from "./promise.ts";
import type { Scrubber } from "./secrets/scrubber.ts";

/** An HTTP method that an operation can have. */
export type Method = "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "PATCH" | "DELETE" | "TRACE";

/** How a vendor's hint about waiting is written: a span, or a point in time in Unix seconds. */
export type HintFormat = "seconds" | "milliseconds" | "epochSeconds";

/** A status, or a family: every status from 400 to 499, or from 500 to 599. */
export type StatusPattern = number | "4XX" | "5XX";

/** What a vendor says about repeating requests; overrides the house's table row by row. */
export interface RetryPolicy {
  /** Methods that are never repeated once they were (possibly) sent. */
  readonly never?: readonly Method[] | undefined;
  /** Statuses after which a request may be sent again. @default 408, 425, 429 and 5XX but 501 and 505 */
  readonly statuses?: readonly StatusPattern[] | undefined;
  /** Statuses that prove that nothing was done, so that any request may be repeated. */
  readonly notProcessed?: readonly StatusPattern[] | undefined;
  /** Longest hint that is waited for, in milliseconds. @default 60_000 */
  readonly maxRetryAfterMs?: number | undefined;
  /**
   * The same in seconds, as packages of earlier generators say it.
   * @deprecated Use `maxRetryAfterMs`.
   */
  readonly maxRetryAfter?: number | undefined;
}

/** Where a vendor says how long to wait, besides `Retry-After`; read on 429 alone. */
export type RetryHint =
  | { readonly header: string; readonly format: HintFormat }
  | { readonly body: string; readonly format: HintFormat };

/** Where an error answer holds what a person needs; every pointer list is tried in order. */
export interface ErrorShape {
  readonly code?: readonly string[] | undefined;
  readonly message?: readonly string[] | undefined;
  readonly details?: readonly string[] | undefined;
  readonly requestId?: readonly string[] | undefined;
  /** Header names that may hold the request id, tried before the body. */
  readonly requestIdHeaders?: readonly string[] | undefined;
  /** Class of errors whose status has no class of its own. */
  readonly base?: APIErrorClass | undefined;
  /** Vendor classes by status ("404") or family ("4XX", "5XX"). */
  readonly classes?: Readonly<Record<string, APIErrorClass>> | undefined;
}

/** How a vendor takes idempotency keys; made by `idempotencyKeys`. */
export interface IdempotencyKeys {
  /** Header field that carries the key, in lower case. */
  readonly header: string;
  /**
   * The key of a call whose operation declares one.
   *
   * @param policy the operation's own, in place of the vendor's
   * @param given the caller's key, as an option or as the header field
   * @throws {UsageError} for one that is blank or cannot be sent
   */
  make(policy: "auto" | "explicit" | undefined, given: unknown): string | undefined;
}

/** An address with variables, which options set; made by `serverVariables`. */
export interface ServerTemplate {
  (options: Readonly<Record<string, unknown>>): string;
  /** Names of the options that set its variables. */
  readonly options?: readonly string[] | undefined;
}

/** Everything that one vendor's client is, as data. Written by the generator. */
export interface ClientDefinition {
  /** Class name of the client; stands on errors, so that a vendor's guards know their own. */
  readonly name: string;
  readonly userAgent: string;
  /** Named base URLs; the first one is the default. */
  readonly environments: Readonly<Record<string, string | ServerTemplate>>;
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** Alternatives of schemes that are needed together; `[]` = none. */
  readonly security: readonly (readonly string[])[];
  /** True where keys are meant for browsers. @default false */
  readonly browser?: boolean | undefined;
  readonly idempotency?: IdempotencyKeys | undefined;
  readonly retry?: RetryPolicy | undefined;
  readonly retryAfter?: readonly RetryHint[] | undefined;
  /** Names of informative rate-limit headers; they are logged. */
  readonly rateLimit?:
    | {
        readonly limit?: string | undefined;
        readonly remaining?: string | undefined;
        readonly reset?: string | undefined;
      }
    | undefined;
  /** Pointers into successful answers; of several places of the value the first that is there counts. */
  readonly envelope?:
    | {
        readonly data?: string | readonly string[] | undefined;
        readonly requestId?: string | undefined;
      }
    | undefined;
  readonly errors?: ErrorShape | undefined;
}

/** A value that can stand in a path. */
export type PathValue = string | number | bigint | boolean | Date;

/**
 * Writes a path parameter in another style than `simple`; made by `pathParameter`.
 *
 * @param where what the value is, at the start of a sentence
 */
export type PathWriter = (
  name: string,
  value: unknown,
  where: string,
  encode: (text: string, where: string) => string,
) => string;

/** A query parameter that is not plain `form`, exploded; made by `queryParameter`. */
export interface QueryParameter {
  readonly name: string;
  /** The pairs, or "" where the value writes nothing. `where` says what the value is, at the start of a sentence. */
  write(value: unknown, where: string): string;
}

/** Parameters that travel in the header; made by `headerParameters` and `cookieParameters`. */
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
  encode(value: unknown): EncodedBody;
}

/** Reads a successful answer; a plug-in for media types beyond the built-in ones. */
export interface ResponseReader {
  /** Value of the `Accept` header. */
  readonly accept: string;
  /**
   * The value is read bit by bit after the call: the attempt's time ends at the headers, and `idleTimeout` takes over.
   *
   * @default false
   */
  readonly streams?: boolean | undefined;
  /**
   * @param context which call it belongs to, for errors
   * @param scrub takes the call's secrets out of what is shown
   */
  read(response: Response, context: ErrorContext, scrub: Scrubber): unknown;
}

/** One operation of a document, as data. Written by the generator. */
export interface Operation {
  /** `resource.method`. */
  readonly id: string;
  readonly method: Method;
  /** Template with parameters in braces: `/programs/{id}`. */
  readonly path: string;
  /** Writers of parameters that are not plain `simple`. */
  readonly pathStyles?: Readonly<Record<string, PathWriter>> | undefined;
  readonly query?: readonly (string | QueryParameter)[] | undefined;
  readonly header?: ParameterGroup | undefined;
  readonly cookie?: ParameterGroup | undefined;
  /** Group -> name of the params field that holds it, where names clash. */
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
  /** Pointer of the value that the method returns, or several of which the first that is there counts; false = the whole body. */
  readonly data?: string | readonly string[] | false | undefined;
  /** @default "json" */
  readonly response?: "json" | "text" | "binary" | "none" | ResponseReader | undefined;
  /** @default "application/json" for JSON, else any type */
  readonly accept?: string | undefined;
  /** Base URL of an operation that lives elsewhere. */
  readonly server?: string | undefined;
}

/** What a page style needs in order to walk: one operation with one caller's arguments. */
export interface PageSource {
  readonly operation: PageOperation;
  readonly params: Readonly<Record<string, unknown>>;
  readonly options: RequestOptions;
  /** Name of the client, for errors. */
  readonly client: string;
  /** Base URL of the calls, so that a next link that leads elsewhere can be told. */
  readonly baseURL: string;
  /** Those of the client: a next link may repeat a query field that holds a key. */
  readonly schemes?: ClientDefinition["schemes"] | undefined;
  /**
   * Prepares one request. The whole wire body is what it yields; nothing is sent before it is started.
   * A signal takes the place of the caller's own, which whoever gives it has to heed.
   */
  request(params: Readonly<Record<string, unknown>>, signal?: AbortSignal): StartCall<unknown>;
}

/** How an operation is walked page by page; made by `cursorPages` and its siblings. */
export interface PageStyle {
  /** Returns the `PagePromise` of the first page. Typed loosely here, so that the core need not know pages. */
  open(source: PageSource): APIPromise<unknown>;
}

/** An operation whose answer is one page of many. */
export interface PageOperation extends Operation {
  readonly page: PageStyle;
}

/** The operations of one resource, by method name. */
export type Operations = Readonly<Record<string, Operation | PageOperation>>;

/** `params` of a method whose operation has none. */
export type NoParams = { readonly [name: string]: never };
