import type { JsonValue } from "../json.ts";

/** Which documented answer to give. Rules with `times` are used up in order, before lasting ones. */
export interface PreferRule {
  /** operationId or route (`GET /programs/{id}`). @default every operation */
  operation?: string | undefined;
  /** A status that the operation documents. @default its lowest 2xx */
  status?: number | undefined;
  /** Name of an example. @default the first one */
  example?: string | undefined;
  /** Media type of the answer, as the document writes it. @default the one that the request accepts */
  mediaType?: string | undefined;
  /**
   * For a document that shows answers in several shapes: answer with the examples that are named `<shape>-…`. Pages are
   * walked in that shape; operations without such an example answer as usual.
   */
  shape?: string | undefined;
  /** @default for ever */
  times?: number | undefined;
}

/**
 * Items to answer with, in place of the document's examples. If an operation has several rules, the newest one applies.
 */
export interface ItemsRule {
  /** operationId or route. */
  operation: string;
  /** All items of the list; they are answered as they are. */
  items: readonly unknown[];
  /** How many items a page has, if the request does not say it. @default the parameter's default, else 20 */
  limit?: number | undefined;
  /** How many answers the rule applies to. @default for ever */
  times?: number | undefined;
}

/** A fault. Without `status`, it delays or cuts the ordinary answer. */
export interface FailRule {
  /** operationId or route. @default every operation */
  operation?: string | undefined;
  /** @default 1 */
  times?: number | undefined;
  /** Status to answer, documented or not. */
  status?: number | undefined;
  /** Value of `Retry-After`: seconds or an HTTP date. */
  retryAfter?: number | string | undefined;
  /** More headers of the answer. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Body of the answer. @default the document's example for the status, else a problem document */
  body?: JsonValue | undefined;
  /** Milliseconds to wait before the answer. */
  delay?: number | undefined;
  /** Reset the connection once the request has arrived, without an answer. */
  reset?: boolean | undefined;
  /** Promise the whole body, send half of it, and reset the connection. */
  cutBody?: boolean | undefined;
  /**
   * For an operation that declares rows (`bulk` of x-trunkline): called for each row, and gives what is wrong if the
   * row fails. The documented answer counts and names the failed rows.
   *
   * @default none fails
   */
  rows?:
    | ((
        row: JsonValue,
        index: number,
      ) => { readonly field?: string; readonly code?: string; readonly message?: string } | undefined)
    | undefined;
}

/** One request as it was on the wire, and what it was answered with. */
export interface RecordedRequest {
  /** operationId, or the route of an operation without one; undefined when nothing matched. */
  readonly operation: string | undefined;
  /** `GET /programs/{id}`; undefined when nothing matched. */
  readonly route: string | undefined;
  readonly method: string;
  /** Request target, undecoded: path and query. */
  readonly target: string;
  /** Path below the server's base path, undecoded. */
  readonly path: string;
  /** Its segments, decoded. */
  readonly segments: readonly string[];
  /** Decoded pairs in order, names in their exact case. */
  readonly query: readonly (readonly [string, string])[];
  /** Lower-case names; several values are joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RecordedBody | undefined;
  /** Found by Prism or by the mock's own comparison. */
  readonly violations: readonly Violation[];
  /** undefined when the connection was reset instead. */
  readonly answer: RecordedAnswer | undefined;
}

export interface RecordedBody {
  /** Media type without parameters, lower case. */
  readonly type: string | undefined;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Set for JSON bodies. */
  readonly json: JsonValue | undefined;
  /** Set for multipart bodies. */
  readonly parts: readonly RecordedPart[] | undefined;
  /** Set for form-urlencoded bodies: decoded pairs in order. */
  readonly fields: readonly (readonly [string, string])[] | undefined;
}

export interface RecordedPart {
  readonly name: string | undefined;
  readonly filename: string | undefined;
  /** undefined when the part does not name one. */
  readonly type: string | undefined;
  readonly bytes: Uint8Array;
  readonly text: string;
}

export interface RecordedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** True when a fault rule made or spoiled it. */
  readonly fault: boolean;
}

export interface Violation {
  /** Who found it. */
  readonly by: "prism" | "trunkline";
  readonly in: "request" | "response";
  /** `["query", "limit"]`, `["body", "leads", "0", "phone"]` … */
  readonly location: readonly string[];
  /** The keyword of JSON Schema that is broken (`required`, `minimum` …), where there is one. */
  readonly keyword?: string | undefined;
  readonly message: string;
}

/** A rule or a source that is wrong in the code that gives it. */
export class MockUsageError extends Error {
  override readonly name: string = "MockUsageError";
}
