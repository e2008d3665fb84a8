import type { JsonValue } from "../json.ts";

/**
 * Chooses which documented answer a request gets. Rules with `times` apply first, in the order in which they were given;
 * then the latest rule without `times`.
 */
export interface PreferRule {
  /** operationId or route (`GET /programs/{id}`). @default every operation */
  operation?: string | undefined;
  /** Status of the answer; the document must have it for the operation. @default the lowest 2xx */
  status?: number | undefined;
  /** Name of the example in the document. @default the first one */
  example?: string | undefined;
  /** Media type of the answer, as the document writes it. @default the one that the request accepts */
  mediaType?: string | undefined;
  /**
   * For a document with answers in several shapes: answer with the examples whose names begin with `<shape>-`, and page
   * lists as that shape does. Operations without such an example answer as usual.
   */
  shape?: string | undefined;
  /** How many answers the rule applies to. @default all */
  times?: number | undefined;
}

/**
 * Gives the items of a list, in place of the document's examples. Rules with `times` apply first, in the order in which
 * they were given; then the latest rule without `times`.
 */
export interface ItemsRule {
  /** operationId or route (`GET /programs/{id}`). */
  operation: string;
  /** All items of the list. They are sent as they are. */
  items: readonly unknown[];
  /**
   * How many items a page has, if the request does not say it.
   *
   * @default the default of the document's parameter, else 20
   */
  limit?: number | undefined;
  /** How many answers the rule applies to. @default all */
  times?: number | undefined;
}

/** Makes a request fail. Without `status`, the request gets its usual answer, late or cut off. */
export interface FailRule {
  /** operationId or route. @default every operation */
  operation?: string | undefined;
  /** How many requests fail. @default 1 */
  times?: number | undefined;
  /** Status of the answer. The document need not have it. */
  status?: number | undefined;
  /** Value of `Retry-After`: seconds or an HTTP date. */
  retryAfter?: number | string | undefined;
  /** Further header fields of the answer. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Body of the answer. @default the document's example for the status, else a problem document */
  body?: JsonValue | undefined;
  /** Milliseconds to wait before the answer. */
  delay?: number | undefined;
  /** Reset the connection when the request has arrived, without an answer. */
  reset?: boolean | undefined;
  /** Announce the length of the whole body, send half of it, and reset the connection. */
  cutBody?: boolean | undefined;
  /**
   * For an operation that takes rows (`bulk` of x-trunkline): called for each row. Return what is wrong to make the row
   * fail, else `undefined`. The answer reports the failed rows as the document says.
   *
   * @default no row fails
   */
  rows?:
    | ((
        row: JsonValue,
        index: number,
      ) => { readonly field?: string; readonly code?: string; readonly message?: string } | undefined)
    | undefined;
}

/** One request as it was received, and its answer. */
export interface RecordedRequest {
  /** operationId, or the route if the operation has none. `undefined` if no operation matched. */
  readonly operation: string | undefined;
  /** Method and path template: `GET /programs/{id}`. `undefined` if no operation matched. */
  readonly route: string | undefined;
  /** The HTTP method. */
  readonly method: string;
  /** Path and query, not decoded. */
  readonly target: string;
  /** The path after the server's base path, not decoded. */
  readonly path: string;
  /** The segments of `path`, decoded. */
  readonly segments: readonly string[];
  /** Names and values of the query, decoded, in their order. */
  readonly query: readonly (readonly [string, string])[];
  /** Header fields. The names are in lower case; several values of a field are joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** The body; `undefined` if the request has none. */
  readonly body: RecordedBody | undefined;
  /** Where the request or its answer differs from the document. */
  readonly violations: readonly Violation[];
  /** The answer; `undefined` if the connection was reset. */
  readonly answer: RecordedAnswer | undefined;
}

/** The body of a recorded request. */
export interface RecordedBody {
  /** Media type without parameters, in lower case. */
  readonly type: string | undefined;
  /** The body as it was received. */
  readonly bytes: Uint8Array;
  /** The body as text. */
  readonly text: string;
  /** The parsed value of a JSON body, else `undefined`. */
  readonly json: JsonValue | undefined;
  /** The parts of a multipart body, else `undefined`. */
  readonly parts: readonly RecordedPart[] | undefined;
  /** The names and values of a form-urlencoded body, decoded, in their order; else `undefined`. */
  readonly fields: readonly (readonly [string, string])[] | undefined;
}

/** One part of a multipart body. */
export interface RecordedPart {
  /** Name of the form field. */
  readonly name: string | undefined;
  /** Name of the file, if the part is a file. */
  readonly filename: string | undefined;
  /** Media type of the part; `undefined` if it does not say one. */
  readonly type: string | undefined;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** What a recorded request was answered with. */
export interface RecordedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Whether a {@link FailRule} made or changed the answer. */
  readonly fault: boolean;
}

/** A difference between a request, or its answer, and the document. */
export interface Violation {
  /** Which check found it: Prism's, or the mock's own. */
  readonly by: "prism" | "trunkline";
  /** Whether the request or the answer differs. */
  readonly in: "request" | "response";
  /** The path of the wrong value: `["query", "limit"]`, `["body", "leads", "0", "phone"]`. */
  readonly location: readonly string[];
  /** The JSON Schema keyword that the value violates, such as `required` or `minimum`, if it is one. */
  readonly keyword?: string | undefined;
  /** What is wrong, for people. */
  readonly message: string;
}

/** The code that uses the mock gave a wrong rule, option or source. */
export class MockUsageError extends Error {
  override readonly name: string = "MockUsageError";
}
