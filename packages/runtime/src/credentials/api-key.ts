import { carry } from "./carry.ts";
import type { CredentialSource, SecurityScheme } from "./scheme.ts";
import { findSecret } from "./secret.ts";

/** An API key in a header field. */
export function apiKeyHeader(name: string, source: CredentialSource): SecurityScheme {
  return {
    sources: [source],
    header: name.toLowerCase(),
    configure: (options) =>
      carry(findSecret(source, options), (secret) => ({ header: [name, secret], secrets: [secret] })),
  };
}

/** An API key in a query field. Such keys end up in servers' logs; nothing of ours shows them. */
export function apiKeyQuery(name: string, source: CredentialSource): SecurityScheme {
  return {
    sources: [source],
    query: name,
    configure: (options) =>
      carry(findSecret(source, options), (secret) => ({ query: [name, secret], secrets: [secret] })),
  };
}

/** An API key in a cookie. Browsers do not let it be sent this way. */
export function apiKeyCookie(name: string, source: CredentialSource): SecurityScheme {
  return {
    sources: [source],
    header: "cookie",
    configure: (options) =>
      carry(findSecret(source, options), (secret) => ({
        header: ["cookie", `${name}=${encodeURIComponent(secret)}`],
        secrets: [secret],
      })),
  };
}
