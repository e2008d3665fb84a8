import type { SecurityScheme } from "../security-scheme.ts";

/** A client certificate (mutual TLS): it is the connection's, which the caller brings. No request carries any of it. */
export function mutualTLS(): SecurityScheme {
  return { sources: [], ofConnection: true, configure: () => undefined };
}
