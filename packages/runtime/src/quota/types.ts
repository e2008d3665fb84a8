import type { QuotaState, QuotaWindow } from "../quota-window.ts";

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
  /**
   * The answer is there, and the request counts from now; `false`: it was certainly not sent, and the place is free again.
   *
   * @param stated what the answer says of windows, which others may use too
   */
  settle(isCounted: boolean, stated?: readonly StatedWindow[]): void;
}

/** There is no place within the time that was allowed. */
export interface NoPlace {
  /** Milliseconds that it would have taken, at least. */
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
  /** A name that may leave the process, of what tells accounts apart; it may hold a secret. @default the text itself */
  nameOf?(text: string): string | Promise<string>;
  /** The place, or a wait for it in all windows, in the order of asking. Rejects only where the signal ended the wait. */
  take(windows: readonly NamedWindow[], options: TakeOptions): Place | NoPlace | Promise<Place | NoPlace>;
  /** The vendor lets nothing through for so many milliseconds. */
  close(windows: readonly NamedWindow[], wait: number): void;
  state(windows: readonly NamedWindow[]): readonly WindowState[] | Promise<readonly WindowState[]>;
}
