import {
  APIClient,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  type ClientDefinition,
  type ClientOptions,
  type Credential,
} from "@trunkline/runtime/client";
import { ScalarGalaxyError } from "./errors.js";
import { Authentication } from "./resources/authentication.js";
import { Planets } from "./resources/planets.js";
import { VERSION } from "./version.js";

const definition: ClientDefinition = {
  name: "ScalarGalaxy",
  userAgent: `trunkline-scalargalaxy/${VERSION}`,
  environments: { production: "https://galaxy.scalar.com", responds: "https://void.scalar.com" },
  schemes: {
    bearerAuth: bearer({ option: "apiKey", env: "SCALAR_GALAXY_API_KEY" }),
    basicAuth: basic(
      { option: "username", env: "SCALAR_GALAXY_USERNAME" },
      { option: "password", env: "SCALAR_GALAXY_PASSWORD" },
    ),
    apiKeyHeader: apiKeyHeader("X-API-Key", { option: "apiKey", env: "SCALAR_GALAXY_API_KEY" }),
    apiKeyQuery: apiKeyQuery("api_key", { option: "apiKey", env: "SCALAR_GALAXY_API_KEY" }),
    apiKeyCookie: apiKeyCookie("api_key", { option: "apiKey", env: "SCALAR_GALAXY_API_KEY" }),
    oAuth2: bearer({ option: "accessToken", env: "SCALAR_GALAXY_ACCESS_TOKEN" }),
    openIdConnect: bearer({ option: "accessToken", env: "SCALAR_GALAXY_ACCESS_TOKEN" }),
  },
  security: [
    ["bearerAuth"],
    ["basicAuth"],
    ["apiKeyQuery"],
    ["apiKeyHeader"],
    ["apiKeyCookie"],
    ["oAuth2"],
    ["openIdConnect"],
  ],
  errors: { base: ScalarGalaxyError },
};

export interface ScalarGalaxyOptions extends ClientOptions {
  apiKey?: Credential | undefined;
  username?: Credential | undefined;
  password?: Credential | undefined;
  accessToken?: Credential | undefined;
  environment?: "production" | "responds" | undefined;
}

export class ScalarGalaxy extends APIClient<ScalarGalaxyOptions> {
  readonly planets: Planets = new Planets(this);

  readonly authentication: Authentication = new Authentication(this);

  constructor(options: ScalarGalaxyOptions = {}) {
    super(definition, options);
  }
}
