const FULL = 500;
const RETRY = 5;
const TIMEOUT = 10;

/** Keeps a client from answering an outage with a storm of retries. */
export interface RetryBudget {
  /** Takes what a retry costs; false when that is not left. */
  spend(afterTimeout: boolean): boolean;
  /** Gives a little back after a call that succeeded at once. */
  earn(): void;
}

/** A bucket of 500 tokens: a retry costs 5, after a timeout 10, and a clean success gives 1. */
export function createBudget(): RetryBudget {
  let tokens = FULL;
  return {
    spend(afterTimeout) {
      const cost = afterTimeout ? TIMEOUT : RETRY;
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
    earn() {
      if (tokens < FULL) tokens += 1;
    },
  };
}
