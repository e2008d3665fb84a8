/** What a store says of an id: it is yours now, another one is at it, or it is done. */
export type ReplayClaim = "claimed" | "in-progress" | "done";

/**
 * Tells the second delivery of an event from the first, and gives it to the next who asks when a handler failed or its
 * process died. Every method may be called by any process, and `claim` has to be atomic.
 */
export interface ReplayStore {
  /**
   * Claims an id for so many seconds. Who died or forgot to say `done` has lost it then.
   *
   * @returns `claimed` to one caller alone
   */
  claim(id: string, leaseSeconds: number): Promise<ReplayClaim>;
  /** It was handled: every further claim says `done`, for as long as the store keeps it. */
  done(id: string): Promise<void>;
  /** It was not handled: the next one may claim it. */
  release(id: string): Promise<void>;
}
