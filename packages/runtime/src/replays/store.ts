/**
 * The state of an event for whoever claims its id. `claimed`: you handle it. `in-progress`: another caller is handling
 * it. `done`: it was handled.
 */
export type ReplayClaim = "claimed" | "in-progress" | "done";

/**
 * Remembers which events were handled, so that a repeated delivery is not handled again. If a handler fails or its
 * process dies, the next caller can claim the event. Several processes may use one store, so `claim` must be atomic.
 */
export interface ReplayStore {
  /**
   * Claims an id for `leaseSeconds`. If neither `done` nor `release` is called within that time, the next caller can
   * claim it.
   *
   * @returns `claimed` to only one of several callers
   */
  claim(id: string, leaseSeconds: number): Promise<ReplayClaim>;
  /** Marks the event as handled. Every later claim gives `done`, as long as the store keeps the id. */
  done(id: string): Promise<void>;
  /** Releases the id of an event that was not handled, so that the next caller can claim it. */
  release(id: string): Promise<void>;
}
