import { type ErrorContext, TrunklineError } from "../client.ts";
import type { BulkSummary } from "./types.ts";

/**
 * A run ended before all rows were sent. `cause` says why, and `summary` says what became of the rows that were read.
 */
export class BulkError extends TrunklineError {
  static override readonly kind = "bulk";

  /** What became of the rows that were read. */
  declare readonly summary: BulkSummary;

  constructor(summary: BulkSummary, context: ErrorContext) {
    const { cause } = context;
    const counts = Object.entries(summary).filter(([, count]) => count);
    super(
      `${context.operation} in bulk ended early (${counts.map((one) => one.join(": ")).join(", ")}): ${cause instanceof Error ? cause.message : cause}`,
      context,
      "bulk",
      "BulkError",
    );
    this.summary = summary;
  }
}
