import { type ClientDefinition, tokenExchange } from "@trunkline/runtime/client";
import { AgoraError } from "./errors.js";
import { VERSION } from "./version.js";

/** What the runtime knows of the API as a whole. */
export const definition: ClientDefinition = {
  name: "Agora",
  userAgent: `trunkline-agora/${VERSION}`,
  environments: {
    production: "https://core.agoraai.tech/api/v1",
    development: "https://core-dev.agoraai.tech/api/v1",
  },
  schemes: {
    bearerAuth: tokenExchange({
      option: "accessToken",
      env: "AGORA_ACCESS_TOKEN",
      exchange: {
        option: "apiKey",
        env: "AGORA_API_KEY",
        method: "POST",
        path: "/auth/api-key/token",
        operation: "authentication.loginWithApiKey",
        request: "/api_key",
        token: "/access_token",
        expiresIn: "/expires_in",
      },
    }),
  },
  security: [["bearerAuth"]],
  errors: { code: ["/error"], message: ["/message"], base: AgoraError },
};
