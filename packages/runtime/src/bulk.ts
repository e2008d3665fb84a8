/** Sends any number of rows through an operation that takes a limited number, and records the run in a journal. */
export { BulkError } from "./bulk/bulk-error.ts";
export type { FateCounts, FateName } from "./bulk/fate-name.ts";
export type {
  Journal,
  JournalChunk,
  JournalOutcome,
  JournalRecord,
  JournalRun,
  JournalUnsent,
  RestFate,
} from "./bulk/journal.ts";
export { bulkRun } from "./bulk/run.ts";
export type {
  BulkFate,
  BulkOptions,
  BulkProgress,
  BulkRows,
  BulkRun,
  BulkSummary,
} from "./bulk/types.ts";
