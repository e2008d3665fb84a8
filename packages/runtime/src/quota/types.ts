import type { QuotaState, QuotaWindow } from "../quota-window.ts";

/** A window in the store. All requests that give the same `name`, `limit` and `per` count in it. */
export interface NamedWindow extends QuotaWindow {
  /** Which requests the window counts; what {@link QuotaStore.nameOf} gave, if the store has it. */
  readonly name: string;
}

/** How long a request may wait for a place, and how long it may hold it. */
export interface TakeOptions {
  /** Longest wait, in milliseconds. A request that would have to wait longer gets {@link NoPlace} at once. */
  readonly maxWait: number;
  /**
   * Milliseconds after which the store frees the place if it was never settled, for example because the process died.
   * A store in the memory of one process can ignore it.
   */
  readonly lease: number;
  /** Ends the wait: `take` then rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
}

/** A place for one request in each of its windows. */
export interface Place {
  /**
   * Ends the hold on the place. Called when the request is over.
   *
   * @param isCounted `true`: the request counts from now on. `false`: it was certainly not sent, and the place is free
   * again
   * @param stated the windows as the vendor's answer describes them; they also count requests that the store does not
   * know
   */
  settle(isCounted: boolean, stated?: readonly StatedWindow[]): void;
}

/** The answer to a request that cannot get a place within `maxWait`. */
export interface NoPlace {
  /** Shortest time after which there can be a place, in milliseconds. */
  readonly wait: number;
}

/** A window of the store, and how many requests it still allows. */
export interface WindowState extends NamedWindow, QuotaState {}

/** A window as the header fields of the vendor's answer describe it. */
export interface StatedWindow {
  readonly window: NamedWindow;
  /** How many requests the vendor says are left. */
  readonly remaining: number;
  /** Milliseconds until the window ends, if the answer says it. */
  readonly resetsIn?: number | undefined;
}

/** Counts requests in windows: in memory, or in a database that several processes share. */
export interface QuotaStore {
  /**
   * Makes the name of a window from a text that identifies its requests. The text can contain a credential, so a store
   * outside the process gives a hash of it.
   *
   * @default the text itself
   */
  nameOf?(text: string): string | Promise<string>;
  /**
   * Takes a place in all of the windows, or waits for one: first come, first served. Rejects only if the signal ends
   * the wait.
   */
  take(windows: readonly NamedWindow[], options: TakeOptions): Place | NoPlace | Promise<Place | NoPlace>;
  /** Gives no place in these windows for `wait` milliseconds, because the vendor has refused a request. */
  close(windows: readonly NamedWindow[], wait: number): void;
  /** Gives the state of each of the windows, for the client's method `quota`. */
  state(windows: readonly NamedWindow[]): readonly WindowState[] | Promise<readonly WindowState[]>;
}
