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
  /** An attempt before this one was lost: nobody knows what became of it. */
  readonly isLost?: boolean | undefined;
  /** The request itself was done; what failed is reading of it where the server said (303). */
  readonly isProcessed?: boolean | undefined;
  /** What the caller says of this call. */
  readonly repeatable?: boolean | undefined;
  readonly policy?: RetryPolicy | undefined;
  /** The caller's own list of statuses. */
  readonly statuses?: readonly StatusPattern[] | undefined;
}

/** The table of what may be sent again, with the vendor's policy over it row by row, and the caller's word over both. */
export function mayRepeat(
  { operation, keyed, isLost, isProcessed, repeatable, policy = {}, statuses }: RetryQuestion,
  failure: Failure,
): boolean {
  if (failure.kind === "unsent") return true;
  if (failure.isFinal) return false;
  const { method, retry } = operation;
  if (repeatable === false || (retry === "never" && !repeatable)) return false;
  const isHarmless = repeatable || retry === "always" || isSafe(method);
  if (failure.kind === "status") {
    const { status } = failure;
    if (!isProcessed && anyMatches(policy.notProcessed, status)) return true;
    const { statuses: listed } = policy;
    // Under one key a conflict with the attempt that was lost: it is still being done, or was done just now.
    const isOwn = status === 409 && keyed && isLost && !isProcessed;
    if (!isOwn && !(statuses ? anyMatches(statuses, status) : passes(status, listed, isHarmless)))
      return false;
  }
  if (repeatable || retry === "always") return true;
  if (policy.never?.some((one) => one === method)) return false;
  return keyed || isSafe(method) || method === "PUT" || method === "DELETE";
}

/** Of HTTP's registry of methods: what changes nothing, however often it is done. */
function isSafe(method: string): boolean {
  return /^(?:GET|HEAD|OPTIONS|TRACE|QUERY|SEARCH|REPORT|PROPFIND)$/.test(method);
}

/** Whether a failure leaves open what became of the request. A gateway's word that nobody answered it does, too. */
export function leavesOpen(failure: Failure): boolean {
  if (failure.kind === "status") return [502, 504, 524].includes(failure.status);
  return failure.kind !== "unsent";
}

/** A vendor's list adds to the house's where nothing can be done twice, and takes its place elsewhere. */
function passes(status: number, listed: RetryPolicy["statuses"], isHarmless: boolean): boolean {
  if (anyMatches(listed, status)) return true;
  // 501 and 505 will be the same next time.
  if ((listed && !isHarmless) || status === 501 || status === 505) return false;
  return [408, 425, 429].includes(status) || statusFamily(status) === "5XX";
}

function anyMatches(patterns: readonly StatusPattern[] | undefined, status: number): boolean {
  return patterns?.some((pattern) => matchesStatus(status, pattern)) ?? false;
}
