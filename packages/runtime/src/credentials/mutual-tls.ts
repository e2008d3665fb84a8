import type { SecurityScheme } from "../security-scheme.ts";

/**
 * A client certificate (mutual TLS). It belongs to the connection, which the caller sets up; requests carry nothing of
 * it.
 */
export function mutualTLS(): SecurityScheme {
  return { sources: [], ofConnection: true, configure: () => undefined };
}
