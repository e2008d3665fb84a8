import { APIError, type APIErrorGuard, errorGuard, isErrorOf } from "@trunkline/runtime/client";
import type { ErrorResponse, LeadUploadResponse } from "./types.js";

/** An answer of the Agora Public API that is no success. Every error that is an answer is one. */
export class AgoraError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "Agora");
  }
}

/** Bodies of error answers, by operation and status. */
export interface AgoraErrorBodies {
  "authentication.loginWithApiKey": Record<401, ErrorResponse>;
  "leads.upload": Record<400 | 401 | 403, ErrorResponse> & Record<422, LeadUploadResponse | ErrorResponse>;
  "webhooks.listEventTypes": Record<401 | 403, ErrorResponse>;
  "webhooks.listEndpoints": Record<401 | 403, ErrorResponse>;
  "webhooks.getEndpointHealth": Record<401 | 403 | 404, ErrorResponse>;
}

/**
 * Whether a value is an error of this client, of one operation, of one status; the type of `body` follows.
 * @example
 * ```ts
 * if (isAPIError(error, "leads.upload", 422)) console.error(error.body);
 * ```
 */
export const isAPIError: APIErrorGuard<AgoraErrorBodies> = errorGuard("Agora");
