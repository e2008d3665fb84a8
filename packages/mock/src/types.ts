import type { FailRule, ItemsRule, PreferRule, RecordedRequest, Violation } from "@trunkline/document/mock";
import type { DeliverOptions, Delivery } from "./deliver/types.ts";

/** Options of {@link startMock}. */
export interface MockOptions {
  /**
   * Port on 127.0.0.1.
   * @default 0, any free one
   */
  port?: number | undefined;
  /**
   * Whether query parameters and body fields that are not in the document are refused.
   *
   * @default true
   */
  strict?: boolean | undefined;
  /**
   * Origins of web pages that may read the answers (CORS); their preflight requests are answered too. `true`: pages of
   * this machine (`localhost` and loopback addresses, any port). A list: those origins; `"*"` stands for every origin.
   * Most vendors allow no web page.
   *
   * @default false
   */
  cors?: boolean | readonly string[] | undefined;
  /**
   * Further host names, without a port, under which the server may be called, besides `localhost`, names below it, and
   * loopback addresses. Requests for another `Host` are refused with 403, because a stranger's web page can make its
   * name resolve to 127.0.0.1.
   *
   * @default []
   */
  allowedHosts?: readonly string[] | undefined;
  /**
   * Largest body of a request, in bytes. A larger one is refused with 413.
   *
   * @default 33_554_432, 32 MiB
   */
  maxBodyBytes?: number | undefined;
  /**
   * Longest time that the check of one request may take, in milliseconds. A regular expression of the document can make
   * it slow. A request that takes longer is answered with 503. `Infinity` sets no limit.
   *
   * @default 5_000
   */
  timeLimit?: number | undefined;
  /**
   * How many requests {@link Mock.requests} holds at most. When there are more, the oldest are forgotten.
   * @default Infinity
   */
  remember?: number | undefined;
  /**
   * Whether the mock remembers what requests create, change and delete. It does for operations of the shape
   * `POST /things`, `/things/{id}` and `GET /things`.
   *
   * @default false: every request is answered as if it were the first
   */
  state?: boolean | undefined;
  /**
   * Whether requests beyond the quotas that the document states are refused, with 429 and `Retry-After`. All
   * callers count as one account, one key and one address.
   *
   * @default false
   */
  quotas?: boolean | undefined;
  /**
   * Folder, or file URL of the module, from which a package name is resolved.
   * @default the working directory
   */
  from?: string | URL | undefined;
  /** Called after each answer, for example to print a line for each request. */
  onRequest?: ((request: RecordedRequest) => void) | undefined;
}

/** A running mock server. It stops with {@link Mock.close}, or at the end of the block that holds it by `await using`. */
export interface Mock extends AsyncDisposable {
  /** Base URL for a client: the origin, and the path of the document's first server. */
  readonly url: string;
  /** Origin of the server, such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** The requests that were received, in their order. */
  readonly requests: readonly RecordedRequest[];
  /** Where these requests and their answers differ from the document. */
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
   * Makes matching requests fail.
   *
   * @throws MockUsageError if the document has no such operation
   */
  fail(rule: FailRule): void;
  /**
   * Sends an event of the document's `webhooks` to your endpoint. It is signed, and repeated if it fails, as the document
   * says. It stops when the mock is closed.
   *
   * @param event name of the webhook, or of its event
   * @throws MockUsageError if the document has no such webhook or example, or a secret to sign with is missing
   *
   * @example
   * const { isDelivered } = await mock.deliver("lead.created", { to: "http://127.0.0.1:3000/agora", secret });
   */
  deliver(event: string, options: DeliverOptions): Promise<Delivery>;
  /** Removes all rules, recorded requests and everything that requests created, changed or deleted. */
  reset(): void;
  close(): Promise<void>;
}
