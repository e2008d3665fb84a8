import type { RetryPolicy } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { Limits } from "../options.ts";
import type { Call } from "./call.ts";

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

/** The limit of one call: its own, else the client's, else the vendor's, else the house's. */
export function limitOf({ state, options }: Pick<Call, "state" | "options">, name: keyof Limits): number {
  const given = options[name] ?? state.options[name];
  if (given !== undefined) return given;
  return (
    (name === "maxRetryAfter" ? vendorMaxRetryAfter(state.definition.retry) : undefined) ?? LIMITS[name][0]
  );
}

function vendorMaxRetryAfter({ maxRetryAfterMs, maxRetryAfter }: RetryPolicy = {}): number | undefined {
  return maxRetryAfterMs ?? (maxRetryAfter === undefined ? undefined : maxRetryAfter * 1000);
}

/** @throws {UsageError} for limits that no clock can keep */
export function checkLimits(options: Limits | undefined): void {
  if (!options) return;
  for (const name of NAMES) {
    const value: unknown = options[name];
    if (value === undefined) continue;
    const [, unit, least] = LIMITS[name];
    const whole = unit === TIME || value === Number.POSITIVE_INFINITY || Number.isInteger(value);
    if (typeof value === "number" && value >= least && whole) continue;
    throw new UsageError(
      `${name} is ${String(value)}; ${unit}, ${least} or more, is expected (Infinity for no limit).`,
    );
  }
}
