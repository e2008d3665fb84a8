import { TrunklineError } from "../client.ts";
import type { ErrorKind } from "../errors/brand.ts";
import type { ErrorContext } from "../errors/trunkline-error.ts";

/** The quota had no place for a request within the time that the call may wait. The request was not sent. */
export class QuotaError extends TrunklineError {
  static override readonly kind: ErrorKind = "quota";

  /** Shortest time after which there can be a place, in milliseconds. */
  declare readonly waitMs: number;

  constructor(message: string, context: ErrorContext & { readonly waitMs: number }) {
    super(message, context, "quota", "QuotaError");
  }
}
