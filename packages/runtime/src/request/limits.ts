import { UsageError } from "../errors/usage-error.ts";
import type { Limits } from "../options.ts";
import type { Call } from "./call.ts";

const DEFAULTS: Required<{ [Name in keyof Limits]: number }> = {
  timeout: 30_000,
  totalTimeout: Number.POSITIVE_INFINITY,
  idleTimeout: 60_000,
  maxRetries: 2,
  maxRetryAfter: 60_000,
  maxPages: Number.POSITIVE_INFINITY,
};

const NAMES = Object.keys(DEFAULTS) as (keyof Limits)[];

/** The limit of one call: its own, else the client's, else the vendor's, else the house's. */
export function limitOf({ state, options }: Pick<Call, "state" | "options">, name: keyof Limits): number {
  const given = options[name] ?? state.options[name];
  if (given !== undefined) return given;
  const vendor = name === "maxRetryAfter" ? state.definition.retry?.maxRetryAfter : undefined;
  return vendor === undefined ? DEFAULTS[name] : vendor * 1000;
}

/** @throws {UsageError} for limits that no clock can keep */
export function checkLimits(options: Limits | undefined): void {
  if (!options) return;
  for (const name of NAMES) {
    const value: unknown = options[name];
    if (value === undefined) continue;
    const least = name.startsWith("maxRetr") ? 0 : 1;
    const whole = !name.startsWith("max") || value === Number.POSITIVE_INFINITY || Number.isInteger(value);
    if (typeof value !== "number" || !(value >= least) || !(whole || name === "maxRetryAfter")) {
      const unit = name.startsWith("max") && name !== "maxRetryAfter" ? "a whole number" : "milliseconds";
      throw new UsageError(
        `${name} is ${String(value)}; ${unit}, ${least} or more, is expected (Infinity for no limit).`,
      );
    }
  }
}
