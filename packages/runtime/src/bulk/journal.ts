import type { FateName } from "./fate-name.ts";

/**
 * What survives the process of a run: which rows went together, under which key, and what became of them. It never holds
 * rows, nor what the vendor says in words.
 *
 * One run has a journal at a time: {@link Journal.open} refuses a second one, in whatever process.
 */
export interface Journal {
  /** Where it lies, as people would look for it: the path of a file, the key of a store. */
  readonly place: string;
  /**
   * Takes the journal for this run, and gives its records in the order in which they were put.
   *
   * @throws where it cannot be read or written, or another run has it
   */
  open(): Promise<Iterable<JournalRecord>>;
  /**
   * Adds a record. It resolves once nothing can lose the record, for what it tells of is sent then.
   *
   * @throws where the record is not kept, whole
   */
  put(record: JournalRecord): Promise<void>;
  /** Lets the journal go, so that another run can open it. Called once, whatever became of the run. */
  close(): Promise<void>;
}

/** One record, as it goes to a line of JSON and back. */
export type JournalRecord = JournalRun | JournalChunk | JournalOutcome | JournalUnsent;

/** The first record: which run it is. */
export interface JournalRun {
  readonly kind: "run";
  /** Version of this format. */
  readonly version: 1;
  readonly client: string;
  readonly operation: string;
  /** SHA-256 of the address and of all params but the rows, in hexadecimal digits. */
  readonly params: string;
  /** Most bytes of a body, by which rows that are too large are told. */
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
  /** How many rows it takes, those that cannot be sent included. */
  readonly rows: number;
  /** SHA-256 of the body, in hexadecimal digits. */
  readonly digest: string;
  /** Idempotency key that it is sent under. */
  readonly key?: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What became of a chunk. One that has none may have been sent. */
export interface JournalOutcome {
  readonly kind: "outcome";
  readonly n: number;
  /** Rows that the vendor named: their number within the chunk, from 0, the field that is wrong, and the code. */
  readonly rejected: readonly (readonly [row: number, field?: string | null, code?: string | null])[];
  /** Fate of the other rows of the chunk. */
  readonly rest: RestFate;
  /** Number of failures among them that the vendor counts without naming them. */
  readonly failed?: number | undefined;
  /** The code that they were all refused with. */
  readonly code?: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Fates that the rows of a chunk can share for good. */
export type RestFate = Exclude<FateName, "unknown">;

/** The chunk was certainly not taken, and can be sent. */
export interface JournalUnsent {
  readonly kind: "unsent";
  readonly n: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}
