import { UsageError } from "../errors/usage-error.ts";

const RETRY = 5;
const TIMEOUT = 10;

/** Keeps a client from answering an outage with a storm of retries. */
export interface RetryBudget {
  /** Takes what a retry costs; false when that is not left. */
  spend(afterTimeout: boolean): boolean;
  /** Gives a little back after a call that succeeded at once. */
  earn(): void;
}

/**
 * A bucket of tokens: a retry costs 5, after a timeout 10, and a clean success gives 1.
 *
 * @throws {UsageError} for a size that is not a number of tokens
 */
export function createBudget(full: number = 500): RetryBudget {
  if (typeof full !== "number" || !(full >= 0)) {
    throw new UsageError(
      `retryBudget is ${String(full)}; a number of tokens, 0 or more, is expected (Infinity for no limit).`,
    );
  }
  let tokens = full;
  return {
    spend(afterTimeout) {
      const cost = afterTimeout ? TIMEOUT : RETRY;
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
    earn() {
      if (tokens < full) tokens += 1;
    },
  };
}
