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
   * Refuse query parameters and body fields that the document does not name, which Prism lets pass.
   * @default true
   */
  strict?: boolean | undefined;
  /**
   * Web pages of other origins that may read the answers (CORS), and whose preflights are answered. `true`: those of
   * this machine (`localhost` and loopback addresses, any port). A list: those of its origins; `"*"` stands for all.
   * Most vendors allow none.
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
   * Largest body of a request, in bytes; larger ones are refused with 413.
   *
   * @default 33_554_432, 32 MiB
   */
  maxBodyBytes?: number | undefined;
  /**
   * How long checking one request may compute, in milliseconds; patterns of the document can make it slow. A request
   * that takes longer is answered 503. `Infinity` for no limit.
   *
   * @default 5_000
   */
  timeLimit?: number | undefined;
  /**
   * How many requests {@link Mock.requests} remembers; older ones are forgotten.
   * @default Infinity
   */
  remember?: number | undefined;
  /**
   * Remember what is created, changed and deleted, where the document has the shapes for it: `POST /things`,
   * `/things/{id}` and `GET /things`.
   * @default false, so that every request is answered as if it were the first
   */
  state?: boolean | undefined;
  /**
   * Count requests by the quotas that the document states, and refuse with 429 and `Retry-After` what goes beyond them.
   * All callers count as one account, one key and one address.
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

/** A running mock server. It ends with {@link Mock.close} or at the end of an `await using` block. */
export interface Mock extends AsyncDisposable {
  /** Base URL for a client: loopback origin and the path of the document's first server. */
  readonly url: string;
  /** Loopback origin without a path. */
  readonly origin: string;
  /** Everything that arrived, in order. */
  readonly requests: readonly RecordedRequest[];
  /** What was wrong with the requests that arrived and with their answers. */
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
   * Makes matching requests fail.
   * @throws MockUsageError when the document has no such operation
   */
  fail(rule: FailRule): void;
  /**
   * Sends an event of the document's `webhooks` to your endpoint, signed and repeated as the document says. Ends with the
   * mock.
   * @param event name of the webhook, or of its event
   * @throws MockUsageError when the document has no such webhook or example, or there is no secret to sign with
   * @example
   * const { isDelivered } = await mock.deliver("lead.created", { to: "http://127.0.0.1:3000/agora", secret });
   */
  deliver(event: string, options: DeliverOptions): Promise<Delivery>;
  /** Forgets rules, recorded requests and what was created. */
  reset(): void;
  close(): Promise<void>;
}
