import { type ErrorContext, TrunklineError } from "../client.ts";
import type { BulkSummary } from "./types.ts";

/** A run ended before all rows were sent. `cause` is the error that ended it; `summary` counts the rows by fate. */
export class BulkError extends TrunklineError {
  static override readonly kind = "bulk";

  /** How many rows have which fate. */
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
