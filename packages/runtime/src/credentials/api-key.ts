import { carry } from "./carry.ts";
import { readdress } from "./readdress.ts";
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
      carry(findSecret(source, options), (secret) => ({
        address: (url) => withQuery(url, name, secret),
        answered: (response, url) => readdress(response, withoutSecret(url, name, secret)),
        secrets: [secret],
      })),
  };
}

function withQuery(url: string, name: string, secret: string): string {
  const whole = new URL(url);
  // A redirect may repeat the query that it was asked with; a field of the caller's stands.
  if (whole.searchParams.has(name)) return url;
  whole.search += `${whole.search ? "&" : "?"}${[name, secret].map(encodeURIComponent).join("=")}`;
  return whole.href;
}

/** A redirect that repeats the query leads to an address with the secret. */
function withoutSecret(url: string, name: string, secret: string): string {
  const whole = new URL(url);
  if (!whole.searchParams.getAll(name).includes(secret)) return url;
  whole.searchParams.delete(name);
  return whole.href;
}

/** An API key in a cookie. Browsers do not let it be sent this way. */
export function apiKeyCookie(name: string, source: CredentialSource): SecurityScheme {
  return {
    sources: [source],
    header: "cookie",
    cookie: name,
    configure: (options) =>
      carry(findSecret(source, options), (secret) => ({
        header: ["cookie", `${name}=${encodeURIComponent(secret)}`],
        secrets: [secret],
      })),
  };
}
