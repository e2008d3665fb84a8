import { arrayOf, type JsonObject, objectOf } from "@trunkline/mock/document";
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

export function readPolicy(extension: JsonObject): Policy {
  const retry = objectOf(extension.retry);
  const listed = retry.statuses === undefined ? undefined : arrayOf(retry.statuses);
  const notProcessed = arrayOf(retry.notProcessed);
  const never = arrayOf(retry.never);
  const matches = (patterns: readonly unknown[], status: number): boolean =>
    patterns.some((one) => one === status || (typeof one === "string" && one[0] === String(status)[0]));
  const isRetriable = (status: number): boolean =>
    matches(notProcessed, status) ||
    (listed === undefined
      ? [408, 425, 429].includes(status) || (status >= 500 && status !== 501 && status !== 505)
      : matches(listed, status));
  return {
    maxRetryAfter: typeof retry.maxRetryAfter === "number" ? retry.maxRetryAfter * 1000 : 60_000,
    isRetriable,
    repeats(probe, failure, withKey) {
      if (probe.retry === "never") return false;
      if (typeof failure === "number") {
        if (matches(notProcessed, failure)) return true;
        if (!isRetriable(failure)) return false;
      }
      if (probe.retry === "always") return true;
      if (never.includes(probe.method)) return false;
      return withKey || !["POST", "PATCH"].includes(probe.method);
    },
  };
}
