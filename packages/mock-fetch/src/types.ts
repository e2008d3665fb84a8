import type { FailRule, ItemsRule, PreferRule, RecordedRequest, Violation } from "@trunkline/document/mock";

/** Options of a mock `fetch`. */
export interface MockFetchOptions {
  /**
   * The parsed content of the names.lock beside the document. Needed for lists whose paging the document does not
   * declare.
   */
  readonly names?: unknown;
  /**
   * Refuse query parameters and body fields that the document does not name.
   * @default true
   */
  readonly strict?: boolean | undefined;
  /**
   * Remember what is created, changed and deleted, where the document has the shapes for it: `POST /things`,
   * `/things/{id}` and `GET /things`.
   * @default false
   */
  readonly state?: boolean | undefined;
  /**
   * Count requests by the quotas that the document states, and refuse with 429 and `Retry-After` what goes beyond them.
   *
   * @default false
   */
  readonly quotas?: boolean | undefined;
  /**
   * How many requests {@link MockFetch.requests} remembers; older ones are forgotten.
   * @default Infinity
   */
  readonly remember?: number | undefined;
  /** Called after each answer. */
  readonly onRequest?: ((request: RecordedRequest) => void) | undefined;
}

/** A `fetch` that answers from a document, and the requests that it got. */
export interface MockFetch {
  /** Give it to a client as its option `fetch`. It needs no `this`. */
  readonly fetch: typeof fetch;
  /** Everything that arrived, in order. */
  readonly requests: readonly RecordedRequest[];
  /** What was wrong with the requests that arrived. */
  readonly violations: readonly Violation[];
  /**
   * Chooses the answer of matching requests.
   * @throws MockUsageError when the document has no such operation, status or example
   */
  prefer(rule: PreferRule): void;
  /**
   * Answers a list operation with pages of these items in place of the document's examples, in the way of paging that
   * the document declares.
   *
   * @throws MockUsageError when the document has no such operation, or it does not answer with a list
   */
  items(rule: ItemsRule): void;
  /**
   * Makes matching requests fail. `reset` rejects as `fetch` does, with a `TypeError`; `cutBody` breaks the body off.
   * @throws MockUsageError when the document has no such operation
   */
  fail(rule: FailRule): void;
  /** Forgets rules, recorded requests and what was created. */
  reset(): void;
}
