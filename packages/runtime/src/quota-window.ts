/**
 * Which requests count in the same window. `account`: those of all keys of an account. `key`: those of one key.
 * `address`: those from one IP address. `operation`: those of an account to one operation. Any other text is a group of
 * operations that the document defines.
 */
export type QuotaScope = "account" | "key" | "address" | "operation" | (string & {});

/** A limit of a vendor: at most `limit` requests in any span of `per` milliseconds. */
export interface QuotaWindow {
  /** Most requests in one span: a whole number, 1 or more. */
  readonly limit: number;
  /** Length of the span, in milliseconds. */
  readonly per: number;
  /** Which requests count in the same window. */
  readonly scope: QuotaScope;
  /** Header fields of the vendor's answers that describe this window. */
  readonly headers?: QuotaHeaders | undefined;
}

/** Names of the header fields in which the vendor describes one window. */
export interface QuotaHeaders {
  /** Name of the field with the number of requests that are left. */
  readonly remaining: string;
  /** Name of the field with the end of the window: a time in Unix seconds, or the number of seconds until then. */
  readonly reset?: string | undefined;
  /** The fields describe this window only if the field `header` has this `value`. */
  readonly only?: { readonly header: string; readonly value: string } | undefined;
}

/** How many requests one window still allows. */
export interface QuotaState extends Pick<QuotaWindow, "limit" | "per" | "scope"> {
  /** How many requests can be sent now without waiting. */
  readonly remaining: number;
  /**
   * Milliseconds until no request counts in the window any more. `undefined` while a request is in flight, because it
   * counts from its end.
   */
  readonly resetsIn: number | undefined;
}
