import type { FailRule, ItemsRule, PreferRule, RecordedRequest, Violation } from "@trunkline/document/mock";

/** Options of a mock `fetch`. */
export interface MockFetchOptions {
  /** The parsed names.lock of the document. The mock needs it to page lists whose paging the document does not declare. */
  readonly names?: unknown;
  /**
   * Whether query parameters and body fields that are not in the document are refused.
   *
   * @default true
   */
  readonly strict?: boolean | undefined;
  /**
   * Whether the mock remembers what requests create, change and delete. It does for operations of the shape
   * `POST /things`, `/things/{id}` and `GET /things`.
   *
   * @default false
   */
  readonly state?: boolean | undefined;
  /**
   * Whether requests beyond the quotas that the document states are refused, with 429 and `Retry-After`.
   *
   * @default false
   */
  readonly quotas?: boolean | undefined;
  /**
   * How many requests {@link MockFetch.requests} holds at most. When there are more, the oldest are forgotten.
   *
   * @default Infinity
   */
  readonly remember?: number | undefined;
  /** Called after each answer. */
  readonly onRequest?: ((request: RecordedRequest) => void) | undefined;
}

/** A `fetch` that answers from a document, the requests that it received, and methods to control it. */
export interface MockFetch {
  /** The function to give to a client as its option `fetch`. It can be called without `this`. */
  readonly fetch: typeof fetch;
  /** The requests that were received, in their order. */
  readonly requests: readonly RecordedRequest[];
  /** Where these requests differ from the document. */
  readonly violations: readonly Violation[];
  /**
   * Chooses the answer of matching requests.
   *
   * @throws MockUsageError if the document has no such operation, status or example
   */
  prefer(rule: PreferRule): void;
  /**
   * Gives a list operation these items, in place of the document's examples. They are paged as the document says.
   *
   * @throws MockUsageError if the document has no such operation, or its answer is not a list
   */
  items(rule: ItemsRule): void;
  /**
   * Makes matching requests fail. With `reset`, `fetch` rejects with a `TypeError`. With `cutBody`, reading the body fails
   * half-way.
   *
   * @throws MockUsageError if the document has no such operation
   */
  fail(rule: FailRule): void;
  /** Removes all rules, recorded requests and everything that requests created, changed or deleted. */
  reset(): void;
}
