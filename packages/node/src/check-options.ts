import { checkNames } from "./check-names.ts";
import { checkTLS } from "./check-tls.ts";
import { takesHandlers } from "./handlers.ts";
import type { Dispatcher, NodeTransportOptions } from "./options.ts";
import { proxyOf } from "./proxy.ts";
import { usageError } from "./usage-error.ts";

// As a record, so that the compiler holds it to the type.
const NAMES: Record<keyof NodeTransportOptions, true> = {
  connections: true,
  connectTimeout: true,
  keepAliveTimeout: true,
  proxy: true,
  tls: true,
  dispatcher: true,
  maxDecompressed: true,
};

/** @throws UsageError that names the option, and shows no value that may be a secret */
export function checkOptions(options: NodeTransportOptions): void {
  checkNames("nodeTransport", options, Object.keys(NAMES));
  const { connections, connectTimeout, keepAliveTimeout, maxDecompressed, proxy, dispatcher, tls } = options;
  checkNumber("connections", connections, 1, 65_535, true);
  // undici's clock for connections does not go further.
  checkNumber("connectTimeout", connectTimeout, 1, 2 ** 31 - 1);
  checkNumber("keepAliveTimeout", keepAliveTimeout, 1, 2 ** 31 - 1);
  checkNumber("maxDecompressed", maxDecompressed, 1, Number.POSITIVE_INFINITY);
  checkProxy(proxy);
  if (tls !== undefined) checkTLS(tls);
  if (dispatcher !== undefined) checkDispatcher(dispatcher);
}

function checkDispatcher(dispatcher: unknown): void {
  const { dispatch, compose } = Object(dispatcher) as Record<string, unknown>;
  if (typeof dispatch !== "function") {
    throw usageError("dispatcher has no method dispatch: a dispatcher of undici 7 or 8 is expected.");
  }
  // One of a test's own may do anything when it is asked.
  if (typeof compose === "function" && takesHandlers(dispatcher as Dispatcher) === false) {
    throw usageError("dispatcher is of an undici before 7: a dispatcher of undici 7 or 8 is expected.");
  }
}

function checkNumber(name: string, value: unknown, least: number, most: number, isWhole = false): void {
  if (value === undefined) return;
  const isNumber = typeof value === "number" && value >= least && value <= most;
  if (isNumber && (!isWhole || Number.isInteger(value))) return;
  const kind = isWhole ? "a whole number" : "a number";
  const upTo = most === Number.POSITIVE_INFINITY ? "" : ` to ${most}`;
  throw usageError(`${name} is ${shown(value)}; ${kind} from ${least}${upTo} is expected.`);
}

function shown(value: unknown): string {
  return typeof value === "number" ? String(value) : value === null ? "null" : `a ${typeof value}`;
}

function checkProxy(proxy: unknown): void {
  if (proxy === undefined || proxy === false || proxy === "environment") {
    if (proxyOf(proxy) === undefined) return;
    for (const name of ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"]) {
      const value = process.env[name];
      if (value) checkProxyAddress(`The environment variable ${name}`, value);
    }
    return;
  }
  if (typeof proxy !== "string" && !(proxy instanceof URL)) {
    throw usageError(`proxy is ${shown(proxy)}; an address, "environment" or false is expected.`);
  }
  checkProxyAddress("proxy", String(proxy));
}

/** The address may hold a password, so that it is not shown. */
function checkProxyAddress(name: string, address: string): void {
  const example = "http://proxy.example.com:3128";
  // Without its slashes a host would be read as a scheme: "proxy:3128".
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    throw usageError(`${name} has no scheme: an address such as ${example} is expected.`);
  }
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw usageError(`${name} cannot be read as an address such as ${example}.`);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw usageError(`${name} begins with ${url.protocol}//; proxies of http:// and https:// are known.`);
  }
  if (url.pathname !== "/" || url.search || url.hash) {
    throw usageError(`${name} has a path or a query; an address such as ${example} is expected.`);
  }
  try {
    decodeURIComponent(url.username + url.password);
  } catch {
    throw usageError(`${name} has a user name or a password with a "%" in it that must be written "%25".`);
  }
}
