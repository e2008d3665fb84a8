import type { APIErrorClass } from "./errors/api-error.ts";
import type { Method } from "./operation.ts";
import type { QuotaWindow } from "./quota-window.ts";
import type { SecurityScheme } from "./security-scheme.ts";
import type { ServerTemplate } from "./server-parts.ts";
import type { StatusPattern } from "./status.ts";

/** How a vendor writes how long to wait: as a span of time, or as a point in time in Unix seconds. */
export type HintFormat = "seconds" | "milliseconds" | "epochSeconds";

/** What a vendor says about repeating requests. Each field that is given replaces the runtime's own rule. */
export interface RetryPolicy {
  /** Methods whose requests are not repeated once they may have been sent. */
  readonly never?: readonly Method[] | undefined;
  /**
   * Statuses after which a request may be sent again. For GET, HEAD and OPTIONS they are added to the default; for
   * other methods they replace it.
   *
   * @default 408, 425, 429 and 5XX but 501 and 505
   */
  readonly statuses?: readonly StatusPattern[] | undefined;
  /** Statuses that prove that nothing was done, so that any request may be repeated. */
  readonly notProcessed?: readonly StatusPattern[] | undefined;
  /** Longest wait that the vendor may ask for, in milliseconds; a longer one ends the call. @default 60_000 */
  readonly maxRetryAfterMs?: number | undefined;
  /**
   * Longest wait that the vendor may ask for, in seconds, as packages of earlier generators have it.
   * @deprecated Use `maxRetryAfterMs`.
   */
  readonly maxRetryAfter?: number | undefined;
}

/**
 * Where a vendor says how long to wait, besides `Retry-After`. It is read from a 429, and from an answer that says that
 * nothing remains.
 */
export type RetryHint =
  | { readonly header: string; readonly format: HintFormat }
  | { readonly body: string; readonly format: HintFormat };

/**
 * Pointers to lists of rows that are wrong and, within a row, to its field and its message. Of each list of pointers,
 * the first that finds something is used.
 */
export interface ErrorRows {
  readonly at: readonly string[];
  readonly field?: readonly string[] | undefined;
  readonly message: readonly string[];
}

/** Where an error answer has its code, message and details. The pointers of each list are tried in order. */
export interface ErrorShape {
  readonly code?: readonly string[] | undefined;
  readonly message?: readonly string[] | undefined;
  readonly details?: readonly string[] | undefined;
  /** Where the answer lists what is wrong row by row, if its shape is not one of the usual ones. */
  readonly rows?: ErrorRows | undefined;
  readonly requestId?: readonly string[] | undefined;
  /** Header names that may hold the request id, tried before the body. */
  readonly requestIdHeaders?: readonly string[] | undefined;
  /** Class for statuses that have no class of their own. */
  readonly base?: APIErrorClass | undefined;
  /** Vendor classes by status ("404") or family ("4XX", "5XX"). */
  readonly classes?: Readonly<Record<string, APIErrorClass>> | undefined;
}

/** How a vendor takes idempotency keys; made by `idempotencyKeys`. */
export interface IdempotencyKeys {
  /** Header field that carries the key, in lower case. */
  readonly header: string;
  /**
   * The key of a call whose operation declares one.
   *
   * @param policy the operation's own, in place of the vendor's
   * @param given the caller's key, as an option or as the header field
   * @throws {UsageError} for one that is blank or cannot be sent
   */
  make(policy: "auto" | "explicit" | undefined, given: unknown): string | undefined;
}

/** One vendor's client, as data. Written by the generator. */
export interface ClientDefinition {
  /** Class name of the client. Errors carry it, so that a vendor's guards recognize its errors. */
  readonly name: string;
  readonly userAgent: string;
  /** Named base URLs; the first one is the default. */
  readonly environments: Readonly<Record<string, string | ServerTemplate>>;
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** Alternatives, each a list of schemes that are needed together; an empty list needs no credential. */
  readonly security: readonly (readonly string[])[];
  /** True where keys are meant for browsers. @default false */
  readonly browser?: boolean | undefined;
  readonly idempotency?: IdempotencyKeys | undefined;
  readonly retry?: RetryPolicy | undefined;
  readonly retryAfter?: readonly RetryHint[] | undefined;
  /**
   * Names of the header fields that say how many requests remain. They are logged, and while none remains, further
   * calls wait.
   */
  readonly rateLimit?:
    | {
        readonly limit?: string | undefined;
        readonly remaining?: string | undefined;
        readonly reset?: string | undefined;
      }
    | undefined;
  /** What the vendor allows; counted where a client is given a `quota`. */
  readonly quotas?: readonly QuotaWindow[] | undefined;
  /** Pointers into successful answers. If `data` has several, the first that finds something is used. */
  readonly envelope?:
    | {
        readonly data?: string | readonly string[] | undefined;
        readonly requestId?: string | undefined;
      }
    | undefined;
  readonly errors?: ErrorShape | undefined;
}
