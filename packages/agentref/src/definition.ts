import { bearer, type ClientDefinition, idempotencyKeys } from "@trunkline/runtime/client";
import {
  AgentRefError,
  AuthError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  RateLimitError,
  ServerError,
  ValidationError,
} from "./errors.js";
import { VERSION } from "./version.js";

/** What the runtime knows of the API as a whole. */
export const definition: ClientDefinition = {
  name: "AgentRef",
  userAgent: `trunkline-agentref/${VERSION}`,
  environments: { production: "https://www.agentref.co/api/v1" },
  schemes: { ApiKeyAuth: bearer({ option: "apiKey", env: "AGENTREF_API_KEY" }) },
  security: [["ApiKeyAuth"]],
  idempotency: idempotencyKeys("Idempotency-Key", "explicit"),
  retry: { never: ["PUT", "PATCH", "DELETE"], statuses: [429, "5XX"] },
  rateLimit: { limit: "X-RateLimit-Limit" },
  quotas: [{ limit: 60, per: 60000, scope: "key" }],
  envelope: { data: "/data", requestId: "/meta/requestId" },
  errors: {
    code: ["/error/code"],
    message: ["/error/message"],
    details: ["/error/details"],
    requestId: ["/meta/requestId"],
    base: AgentRefError,
    classes: {
      "400": ValidationError,
      "401": AuthError,
      "403": ForbiddenError,
      "404": NotFoundError,
      "409": ConflictError,
      "422": ValidationError,
      "429": RateLimitError,
      "5XX": ServerError,
    },
  },
};
