import type { NodeTransportOptions } from "./options.ts";

/** A proxy, with its address and its credentials apart: the address is shown in messages. */
export interface Proxy {
  readonly origin: string;
  /** Value of `proxy-authorization`. */
  readonly token: string | undefined;
}

/** The proxy that options name; "environment" where its variables do. */
export function proxyOf(given: NodeTransportOptions["proxy"]): Proxy | "environment" | undefined {
  if (given === false) return undefined;
  if (given === "environment" || (given === undefined && isObeyed())) return "environment";
  if (given === undefined) return undefined;
  const { origin, username, password } = new URL(given);
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const token = username || password ? `Basic ${Buffer.from(pair).toString("base64")}` : undefined;
  return { origin, token };
}

/** Whether Node's own fetch goes through the proxies of the environment. */
function isObeyed(): boolean {
  const flag = /(?:^|\s)--use-env-proxy(?:\s|$)/;
  const { NODE_USE_ENV_PROXY, NODE_OPTIONS = "" } = process.env;
  return (
    NODE_USE_ENV_PROXY === "1" || flag.test(NODE_OPTIONS) || process.execArgv.includes("--use-env-proxy")
  );
}
