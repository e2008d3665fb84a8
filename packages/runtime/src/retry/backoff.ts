const FLOOR = 50;

/**
 * Milliseconds before the next attempt.
 *
 * Without a hint: full jitter under a bound that doubles with every attempt, but never less than 50 ms. A hint
 * is a floor, plus up to 10 % so that callers that were told the same do not return together; a hint of zero
 * tells nothing and does not allow hammering.
 *
 * @param attempt 1 after the first attempt
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelay(attempt: number, hint: number | undefined, base: number, cap: number): number {
  if (hint) return Math.max(FLOOR, hint * (1 + Math.random() * 0.1));
  return Math.max(FLOOR, Math.random() * Math.min(cap, base * 2 ** (attempt - 1)));
}
