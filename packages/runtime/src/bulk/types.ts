import type { RequestOptions } from "../client.ts";
import type { FateCounts } from "./fate-name.ts";
import type { Journal } from "./journal.ts";

/** Rows, one after the other; they are read as they are needed. */
export type BulkRows<Row> = Iterable<Row> | AsyncIterable<Row>;

/** A row and what became of it. */
export type BulkFate<Row> = {
  /** Number of the row, from 0, in the order in which rows were read. */
  readonly index: number;
  /** The row, as it was given. */
  readonly row: Row;
} & (
  | { readonly fate: "accepted" }
  | {
      readonly fate: "rejected";
      /** Who rejected it: a row that cannot be sent, for its size or its values, never reaches the vendor. */
      readonly by: "vendor" | "client";
      /** The field that is wrong. */
      readonly field: string | undefined;
      readonly code: string | undefined;
      /** What the vendor says; not known of rows that an earlier run sent. */
      readonly message: string | undefined;
    }
  | {
      readonly fate: "undetermined";
      /** How many failed of the rows of its chunk that share this fate. */
      readonly failed: number;
    }
  | {
      readonly fate: "unknown" | "unsent";
      /** Why; not known of rows that an earlier run sent. */
      readonly error: Error | undefined;
    }
);

/** What became of all rows. The fates add up to `read`. */
export interface BulkSummary extends FateCounts {
  /** Rows that were read. */
  readonly read: number;
  /** Requests' worth of rows. */
  readonly chunks: number;
  /** Where the journal lies; undefined without one. */
  readonly journal: string | undefined;
}

/** How far a run has come. */
export interface BulkProgress extends FateCounts {
  /** Rows that were read. */
  readonly read: number;
  /** Rows that were sent by this run. */
  readonly sent: number;
  /** Rows a second that this run has got answers for. */
  readonly rowsPerSecond: number;
  /** Seconds that are left at this rate; undefined where nobody knows how many rows there are. */
  readonly secondsLeft: number | undefined;
}

/** Options of a run; those of calls apply to each of its requests. */
export interface BulkOptions
  extends Pick<
    RequestOptions,
    "headers" | "maxRetries" | "maxRetryAfter" | "query" | "shouldRetry" | "timeout" | "totalTimeout"
  > {
  /** Most rows of a request. @default 500, or the vendor's greatest number where that is less */
  chunk?: number | undefined;
  /** Most bytes of a body; a row that alone needs more is rejected, and the rest goes on. @default 4_194_304 */
  maxBytes?: number | undefined;
  /** Requests at the same time. With more than one, rows of different requests overtake each other. @default 1 */
  concurrency?: number | undefined;
  /** What survives the process, so that a run with the same rows and params can go on. @default none */
  journal?: Journal | undefined;
  /** Ends the run: nothing more is sent, and what is under way is aborted. @default none */
  signal?: AbortSignal | null | undefined;
  /** Told how far the run has come, after each request. What it throws ends the run. @default none */
  onProgress?: ((progress: BulkProgress) => void) | undefined;
  /**
   * Whether rows may be done twice without harm, as only you can know: then what got no answer is sent again, by this run
   * and by one that goes on with its journal.
   *
   * @default false
   */
  repeatable?: boolean | undefined;
  /** Requests in a row without an answer, or answered with a 5xx, after which the run ends. @default 3 */
  maxFailures?: number | undefined;
}

/**
 * A run over rows. Nothing is read or sent before it is awaited, for the summary, or iterated over, for the fate of each
 * row in the order of the rows.
 *
 * Both throw a `BulkError` with the summary where the run ended before its rows did; a loop first gives the fates of all
 * rows that were read. Leaving a loop ends the run: nothing more is sent, and what is under way is waited for.
 */
export interface BulkRun<Row> extends Promise<BulkSummary>, AsyncIterable<BulkFate<Row>> {}
