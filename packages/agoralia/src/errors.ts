import { APIError, type APIErrorGuard, errorGuard, isErrorOf } from "@trunkline/runtime/client";
import type { ErrorResponse, ValidationErrorResponse } from "./types.js";

/** An error response from the Agoralia Public API; base class of all of them. */
export class AgoraliaError extends APIError {
  static override readonly name: string = "AgoraliaError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "Agoralia");
  }
}

/** Bodies of error responses, by operation and status. */
export interface AgoraliaErrorBodies {
  "me.get": Record<401 | 403 | 429 | 500 | 503, ErrorResponse> & Record<422, ValidationErrorResponse>;
  "agents.list": Record<401 | 403 | 429 | 500 | 503, ErrorResponse> & Record<422, ValidationErrorResponse>;
  "agents.create": Record<400 | 401 | 403 | 409 | 429 | 500 | 503, ErrorResponse> &
    Record<422, ValidationErrorResponse>;
  "campaigns.list": Record<401 | 403 | 429 | 500 | 503, ErrorResponse> & Record<422, ValidationErrorResponse>;
  "campaigns.create": Record<400 | 401 | 403 | 404 | 409 | 429 | 500 | 503, ErrorResponse> &
    Record<422, ValidationErrorResponse>;
  "campaigns.start": Record<400 | 401 | 403 | 404 | 429 | 500 | 503, ErrorResponse> &
    Record<422, ValidationErrorResponse>;
  "campaigns.results": Record<401 | 403 | 404 | 429 | 500 | 503, ErrorResponse> &
    Record<422, ValidationErrorResponse>;
  "leads.upsert": Record<400 | 401 | 403 | 404 | 409 | 429 | 500 | 503, ErrorResponse> &
    Record<422, ValidationErrorResponse>;
  "calls.list": Record<401 | 403 | 429 | 500 | 503, ErrorResponse> & Record<422, ValidationErrorResponse>;
}

/**
 * Tells whether a value is an error of this client, and of one operation and status if you name them. Narrows
 * the type of `body` to what is documented.
 *
 * @example
 * ```ts
 * try {
 *   // a call
 * } catch (error) {
 *   if (isAPIError(error, "me.get", 422)) console.error(error.body);
 * }
 * ```
 */
export const isAPIError: APIErrorGuard<AgoraliaErrorBodies> = errorGuard("Agoralia");
