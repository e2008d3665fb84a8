import { APIError, type APIErrorGuard, errorGuard, isErrorOf } from "@trunkline/runtime/client";
import type { ErrorResponse, LeadUploadResponse } from "./types.js";

/** An error response from the Agora Public API; base class of all of them. */
export class AgoraError extends APIError {
  static override readonly name: string = "AgoraError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "Agora");
  }
}

/** Bodies of error responses, by operation and status. */
export interface AgoraErrorBodies {
  "authentication.loginWithApiKey": Record<401, ErrorResponse>;
  "leads.upload": Record<400 | 401 | 403, ErrorResponse> & Record<422, LeadUploadResponse | ErrorResponse>;
  "webhooks.listEventTypes": Record<401 | 403, ErrorResponse>;
  "webhooks.listEndpoints": Record<401 | 403, ErrorResponse>;
  "webhooks.getEndpointHealth": Record<401 | 403 | 404, ErrorResponse>;
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
 *   if (isAPIError(error, "leads.upload", 422)) console.error(error.body);
 * }
 * ```
 */
export const isAPIError: APIErrorGuard<AgoraErrorBodies> = errorGuard("Agora");
