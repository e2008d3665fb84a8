import { TrunklineError } from "../client.ts";
import type { ErrorKind } from "../errors/brand.ts";
import type { ErrorContext } from "../errors/trunkline-error.ts";

/** There was no place in the vendor's quota within the time that the call may wait; nothing was sent. */
export class QuotaError extends TrunklineError {
  static override readonly kind: ErrorKind = "quota";

  /** Milliseconds that the request would have had to wait, at least. */
  declare readonly waitMs: number;

  constructor(message: string, context: ErrorContext & { readonly waitMs: number }) {
    super(message, context, "quota", "QuotaError");
  }
}
