/**
 * Who shares a window: all keys of one account, the requests of one key, all that come from one address, those of one
 * operation, or those of a group that the document names.
 */
export type QuotaScope = "account" | "key" | "address" | "operation" | (string & {});

/** What a vendor allows: `limit` requests within any `per` milliseconds. */
export interface QuotaWindow {
  readonly limit: number;
  /** Milliseconds. */
  readonly per: number;
  readonly scope: QuotaScope;
  /** Header fields of answers that describe the window, if any. */
  readonly headers?: QuotaHeaders | undefined;
}

/** Names of the header fields that tell of one window. */
export interface QuotaHeaders {
  /** Requests that are left. */
  readonly remaining: string;
  /** When the window is over: as a point in time in Unix seconds, or as seconds until then. */
  readonly reset?: string | undefined;
  /** The fields describe this window only where another field says so. */
  readonly only?: { readonly header: string; readonly value: string } | undefined;
}

/** What is left of one window. */
export interface QuotaState extends Pick<QuotaWindow, "limit" | "per" | "scope"> {
  /** Requests that may go out at once. */
  readonly remaining: number;
  /**
   * Milliseconds until the whole window is free again; undefined while a request is under way, because a request counts
   * from its end.
   */
  readonly resetsIn: number | undefined;
}
