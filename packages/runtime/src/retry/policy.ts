import type { RetryPolicy } from "../definition.ts";
import type { Operation } from "../operation.ts";
import type { StatusPattern } from "../status.ts";
import { matchesStatus, statusFamily } from "../status.ts";
import type { Failure } from "./failure.ts";

/** What decides whether a request may be sent again. */
export interface RetryQuestion {
  readonly operation: Pick<Operation, "method" | "retry">;
  /** The request carries a key under which the vendor does it once. */
  readonly keyed: boolean;
  /** The request itself was done; what failed is reading of it where the server said (303). */
  readonly isProcessed?: boolean | undefined;
  readonly policy?: RetryPolicy | undefined;
  /** The caller's own list of statuses. */
  readonly statuses?: readonly StatusPattern[] | undefined;
}

/** The table of what may be sent again, with the vendor's policy over it row by row. */
export function mayRepeat(
  { operation, keyed, isProcessed, policy = {}, statuses }: RetryQuestion,
  failure: Failure,
): boolean {
  if (failure.kind === "unsent") return true;
  const { method, retry } = operation;
  if (retry === "never") return false;
  if (failure.kind === "status") {
    const { status } = failure;
    if (!isProcessed && policy.notProcessed?.some((pattern) => matchesStatus(status, pattern))) return true;
    if (!isRetriable(status, statuses ?? policy.statuses)) return false;
  }
  if (retry === "always") return true;
  if (policy.never?.includes(method)) return false;
  return keyed || (method !== "POST" && method !== "PATCH");
}

// 501 and 505 will be the same next time.
function isRetriable(status: number, patterns: readonly StatusPattern[] | undefined): boolean {
  if (patterns) return patterns.some((pattern) => matchesStatus(status, pattern));
  if (status === 501 || status === 505) return false;
  return [408, 425, 429].includes(status) || statusFamily(status) === "5XX";
}
