import type { NodeTransportOptions } from "./options.ts";
import { CONNECT_TIMEOUT, PROXY_LOST } from "./pools.ts";
import { proxyOf } from "./proxy.ts";

/** Puts what fails before a request is sent into words, where a proxy may be the cause. It shows no credentials. */
export function explainer({
  proxy,
  connectTimeout = CONNECT_TIMEOUT,
}: NodeTransportOptions): (error: Error) => Error {
  const found = proxyOf(proxy);
  if (found === undefined) return (error) => error;
  const label = found === "environment" ? "the proxy of the environment" : `the proxy ${found.origin}`;
  return (error) => {
    const { code, message, name } = error as Error & { code?: string };
    const [, status] = /^Proxy response \((\d+)\)/.exec(message) ?? [];
    if (status !== undefined) {
      const wants =
        status === "407" ? ': it wants a user name and a password (proxy: "http://name:password@host")' : "";
      const refused = new Error(`${label} answered ${status} when it was asked for a tunnel${wants}.`);
      // A server that is down may be up again.
      return status.startsWith("5") ? refused : Object.assign(refused, { isFinal: true });
    }
    if (code === "UND_ERR_HEADERS_TIMEOUT") {
      return new Error(`${label} did not open a tunnel within ${connectTimeout} ms (connectTimeout).`);
    }
    if (name === "HTTPParserError" || code === PROXY_LOST) {
      return new Error(`${label} does not speak as a proxy does: ${message}.`);
    }
    return Object.assign(new Error(`through ${label}: ${message || code}`), { code });
  };
}
