import type { ErrorKind } from "./brand.ts";
import { type ErrorContext, TrunklineError } from "./trunkline-error.ts";

/** What is known of an answer that cannot be read as what it should be. */
export interface APIResponseErrorInit extends ErrorContext {
  readonly status: number;
  readonly headers: Headers;
  readonly contentType: string | undefined;
  readonly requestId: string | undefined;
  readonly excerpt: string;
}

/**
 * The status says success, but the body is not what it should be: HTML in place of JSON, JSON that breaks off, or
 * nothing at all.
 */
export class APIResponseError extends TrunklineError {
  static override readonly kind: ErrorKind = "response";

  declare readonly status: number;
  declare readonly headers: Headers;
  declare readonly contentType: string | undefined;
  declare readonly requestId: string | undefined;
  /** Beginning of the body. */
  declare readonly excerpt: string;

  constructor(
    message: string,
    init: APIResponseErrorInit,
    kind: ErrorKind = "response",
    name = "APIResponseError",
  ) {
    super(message, init, kind, name);
  }
}

/**
 * The answer is larger than `maxResponseBytes`. The request is not sent again, because the next answer would be as
 * large.
 */
export class APIResponseTooLargeError extends APIResponseError {
  static override readonly kind: ErrorKind = "response.size";

  /** The limit, in bytes. */
  declare readonly limit: number;

  constructor(message: string, init: APIResponseErrorInit & { readonly limit: number }) {
    super(message, init, "response.size", "APIResponseTooLargeError");
  }
}
