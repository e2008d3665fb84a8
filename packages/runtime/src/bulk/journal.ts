import type { FateName } from "./fate-name.ts";

/**
 * A durable record of a run: which rows were sent together, with which idempotency key, and what became of them. It
 * contains neither the rows nor the vendor's messages.
 *
 * Only one run at a time can have a journal open, whichever process it is in.
 */
export interface Journal {
  /** Where the journal is, in messages: the path of a file, or the key in a store. */
  readonly place: string;
  /**
   * Locks the journal for this run, and gives its records in the order in which they were put.
   *
   * @throws if the journal cannot be read or written, or another run has it open
   */
  open(): Promise<Iterable<JournalRecord>>;
  /**
   * Adds a record. It resolves when the record is stored durably; only then the run sends the rows of a chunk.
   *
   * @throws if the record could not be stored as a whole
   */
  put(record: JournalRecord): Promise<void>;
  /** Unlocks the journal, so that another run can open it. Called once, also if the run failed. */
  close(): Promise<void>;
}

/** One record of a journal. It can be written as JSON and read back. */
export type JournalRecord = JournalRun | JournalChunk | JournalOutcome | JournalUnsent;

/** The first record, which identifies the run. */
export interface JournalRun {
  readonly kind: "run";
  /** Version of this format. */
  readonly version: 1;
  /** Name of the client. */
  readonly client: string;
  /** Id of the operation, such as `leads.upload`. */
  readonly operation: string;
  /** SHA-256 of the address and of all params except the rows, in hexadecimal digits. */
  readonly params: string;
  /** The option `maxBytes` of the run, in bytes. */
  readonly maxBytes: number;
  /** When the run began, in milliseconds since 1970. */
  readonly at: number;
}

/** A chunk that is about to be sent. */
export interface JournalChunk {
  readonly kind: "chunk";
  /** Number of the chunk, from 0. */
  readonly n: number;
  /** Number of its first row in the run, from 0. */
  readonly first: number;
  /** How many rows it has, including those that cannot be sent. */
  readonly rows: number;
  /** SHA-256 of the body, in hexadecimal digits. */
  readonly digest: string;
  /** The idempotency key of its request. */
  readonly key?: string | undefined;
  /** When the record was made, in milliseconds since 1970. */
  readonly at: number;
}

/** What became of a chunk. A chunk without an outcome may have been sent. */
export interface JournalOutcome {
  readonly kind: "outcome";
  /** Number of the chunk, from 0. */
  readonly n: number;
  /** The rows that the vendor says are wrong: the row's number in the chunk, from 0, the field, and the vendor's code. */
  readonly rejected: readonly (readonly [row: number, field?: string | null, code?: string | null])[];
  /** What became of the other rows of the chunk. */
  readonly rest: RestFate;
  /** How many of the other rows failed, if the vendor counts them and does not say which. */
  readonly failed?: number | undefined;
  /** The vendor's code, if it refused the chunk as a whole. */
  readonly code?: string | undefined;
  /** When the record was made, in milliseconds since 1970. */
  readonly at: number;
}

/** Final fates that all rows of a chunk can share. */
export type RestFate = Exclude<FateName, "unknown">;

/** A chunk that the vendor certainly did not process, so that it can be sent again. */
export interface JournalUnsent {
  readonly kind: "unsent";
  /** Number of the chunk, from 0. */
  readonly n: number;
  /** When the record was made, in milliseconds since 1970. */
  readonly at: number;
}
