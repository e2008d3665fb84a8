import { apiKeyHeader, type ClientDefinition, idempotencyKeys } from "@trunkline/runtime/client";
import { AgoraliaError } from "./errors.js";
import { VERSION } from "./version.js";

/** What the runtime knows of the API as a whole. */
export const definition: ClientDefinition = {
  name: "Agoralia",
  userAgent: `trunkline-agoralia/${VERSION}`,
  environments: { production: "https://api.agoralia.app/api/v1" },
  schemes: { ApiKeyAuth: apiKeyHeader("X-API-Key", { option: "apiKey", env: "AGORALIA_API_KEY" }) },
  security: [["ApiKeyAuth"]],
  idempotency: idempotencyKeys("Idempotency-Key", "auto"),
  retry: { statuses: [429, 500, 503], maxRetryAfterMs: 65000 },
  retryAfter: [{ header: "X-RateLimit-Reset", format: "epochSeconds" }],
  rateLimit: { limit: "X-RateLimit-Limit", remaining: "X-RateLimit-Remaining", reset: "X-RateLimit-Reset" },
  quotas: [
    { limit: 120, per: 60000, scope: "account" },
    { limit: 20000, per: 86400000, scope: "account" },
    {
      limit: 100,
      per: 60000,
      scope: "address",
      headers: { remaining: "X-RateLimit-Remaining", reset: "X-RateLimit-Reset" },
    },
  ],
  errors: { message: ["/detail"], details: ["/detail"], base: AgoraliaError },
};
