import type { ErrorKind } from "./brand.ts";
import { type ErrorContext, TrunklineError } from "./trunkline-error.ts";

/** What is known of an error answer. */
export interface APIErrorInit extends ErrorContext {
  /** @default the name of the class */
  readonly name?: string | undefined;
  readonly message: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly code?: string | undefined;
  readonly details?: unknown;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** A class of errors that are made from an error answer. */
export type APIErrorClass = new (init: APIErrorInit) => APIError;

/** The API answered with an error status; base class of the errors of each status. */
export class APIError extends TrunklineError {
  static override readonly kind: ErrorKind = "api";

  declare readonly status: number;
  declare readonly headers: Headers;
  /** The answer's body: parsed JSON, else text; at most 64 kB of it are kept. */
  declare readonly body: unknown;
  /** The vendor's machine-readable code. */
  declare readonly code: string | undefined;
  /** Details that the vendor gives, such as the fields that are wrong. */
  declare readonly details: unknown;
  /** The vendor's id of the request, for a support ticket. */
  declare readonly requestId: string | undefined;
  /** How long the vendor asks to wait, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  /** How long the vendor asks to wait, in seconds. */
  declare readonly retryAfter: number | undefined;

  constructor(init: APIErrorInit) {
    const { message, name, ...answer } = init;
    const { status, retryAfterMs } = answer;
    super(message, answer, `api.${status >= 500 ? "5XX" : status}`, name ?? new.target.name);
    if (retryAfterMs !== undefined) this.retryAfter = retryAfterMs / 1000;
  }
}
