/**
 * What a store says of an id. `claimed`: it is yours to handle. `in-progress`: another caller is handling it. `done`:
 * it was handled.
 */
export type ReplayClaim = "claimed" | "in-progress" | "done";

/**
 * Remembers which events were handled, so that a second delivery is not handled again. If a handler fails or its
 * process dies, the next caller gets the event. Any process may call any method, and `claim` must be atomic.
 */
export interface ReplayStore {
  /**
   * Claims an id for `leaseSeconds`. If neither `done` nor `release` is called within that time, the next caller can
   * claim it.
   *
   * @returns `claimed` to one caller alone
   */
  claim(id: string, leaseSeconds: number): Promise<ReplayClaim>;
  /** Marks the id as handled: every further claim gives `done`, for as long as the store keeps the id. */
  done(id: string): Promise<void>;
  /** Gives the id up, because the event was not handled: the next caller can claim it. */
  release(id: string): Promise<void>;
}
