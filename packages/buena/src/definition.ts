import { apiKeyHeader, bearer, type ClientDefinition } from "@trunkline/runtime/client";
import { BuenaError } from "./errors.js";
import { VERSION } from "./version.js";

/** What the runtime knows of the API as a whole. */
export const definition: ClientDefinition = {
  name: "Buena",
  userAgent: `trunkline-buena/${VERSION}`,
  environments: { production: "https://api.buena.ai/api/v2", staging: "https://staging-api.buena.ai/api/v2" },
  schemes: {
    ApiKeyAuth: apiKeyHeader("x-api-key", { option: "apiKey", env: "BUENA_API_KEY" }),
    BearerAuth: bearer({ option: "accessToken", env: "BUENA_ACCESS_TOKEN" }),
  },
  security: [["ApiKeyAuth"], ["BearerAuth"]],
  retry: { statuses: [429, 500, 502, 503, 504], notProcessed: [429] },
  retryAfter: [
    { body: "/retryAfter", format: "seconds" },
    { header: "X-RateLimit-Reset", format: "epochSeconds" },
  ],
  rateLimit: { limit: "X-RateLimit-Limit", remaining: "X-RateLimit-Remaining", reset: "X-RateLimit-Reset" },
  quotas: [
    {
      limit: 60,
      per: 60000,
      scope: "key",
      headers: {
        remaining: "X-RateLimit-Remaining",
        reset: "X-RateLimit-Reset",
        only: { header: "X-RateLimit-Window", value: "minute" },
      },
    },
    {
      limit: 1000,
      per: 3600000,
      scope: "key",
      headers: {
        remaining: "X-RateLimit-Remaining",
        reset: "X-RateLimit-Reset",
        only: { header: "X-RateLimit-Window", value: "hour" },
      },
    },
    {
      limit: 10000,
      per: 86400000,
      scope: "key",
      headers: {
        remaining: "X-RateLimit-Remaining",
        reset: "X-RateLimit-Reset",
        only: { header: "X-RateLimit-Window", value: "day" },
      },
    },
  ],
  errors: {
    code: ["/code", "/error"],
    message: ["/message", "/error"],
    details: ["/details"],
    base: BuenaError,
  },
};
