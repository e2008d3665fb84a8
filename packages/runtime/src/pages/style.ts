import type { ClientDefinition } from "../definition.ts";
import type { Operation } from "../operation.ts";
import type { RequestOptions } from "../options.ts";
import type { APIPromise, StartCall } from "../promise.ts";

/** Arguments of one page request, under the operation's own names. */
export type PageParams = Readonly<Record<string, unknown>>;

/** What a way of paging needs to walk: an operation, and one caller's arguments. */
export interface PageSource {
  readonly operation: PageOperation;
  readonly params: Readonly<Record<string, unknown>>;
  readonly options: RequestOptions;
  /** Name of the client, for errors. */
  readonly client: string;
  /** Base URL of the calls, to recognize a next link that leads elsewhere. */
  readonly baseURL: string;
  /** Addresses of the API that the document names. Next links may lead there, even if calls go to another address. */
  readonly servers?: (() => readonly string[]) | undefined;
  /** The client's schemes: a next link may repeat a query field that holds a key. */
  readonly schemes?: ClientDefinition["schemes"] | undefined;
  /**
   * Prepares one request, which is sent when it is started, and gives the whole body. A `signal` replaces the caller's
   * own: whoever gives one must end it when the caller's ends.
   */
  request(params: Readonly<Record<string, unknown>>, signal?: AbortSignal): StartCall<unknown>;
}

/** How an operation is walked page by page; made by `cursorPages` and its siblings. */
export interface PageStyle {
  /** Returns the `PagePromise` of the first page. Its type is loose, so that the core does not depend on pages. */
  open(source: PageSource): APIPromise<unknown>;
}

/** An operation whose answer is one page of many. */
export interface PageOperation extends Operation {
  readonly page: PageStyle;
}

/** The operations of one resource, by method name. */
export type Operations = Readonly<Record<string, Operation | PageOperation>>;
