import type { ErrorKind } from "./brand.ts";
import { type ErrorContext, TrunklineError } from "./trunkline-error.ts";

/** The call or an option is wrong in the code that makes it. Nothing was sent. */
export class UsageError extends TrunklineError {
  static override readonly kind: ErrorKind = "usage";

  constructor(message: string, context?: ErrorContext) {
    super(message, context, "usage", "UsageError");
  }
}
