import type { FateName } from "./fate-name.ts";

/**
 * A record of a run that survives its process: which rows were sent together, under which key, and what became of them.
 * It holds neither rows nor the vendor's messages.
 *
 * Only one run can have a journal open: {@link Journal.open} refuses a second one, from any process.
 */
export interface Journal {
  /** Where the journal is, for people: the path of a file, or the key in a store. */
  readonly place: string;
  /**
   * Locks the journal for this run, and gives its records in the order in which they were put.
   *
   * @throws if it cannot be read or written, or another run has it open
   */
  open(): Promise<Iterable<JournalRecord>>;
  /**
   * Adds a record. Resolves once the record cannot be lost: the rows that it is about are sent after that.
   *
   * @throws if the record could not be kept as a whole
   */
  put(record: JournalRecord): Promise<void>;
  /** Unlocks the journal, so that another run can open it. Called once, whatever became of the run. */
  close(): Promise<void>;
}

/** One record, as it goes to a line of JSON and back. */
export type JournalRecord = JournalRun | JournalChunk | JournalOutcome | JournalUnsent;

/** The first record, which identifies the run. */
export interface JournalRun {
  readonly kind: "run";
  /** Version of this format. */
  readonly version: 1;
  readonly client: string;
  readonly operation: string;
  /** SHA-256 of the address and of all params but the rows, in hexadecimal digits. */
  readonly params: string;
  /** Largest body, in bytes. A row that needs more is rejected. */
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Put before a chunk is sent. */
export interface JournalChunk {
  readonly kind: "chunk";
  /** Number of the chunk, from 0. */
  readonly n: number;
  /** Number of its first row within the run, from 0. */
  readonly first: number;
  /** How many rows it has, including those that cannot be sent. */
  readonly rows: number;
  /** SHA-256 of the body, in hexadecimal digits. */
  readonly digest: string;
  /** Idempotency key that it is sent with. */
  readonly key?: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What became of a chunk. A chunk without an outcome may have been sent. */
export interface JournalOutcome {
  readonly kind: "outcome";
  readonly n: number;
  /** Rows that the vendor named: their number within the chunk (from 0), the field that is wrong, and the code. */
  readonly rejected: readonly (readonly [row: number, field?: string | null, code?: string | null])[];
  /** What became of the other rows of the chunk. */
  readonly rest: RestFate;
  /** How many of the others failed, where the vendor counts them without naming them. */
  readonly failed?: number | undefined;
  /** The code of the refusal, if all rows were refused. */
  readonly code?: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Final fates that all rows of a chunk can share. */
export type RestFate = Exclude<FateName, "unknown">;

/** The chunk was certainly not taken, and can be sent. */
export interface JournalUnsent {
  readonly kind: "unsent";
  readonly n: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}
