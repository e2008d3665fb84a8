import type { QuotaState, QuotaWindow } from "../quota-window.ts";

/** A window that requests share by its name. */
export interface NamedWindow extends QuotaWindow {
  readonly name: string;
}

/** How long a request may wait for its place. */
export interface TakeOptions {
  /** Longest wait, in milliseconds. A request that would have to wait longer is refused at once. */
  readonly maxWait: number;
  /**
   * Milliseconds after which a place is free again although its holder never gave it back. For stores that outlive
   * their clients.
   */
  readonly lease: number;
  /** Ends the wait, and gives up the place in the queue. */
  readonly signal?: AbortSignal | null | undefined;
}

/** A place that was taken in each of the windows. */
export interface Place {
  /**
   * Called when the request is over.
   *
   * @param isCounted `true`: the request counts from now on. `false`: it was certainly not sent, and the place is free
   * again
   *
   * @param stated what the answer says of windows, which others outside the store may use too
   */
  settle(isCounted: boolean, stated?: readonly StatedWindow[]): void;
}

/** There is no place within `maxWait`. */
export interface NoPlace {
  /** Milliseconds that the request would have had to wait, at least. */
  readonly wait: number;
}

/** How much of a window is used up. */
export interface WindowState extends NamedWindow, QuotaState {}

/** What the vendor's answer says of a window. */
export interface StatedWindow {
  readonly window: NamedWindow;
  readonly remaining: number;
  /** Milliseconds until the window is over, where that is said. */
  readonly resetsIn?: number | undefined;
}

/** Where windows are kept: in memory, or where a fleet shares them. */
export interface QuotaStore {
  /**
   * Makes a name that may leave the process, such as a hash, of a text that identifies an account and may hold a
   * secret.
   *
   * @default the text itself
   */
  nameOf?(text: string): string | Promise<string>;
  /**
   * Takes a place in all windows, or waits for one; first come, first served. Rejects only if the signal ended the
   * wait.
   */
  take(windows: readonly NamedWindow[], options: TakeOptions): Place | NoPlace | Promise<Place | NoPlace>;
  /** Lets no request through for `wait` milliseconds, because the vendor refuses them. */
  close(windows: readonly NamedWindow[], wait: number): void;
  state(windows: readonly NamedWindow[]): readonly WindowState[] | Promise<readonly WindowState[]>;
}
