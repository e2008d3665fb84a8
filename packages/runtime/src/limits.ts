import type { RetryPolicy } from "./definition.ts";
import { UsageError } from "./errors/usage-error.ts";
import type { Limits } from "./options.ts";

/** All limits of a client, or of a call. */
export type CallLimits = Readonly<Record<keyof Limits, number>>;

const TIME = "milliseconds";
const COUNT = "a whole number";

/** Default, unit and least value of each. */
const LIMITS: Readonly<Record<keyof Limits, readonly [number, string, number]>> = {
  timeout: [30_000, TIME, 1],
  totalTimeout: [Number.POSITIVE_INFINITY, TIME, 1],
  idleTimeout: [60_000, TIME, 1],
  maxRetries: [2, COUNT, 0],
  maxRetryAfter: [60_000, TIME, 0],
  maxPages: [Number.POSITIVE_INFINITY, COUNT, 1],
  maxResponseBytes: [268_435_456, "a whole number of bytes", 1],
};

const NAMES = Object.keys(LIMITS) as (keyof Limits)[];

/** Each limit: that of the first who gives it, else the house's. */
export function limitsOf(...given: readonly Limits[]): CallLimits {
  const limits = {} as Record<keyof Limits, number>;
  for (const name of NAMES) {
    let limit: number | undefined;
    for (const one of given) limit ??= one[name];
    limits[name] = limit ?? LIMITS[name][0];
  }
  return limits;
}

/** What a vendor says of them. */
export function vendorLimits({ maxRetryAfterMs, maxRetryAfter }: RetryPolicy = {}): Limits {
  const inSeconds = maxRetryAfter === undefined ? undefined : maxRetryAfter * 1000;
  return { maxRetryAfter: maxRetryAfterMs ?? inSeconds };
}

/** @throws {UsageError} for limits that no clock can keep */
export function checkLimits(options: Limits | undefined): void {
  if (!options) return;
  for (const name of NAMES) {
    const value: unknown = options[name];
    if (value === undefined) continue;
    const [, unit, least] = LIMITS[name];
    const isWhole = unit === TIME || value === Number.POSITIVE_INFINITY || Number.isInteger(value);
    if (typeof value === "number" && value >= least && isWhole) continue;
    throw new UsageError(
      `${name} is ${String(value)}; ${unit}, ${least} or more, is expected (Infinity for no limit).`,
    );
  }
}
