import type { RequestOptions } from "../client.ts";
import type { FateCounts } from "./fate-name.ts";
import type { Journal } from "./journal.ts";

/** The rows of a run: a list, or anything that can be iterated. They are read one by one, as they are needed. */
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
      /** The field that is wrong, if it is known. */
      readonly field: string | undefined;
      /** The vendor's code for what is wrong, if it gives one. */
      readonly code: string | undefined;
      /** The vendor's message. `undefined` for rows that an earlier run sent. */
      readonly message: string | undefined;
    }
  | {
      readonly fate: "undetermined";
      /** How many of the undetermined rows of its chunk failed. */
      readonly failed: number;
    }
  | {
      readonly fate: "unknown" | "unsent";
      /** Why. `undefined` for rows that an earlier run sent. */
      readonly error: Error | undefined;
    }
);

/** How many rows have which fate, in a run that has ended. The counts add up to `read`. */
export interface BulkSummary extends FateCounts {
  /** How many rows were read. */
  readonly read: number;
  /** How many chunks the rows were divided into; each is sent in one request. */
  readonly chunks: number;
  /** Where the journal is: its `place`. `undefined` without one. */
  readonly journal: string | undefined;
}

/** The progress of a run: how many rows have which fate so far. */
export interface BulkProgress extends FateCounts {
  /** How many rows were read. */
  readonly read: number;
  /** How many rows this run has sent. */
  readonly sent: number;
  /** How many rows this run gets answers for in a second, on average. */
  readonly rowsPerSecond: number;
  /** How many seconds the rest takes at this rate. `undefined` if the number of rows is not known. */
  readonly secondsLeft: number | undefined;
}

/** Options of a run. Those that a call has too apply to each request of the run. */
export interface BulkOptions
  extends Pick<
    RequestOptions,
    "headers" | "maxRetries" | "maxRetryAfter" | "query" | "shouldRetry" | "timeout" | "totalTimeout"
  > {
  /** How many rows one request has at most. @default 500, or the vendor's limit if that is less */
  chunk?: number | undefined;
  /**
   * How many bytes the body of a request has at most. A row that needs more by itself is rejected, and the run goes on
   * with the others.
   *
   * @default 4_194_304
   */
  maxBytes?: number | undefined;
  /**
   * How many requests are sent at the same time. With more than one, rows of different requests can overtake each
   * other.
   *
   * @default 1
   */
  concurrency?: number | undefined;
  /** Records the run, so that a later run with the same rows and params can continue it. @default none */
  journal?: Journal | undefined;
  /** Ends the run: no further request is sent, and those in flight are aborted. @default none */
  signal?: AbortSignal | null | undefined;
  /** Called after each request. If it throws, the run ends. @default none */
  onProgress?: ((progress: BulkProgress) => void) | undefined;
  /**
   * Whether it does no harm if the vendor processes a row twice, which only you can know. `true`: rows whose request got
   * no answer are sent again, by this run or by a later one with the same journal.
   *
   * @default false
   */
  repeatable?: boolean | undefined;
  /**
   * After how many failed requests, one after another, the run ends. A request fails if it gets no answer, or a 5xx.
   *
   * @default 3
   */
  maxFailures?: number | undefined;
}

/**
 * A run that sends rows. Await it to get the summary, or iterate over it to get the fate of each row, in the order of the
 * rows. It reads and sends nothing before that.
 *
 * Both throw a `BulkError` with the summary if the run ends before all rows are sent. A loop first gives the fates of
 * all rows that were read. If you leave the loop, the run ends: it sends no further request, and waits for those in
 * flight.
 *
 * @example
 * for await (const one of client.leads.uploadAll(rows, { campaign_id: 42 })) {
 *   if (one.fate === "rejected") console.log(one.index, one.field, one.message);
 * }
 */
export interface BulkRun<Row> extends Promise<BulkSummary>, AsyncIterable<BulkFate<Row>> {}
