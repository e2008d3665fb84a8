import { isSafeMethod, matchesStatus, type Read, type Status } from "@trunkline/document";
import type { Probe } from "./probe.ts";

/** Why an attempt failed: the status of its answer, or a connection that was lost or too slow. */
export type Failure = number | "lost";

/** What the document says about repeating requests. */
export interface Policy {
  /** Longest hint that is waited for, in milliseconds. */
  readonly maxRetryAfter: number;
  /** Whether an answer with this status may be followed by another attempt at all. */
  isRetriable(status: number): boolean;
  /** Whether a request of this operation, with a key or without, may be sent again. */
  repeats(probe: Probe, failure: Failure, withKey: boolean): boolean;
}

export function readPolicy({ retry = {} }: Read<"document">): Policy {
  const { statuses: listed, notProcessed = [], never = [], maxRetryAfterSeconds } = retry;
  const matches = (named: readonly Status[], status: number): boolean =>
    named.some((one) => matchesStatus(status, one));
  const isUsual = (status: number): boolean =>
    [408, 425, 429].includes(status) || (status >= 500 && status !== 501 && status !== 505);
  const isRetriable = (status: number): boolean =>
    matches(notProcessed, status) || (listed === undefined ? isUsual(status) : matches(listed, status));
  return {
    maxRetryAfter: maxRetryAfterSeconds === undefined ? 60_000 : maxRetryAfterSeconds * 1000,
    isRetriable,
    repeats(probe, failure, withKey) {
      if (probe.retry === "never") return false;
      if (typeof failure === "number") {
        if (matches(notProcessed, failure)) return true;
        // What only reads loses nothing by a list: that adds to the usual statuses.
        const isSafe = probe.retry === "always" || isSafeMethod(probe.method);
        if (!isRetriable(failure) && !(isSafe && isUsual(failure))) return false;
      }
      if (probe.retry === "always") return true;
      if (never.some((method) => method === probe.method)) return false;
      return withKey || isSafeMethod(probe.method) || ["PUT", "DELETE"].includes(probe.method);
    },
  };
}
