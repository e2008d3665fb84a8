import type { ErrorKind } from "./brand.ts";
import { type ErrorContext, TrunklineError } from "./trunkline-error.ts";

/** The call cannot be made as it was written; nothing was sent. */
export class UsageError extends TrunklineError {
  static override readonly kind: ErrorKind = "usage";

  constructor(message: string, context?: ErrorContext) {
    super(message, context, "usage", "UsageError");
  }
}
