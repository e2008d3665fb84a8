import type { APIErrorClass } from "./errors/api-error.ts";
import type { Method } from "./operation.ts";
import type { QuotaWindow } from "./quota-window.ts";
import type { SecurityScheme } from "./security-scheme.ts";
import type { ServerTemplate } from "./server-parts.ts";
import type { StatusPattern } from "./status.ts";

/** How a vendor's hint about waiting is written: a span, or a point in time in Unix seconds. */
export type HintFormat = "seconds" | "milliseconds" | "epochSeconds";

/** What a vendor says about repeating requests; overrides the house's table row by row. */
export interface RetryPolicy {
  /** Methods that are never repeated once they were (possibly) sent. */
  readonly never?: readonly Method[] | undefined;
  /** Statuses after which a request may be sent again; for GET, HEAD and OPTIONS besides the default. @default 408, 425, 429 and 5XX but 501 and 505 */
  readonly statuses?: readonly StatusPattern[] | undefined;
  /** Statuses that prove that nothing was done, so that any request may be repeated. */
  readonly notProcessed?: readonly StatusPattern[] | undefined;
  /** Longest hint that is waited for, in milliseconds. @default 60_000 */
  readonly maxRetryAfterMs?: number | undefined;
  /**
   * The same in seconds, as packages of earlier generators say it.
   * @deprecated Use `maxRetryAfterMs`.
   */
  readonly maxRetryAfter?: number | undefined;
}

/** Where a vendor says how long to wait, besides `Retry-After`; read on 429, and on an answer that says that nothing remains. */
export type RetryHint =
  | { readonly header: string; readonly format: HintFormat }
  | { readonly body: string; readonly format: HintFormat };

/** Pointers of rows, and within a row of the field and of what is wrong with it; the first that is there counts. */
export interface ErrorRows {
  readonly at: readonly string[];
  readonly field?: readonly string[] | undefined;
  readonly message: readonly string[];
}

/** Where an error answer holds what a person needs; every pointer list is tried in order. */
export interface ErrorShape {
  readonly code?: readonly string[] | undefined;
  readonly message?: readonly string[] | undefined;
  readonly details?: readonly string[] | undefined;
  /** What is wrong, row by row, where the shape of it is not one of the usual. */
  readonly rows?: ErrorRows | undefined;
  readonly requestId?: readonly string[] | undefined;
  /** Header names that may hold the request id, tried before the body. */
  readonly requestIdHeaders?: readonly string[] | undefined;
  /** Class of errors whose status has no class of its own. */
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

/** Everything that one vendor's client is, as data. Written by the generator. */
export interface ClientDefinition {
  /** Class name of the client; stands on errors, so that a vendor's guards know their own. */
  readonly name: string;
  readonly userAgent: string;
  /** Named base URLs; the first one is the default. */
  readonly environments: Readonly<Record<string, string | ServerTemplate>>;
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** Alternatives of schemes that are needed together; `[]` = none. */
  readonly security: readonly (readonly string[])[];
  /** True where keys are meant for browsers. @default false */
  readonly browser?: boolean | undefined;
  readonly idempotency?: IdempotencyKeys | undefined;
  readonly retry?: RetryPolicy | undefined;
  readonly retryAfter?: readonly RetryHint[] | undefined;
  /** Names of the header fields that tell what remains: they are logged, and where nothing remains, further calls wait. */
  readonly rateLimit?:
    | {
        readonly limit?: string | undefined;
        readonly remaining?: string | undefined;
        readonly reset?: string | undefined;
      }
    | undefined;
  /** What the vendor allows; counted where a client is given a `quota`. */
  readonly quotas?: readonly QuotaWindow[] | undefined;
  /** Pointers into successful answers; of several places of the value the first that is there counts. */
  readonly envelope?:
    | {
        readonly data?: string | readonly string[] | undefined;
        readonly requestId?: string | undefined;
      }
    | undefined;
  readonly errors?: ErrorShape | undefined;
}
