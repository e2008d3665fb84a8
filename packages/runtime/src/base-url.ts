import type { ClientDefinition } from "./definition.ts";
import { withoutEndSlashes } from "./end-slashes.ts";
import { UsageError } from "./errors/usage-error.ts";
import type { ClientOptions } from "./options.ts";

/**
 * The address that paths are appended to, without a slash at the end.
 *
 * @throws {UsageError} for an unknown environment, and for an address that is not safe to send keys to
 */
export function resolveBaseURL({ environments, name }: ClientDefinition, options: ClientOptions): string {
  const { baseURL, environment } = options;
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
  return safeAddress(
    baseURL ?? (typeof server === "string" ? server : server(options as Readonly<Record<string, unknown>>)),
    options,
    baseURL === undefined ? `The server of ${name}` : "baseURL",
  );
}

/** The addresses under which the document knows the API, as far as these options name them. */
export function serversOf({
  definition: { environments },
  options,
}: {
  readonly definition: ClientDefinition;
  readonly options: ClientOptions;
}): readonly string[] {
  return Object.values(environments).flatMap((server) => {
    try {
      return typeof server === "string" ? server : server(options as Readonly<Record<string, unknown>>);
    } catch {
      // A variable of another environment, which these options do not set.
      return [];
    }
  });
}

/**
 * An address that paths are appended to, without a slash at the end.
 *
 * @param what what it is, at the start of a sentence
 * @throws {UsageError} for one that is not safe to send keys to
 */
export function safeAddress(
  text: string,
  { dangerouslyAllowHTTP }: Pick<ClientOptions, "dangerouslyAllowHTTP">,
  what: string,
): string {
  const url = parse(text, what);
  const isPlain = url.protocol === "http:" && (dangerouslyAllowHTTP || isLoopback(url.hostname));
  if (url.protocol !== "https:" && !isPlain) {
    throw new UsageError(
      `${what} is ${url.protocol}//${url.host}: over anything but https: keys and data travel in the clear. Only 127.0.0.1, [::1] and localhost may be asked so. Set dangerouslyAllowHTTP if that is what you want for http:.`,
    );
  }
  return url.origin + withoutEndSlashes(url.pathname);
}

function parse(text: string, what: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UsageError(`${what} is not an absolute URL; it looks like "https://api.example.com/v1".`);
  }
  if (url.username || url.password) {
    throw new UsageError(`${what} holds a user name or a password; give credentials as options.`);
  }
  if (url.search || url.hash) {
    throw new UsageError(`${what} holds a query or a fragment; give query fields as defaultQuery.`);
  }
  return url;
}

/**
 * The three names of this machine itself; a URL's host is in its shortest form already. Not what a resolver may send
 * elsewhere (`x.localhost`, `localhost.`), nor `0.0.0.0` and its like, which mean "every address".
 */
function isLoopback(host: string): boolean {
  return host === "127.0.0.1" || host === "[::1]" || host === "localhost";
}
