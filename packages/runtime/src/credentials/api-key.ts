import type { CredentialSource, SecurityScheme } from "../security-scheme.ts";
import { readdress } from "./readdress.ts";
import { authenticatorWith, findSecret } from "./secret.ts";

/** An API key in a header field. */
export function apiKeyHeader(name: string, source: CredentialSource): SecurityScheme {
  return {
    sources: [source],
    header: name.toLowerCase(),
    configure: (options) =>
      authenticatorWith(findSecret(source, options), (secret) => ({
        header: [name, secret],
        secrets: [secret],
      })),
  };
}

/** An API key in a query field. Such keys end up in the logs of servers. The client itself never shows them. */
export function apiKeyQuery(name: string, source: CredentialSource): SecurityScheme {
  return {
    sources: [source],
    query: name,
    configure: (options) =>
      authenticatorWith(findSecret(source, options), (secret) => ({
        address: (url) => withQuery(url, name, secret),
        answered: (response, url) => readdress(response, withoutSecret(url, name, secret)),
        secrets: [secret],
      })),
  };
}

function withQuery(url: string, name: string, secret: string): string {
  const parsed = new URL(url);
  // A redirect may repeat the query that it was asked with; a field of the caller's stands.
  if (parsed.searchParams.has(name)) return url;
  parsed.search += `${parsed.search ? "&" : "?"}${[name, secret].map(encodeURIComponent).join("=")}`;
  return parsed.href;
}

/** A redirect that repeats the query leads to an address with the secret. */
function withoutSecret(url: string, name: string, secret: string): string {
  const parsed = new URL(url);
  if (!parsed.searchParams.getAll(name).includes(secret)) return url;
  parsed.searchParams.delete(name);
  return parsed.href;
}

/** An API key in a cookie. Browsers do not let it be sent this way. */
export function apiKeyCookie(name: string, source: CredentialSource): SecurityScheme {
  return {
    sources: [source],
    header: "cookie",
    cookie: name,
    configure: (options) =>
      authenticatorWith(findSecret(source, options), (secret) => ({
        header: ["cookie", `${name}=${encodeURIComponent(secret)}`],
        secrets: [secret],
      })),
  };
}
