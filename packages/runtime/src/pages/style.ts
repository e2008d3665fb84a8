import type { ClientDefinition } from "../definition.ts";
import type { Operation } from "../operation.ts";
import type { RequestOptions } from "../options.ts";
import type { APIPromise, StartCall } from "../promise.ts";

/** Arguments of one page request, under the operation's own names. */
export type PageParams = Readonly<Record<string, unknown>>;

/** What a page style needs in order to walk: one operation with one caller's arguments. */
export interface PageSource {
  readonly operation: PageOperation;
  readonly params: Readonly<Record<string, unknown>>;
  readonly options: RequestOptions;
  /** Name of the client, for errors. */
  readonly client: string;
  /** Base URL of the calls, so that a next link that leads elsewhere can be told. */
  readonly baseURL: string;
  /** Addresses under which the document knows the API: next links lead there also where calls go elsewhere. */
  readonly servers?: (() => readonly string[]) | undefined;
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
