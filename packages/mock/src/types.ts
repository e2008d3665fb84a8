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
   * Pages of other origins that may read the answers (CORS), and whose preflights are answered. `true` = those of this
   * machine (`localhost` and loopback addresses, any port); a list = those of its origins, `"*"` for all. Vendors mostly
   * let none.
   * @default false
   */
  cors?: boolean | readonly string[] | undefined;
  /**
   * Names by which the server may be asked besides `localhost`, names below it and loopback addresses, without a port.
   * Requests for another `Host` are refused with 403: a page of a stranger's can make its name stand for 127.0.0.1.
   * @default []
   */
  allowedHosts?: readonly string[] | undefined;
  /**
   * Bytes of a request's body; larger ones are refused with 413.
   * @default 33_554_432, 32 MiB
   */
  maxBodyBytes?: number | undefined;
  /**
   * Milliseconds of computing that judging one request may take, by the document's own patterns for the most part. One that takes
   * longer is stopped and answered 503. Infinity = no limit.
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
   * Count requests by the quotas that the document states, exactly, and refuse with 429 and `Retry-After` what is too
   * much. Whoever asks is one account, one key and one address.
   * @default false
   */
  quotas?: boolean | undefined;
  /**
   * Folder, or file URL of the module, from which a package name is resolved.
   * @default the working directory
   */
  from?: string | URL | undefined;
  /** Called after each answer, for a line per request. */
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
  /** What was wrong with all that arrived or was answered. */
  readonly violations: readonly Violation[];
  /**
   * Chooses the answer of matching requests.
   * @throws MockUsageError when the document has no such operation, status or example
   */
  prefer(rule: PreferRule): void;
  /**
   * Pages over these items in place of the document's examples, by the way to page that the document declares.
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
