/**
 * Who shares a window: all keys of one account, the requests of one key, all that come from one address, those of one
 * operation, or those of a group that the document names.
 */
export type QuotaScope = "account" | "key" | "address" | "operation" | (string & {});

/** What a vendor allows: so many requests in any span of so long. */
export interface QuotaWindow {
  readonly limit: number;
  /** Milliseconds. */
  readonly per: number;
  readonly scope: QuotaScope;
}

/** A window that requests share who know its name. */
export interface NamedWindow extends QuotaWindow {
  readonly name: string;
}

/** How long a request may wait for its place. */
export interface TakeOptions {
  /** Milliseconds; one that would have to wait longer is refused at once. */
  readonly maxWait: number;
  /** Milliseconds after which a place is free again whose holder was never heard of again, where a store outlives its clients. */
  readonly lease: number;
  /** Gives the place in the line up. */
  readonly signal?: AbortSignal | null | undefined;
}

/** A place that was taken in every window that was asked for. */
export interface Place {
  /** The answer is there, and the request counts from now; `false`: it was certainly not sent, and the place is free again. */
  settle(isCounted: boolean): void;
}

/** There is no place within the time that was allowed. */
export interface NoPlace {
  /** Milliseconds that it would have taken, at least. */
  readonly wait: number;
}

/** How much of a window is used up. */
export interface WindowState extends NamedWindow {
  /** Requests that may go out at once. */
  readonly remaining: number;
  /** Milliseconds until all places are free again; undefined where a request is in flight whose end nobody knows. */
  readonly resetsIn: number | undefined;
}

/** What the vendor's answer says of a window. */
export interface StatedWindow {
  readonly remaining: number;
  /** Milliseconds until the window is over, where that is said. */
  readonly resetsIn?: number | undefined;
}

/** Where windows are kept: in memory, or where a fleet shares them. */
export interface QuotaStore {
  /** Waits for a place in all windows, in the order of asking. Rejects only where the signal ended the wait. */
  take(windows: readonly NamedWindow[], options: TakeOptions): Promise<Place | NoPlace>;
  /** The vendor lets nothing through for so many milliseconds. */
  close(windows: readonly NamedWindow[], wait: number): void;
  /** What the vendor says of a window: others may use it too. */
  correct(window: NamedWindow, stated: StatedWindow): void;
  state(windows: readonly NamedWindow[]): Promise<readonly WindowState[]>;
}
