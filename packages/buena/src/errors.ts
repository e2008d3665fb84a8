import { APIError, type APIErrorGuard, errorGuard, isErrorOf } from "@trunkline/runtime/client";
import type { ErrorResponse, RouteErrorResponse, VoiceCloneErrorResponse } from "./types.js";

/** An error response from the Buena API; base class of all of them. */
export class BuenaError extends APIError {
  static override readonly name: string = "BuenaError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "Buena");
  }
}

/** Bodies of error responses, by operation and status. */
export interface BuenaErrorBodies {
  "health.check": Record<401 | 429 | 500 | 502 | 503, ErrorResponse>;
  "apiKeys.list": Record<401 | 403 | 429 | 500 | 502 | 503, ErrorResponse>;
  "apiKeys.create": Record<400 | 401 | 403 | 422 | 429 | 500 | 502 | 503, ErrorResponse>;
  "apiKeys.update": Record<400 | 401 | 403 | 404 | 429 | 500 | 502 | 503, ErrorResponse>;
  "apiKeys.delete": Record<401 | 403 | 404 | 429 | 500 | 502 | 503, ErrorResponse>;
  "apiKeys.regenerate": Record<401 | 403 | 404 | 429 | 500 | 502 | 503, ErrorResponse>;
  "apiKeys.stats": Record<400 | 401 | 403 | 404 | 429 | 500 | 502 | 503, ErrorResponse>;
  "leads.list": Record<400 | 401 | 403 | 429 | 500 | 502 | 503, ErrorResponse>;
  "leads.create": Record<400 | 401 | 403 | 409 | 422 | 429 | 500 | 502 | 503, ErrorResponse>;
  "leads.get": Record<401 | 403 | 404 | 429 | 500 | 502 | 503, ErrorResponse>;
  "leads.update": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 502 | 503, ErrorResponse>;
  "leads.delete": Record<401 | 403 | 404 | 429 | 500 | 502 | 503, ErrorResponse>;
  "leads.enrich": Record<400 | 401 | 402 | 403 | 429 | 500 | 502 | 503, ErrorResponse>;
  "prospecting.search": Record<400 | 401 | 403 | 429 | 500 | 502 | 503, ErrorResponse>;
  "linkedin.scheduleAction": Record<400 | 401 | 403 | 429 | 500 | 502 | 503, ErrorResponse>;
  "linkedin.uploadProspects": Record<400 | 401 | 403 | 429 | 500 | 502 | 503, ErrorResponse>;
  "campaigns.exportCsv": Record<400 | 401 | 403 | 404 | 429 | 500 | 502 | 503, ErrorResponse>;
  "users.listIntegrations": Record<400, RouteErrorResponse | ErrorResponse> &
    Record<401 | 403 | 429 | 500 | 502 | 503, ErrorResponse>;
  "users.connectLinkedin": Record<400, ErrorResponse | RouteErrorResponse> &
    Record<401 | 403 | 429 | 500 | 502 | 503, ErrorResponse>;
  "users.getLinkedin": Record<400, RouteErrorResponse | ErrorResponse> &
    Record<401 | 403 | 429 | 500 | 502 | 503, ErrorResponse>;
  "users.listJobs": Record<400, RouteErrorResponse | ErrorResponse> &
    Record<401 | 403 | 429 | 500 | 502 | 503, ErrorResponse>;
  "voiceClones.list": Record<400 | 401 | 403 | 429 | 500 | 502 | 503, ErrorResponse>;
  "voiceClones.create": Record<400 | 413 | 429, VoiceCloneErrorResponse | ErrorResponse> &
    Record<401 | 403 | 500 | 502 | 503, ErrorResponse>;
  "voiceClones.generatePreview": Record<400 | 404 | 500, VoiceCloneErrorResponse | ErrorResponse> &
    Record<401 | 403 | 429 | 502 | 503, ErrorResponse>;
  "voiceClones.update": Record<400 | 401 | 403 | 429 | 500 | 502 | 503, ErrorResponse> &
    Record<404, VoiceCloneErrorResponse | ErrorResponse>;
  "voiceClones.delete": Record<401 | 403 | 429 | 500 | 502 | 503, ErrorResponse> &
    Record<404 | 409, VoiceCloneErrorResponse | ErrorResponse>;
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
 *   if (isAPIError(error, "users.listIntegrations", 429)) console.error(error.body);
 * }
 * ```
 */
export const isAPIError: APIErrorGuard<BuenaErrorBodies> = errorGuard("Buena");
