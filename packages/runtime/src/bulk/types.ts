import type { RequestOptions } from "../client.ts";
import type { FateCounts } from "./fate-name.ts";
import type { Journal } from "./journal.ts";

/** The rows. They are read one by one, as they are needed. */
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
      /** Who rejected it. The client rejects a row that cannot be sent because of its size or its values. */
      readonly by: "vendor" | "client";
      /** The field that is wrong. */
      readonly field: string | undefined;
      readonly code: string | undefined;
      /** What the vendor says. Unknown for rows that an earlier run sent. */
      readonly message: string | undefined;
    }
  | {
      readonly fate: "undetermined";
      /** How many rows of its chunk failed, among those with this fate. */
      readonly failed: number;
    }
  | {
      readonly fate: "unknown" | "unsent";
      /** Why. Unknown for rows that an earlier run sent. */
      readonly error: Error | undefined;
    }
);

/** What became of all rows. The fates add up to `read`. */
export interface BulkSummary extends FateCounts {
  /** Rows that were read. */
  readonly read: number;
  /** How many chunks the rows were divided into; each is sent in one request. */
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
  /** Rows per second for which this run got answers. */
  readonly rowsPerSecond: number;
  /** Seconds that are left at this rate; undefined if the number of rows is not known. */
  readonly secondsLeft: number | undefined;
}

/** Options of a run; those of calls apply to each of its requests. */
export interface BulkOptions
  extends Pick<
    RequestOptions,
    "headers" | "maxRetries" | "maxRetryAfter" | "query" | "shouldRetry" | "timeout" | "totalTimeout"
  > {
  /** Most rows of one request. @default 500, or the vendor's limit if that is less */
  chunk?: number | undefined;
  /** Most bytes of a body; a row that alone needs more is rejected, and the rest goes on. @default 4_194_304 */
  maxBytes?: number | undefined;
  /**
   * How many requests are sent at the same time. With more than one, rows of different requests can overtake each
   * other.
   *
   * @default 1
   */
  concurrency?: number | undefined;
  /** A record that survives the process, so that a later run with the same rows and params can go on. @default none */
  journal?: Journal | undefined;
  /** Ends the run: nothing more is sent, and what is under way is aborted. @default none */
  signal?: AbortSignal | null | undefined;
  /** Called after each request with how far the run has come. If it throws, the run ends. @default none */
  onProgress?: ((progress: BulkProgress) => void) | undefined;
  /**
   * Whether rows can be done twice without harm, which only you can know. `true`: rows whose request got no answer are
   * sent again, by this run and by one that goes on with its journal.
   *
   * @default false
   */
  repeatable?: boolean | undefined;
  /** The run ends after so many requests in a row got no answer, or a 5xx. @default 3 */
  maxFailures?: number | undefined;
}

/**
 * A run over rows. Await it for the summary, or iterate over it for the fate of each row, in the order of the rows.
 * Nothing is read or sent before that.
 *
 * Both throw a `BulkError` with the summary if the run ended before all rows were sent; a loop first gives the fates of
 * all rows that were read. Leaving a loop ends the run: nothing more is sent, and requests under way are waited for.
 */
export interface BulkRun<Row> extends Promise<BulkSummary>, AsyncIterable<BulkFate<Row>> {}
