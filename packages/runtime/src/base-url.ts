import type { ClientDefinition } from "./definition.ts";
import { UsageError } from "./errors/usage-error.ts";
import type { ClientOptions } from "./options.ts";

/**
 * The address that paths are appended to, without a slash at the end.
 *
 * @throws {UsageError} for an unknown environment, and for an address that is not safe to send keys to
 */
export function resolveBaseURL({ environments, name }: ClientDefinition, options: ClientOptions): string {
  const { baseURL, environment, dangerouslyAllowHTTP } = options;
  if (baseURL !== undefined && environment !== undefined) {
    throw new UsageError(`Give ${name} either baseURL or environment: both name where requests go.`);
  }
  const known = Object.keys(environments);
  const chosen = environment ?? known[0] ?? "";
  if (baseURL === undefined && !Object.hasOwn(environments, chosen)) {
    throw new UsageError(
      known.length === 0
        ? `${name} knows no server; give the option baseURL.`
        : `${name} has no environment "${chosen}"; known are ${known.join(", ")}.`,
    );
  }
  const server = environments[chosen] ?? "";
  const url = parse(
    baseURL ??
      (typeof server === "string" ? server : server({ ...options } as Readonly<Record<string, unknown>>)),
  );
  if (
    url.protocol !== "https:" &&
    !(url.protocol === "http:" && (dangerouslyAllowHTTP || isLoopback(url.hostname)))
  ) {
    throw new UsageError(
      `baseURL is ${url.protocol}//${url.host}: over anything but https: keys and data travel in the clear. Set dangerouslyAllowHTTP if that is what you want for http:.`,
    );
  }
  return url.origin + withoutEndSlashes(url.pathname);
}

/** Not by a pattern: those that end in `$` try every slash of a text anew. */
function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end--;
  return path.slice(0, end);
}

function parse(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UsageError(`baseURL is no absolute URL; it looks like "https://api.example.com/v1".`);
  }
  if (url.username || url.password) {
    throw new UsageError("baseURL holds a user name or a password; give credentials as options.");
  }
  if (url.search || url.hash) {
    throw new UsageError("baseURL holds a query or a fragment; give query fields as defaultQuery.");
  }
  return url;
}

/** Addresses that never leave the machine; a URL's host is in its shortest form already. */
function isLoopback(host: string): boolean {
  return (
    host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(?:\.\d+){3}$/.test(host)
  );
}
