import type { CredentialSource, SecurityScheme } from "../security-scheme.ts";
import { authenticatorWith, findSecret } from "./secret.ts";

/** A token in `Authorization: Bearer` (RFC 6750). */
export function bearer(source: CredentialSource): SecurityScheme {
  return {
    sources: [source],
    header: "authorization",
    configure: (options) =>
      authenticatorWith(findSecret(source, options), (secret) => ({
        header: ["authorization", `Bearer ${secret}`],
        secrets: [secret],
      })),
  };
}
