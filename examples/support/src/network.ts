import assert from "node:assert/strict";
import { prints } from "./printed.ts";
import { startProxy, startTLS } from "./servers.ts";

/** Where an API is: a mock server is one. */
export interface Place {
  readonly url: string;
  readonly origin: string;
}

/** Starts a proxy, runs a program with it, and compares what it prints. All its requests must take the proxy. */
export async function printsThroughProxy(
  { url, origin }: Place,
  program: (baseURL: string, proxy: string) => Promise<void>,
  wanted: readonly (string | RegExp)[],
): Promise<void> {
  await using proxy = await startProxy();
  await prints(() => program(url, proxy.url), wanted);
  assert.deepEqual([...new Set(proxy.tunnels)], [new URL(origin).host]);
}

/** Puts HTTPS with an unknown authority in front, runs a program with its certificate, and compares what it prints. */
export async function printsBehindAuthority(
  { url, origin }: Place,
  program: (baseURL: string, certificate: string) => Promise<void>,
  wanted: readonly (string | RegExp)[],
): Promise<void> {
  await using server = await startTLS(origin);
  await prints(() => program(url.replace(origin, server.url), server.certificate), wanted);
}
