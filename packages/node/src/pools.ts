import { inContext } from "./in-context.ts";
import type { NodeTransportOptions } from "./options.ts";
import type { OwnDispatcher, Pool } from "./own-dispatcher.ts";
import { proxyOf } from "./proxy.ts";

/** undici's pools, one for each origin. */
export interface Pools {
  readonly dispatcher: OwnDispatcher;
  connected(): number;
}

export const CONNECT_TIMEOUT: number = 10_000;

/** Code of the error of a proxy that ends the connection in place of an answer. */
export const PROXY_LOST: string = "TRUNKLINE_PROXY_LOST";

/** Loads undici, which takes longer than many programs run, and makes pools of it. */
export async function openPools(options: NodeTransportOptions, connections: number): Promise<Pools> {
  const { connectTimeout: timeout = CONNECT_TIMEOUT, keepAliveTimeout = 4_000, tls = {} } = options;
  const { default: Pool } = await import("undici/lib/dispatcher/pool.js");
  const { default: Client } = await import("undici/lib/dispatcher/client.js");
  const factory = (origin: unknown, given: object) => inContext(new Client(origin, given));
  const pools = new Set<Pool>();
  const connect = { ...tls, timeout };
  const all = {
    connections,
    keepAliveTimeout,
    connect,
    factory: (origin: unknown, given: object) => {
      const pool = new Pool(origin, { ...given, factory });
      for (const one of pools) if (one.destroyed) pools.delete(one);
      pools.add(pool);
      return pool;
    },
  };
  return {
    dispatcher: await dispatcherOf(options.proxy, all),
    connected: () => {
      let sum = 0;
      for (const { destroyed, stats } of pools) if (!destroyed) sum += stats.connected;
      return sum;
    },
  };
}

interface PoolOptions {
  readonly connect: {
    readonly timeout: number;
    readonly ca?: unknown;
    readonly rejectUnauthorized?: unknown;
  };
}

async function dispatcherOf(given: NodeTransportOptions["proxy"], all: PoolOptions): Promise<OwnDispatcher> {
  const proxy = proxyOf(given);
  if (proxy === undefined) {
    const { default: Agent } = await import("undici/lib/dispatcher/agent.js");
    return new Agent(all);
  }
  const { connect } = all;
  const { default: Pool } = await import("undici/lib/dispatcher/pool.js");
  // A method that undici's index puts on all dispatchers, of which ProxyAgent needs it on this one.
  const { default: askForTunnel } = await import("undici/lib/api/api-connect.js");
  async function openTunnel(this: OwnDispatcher, options: object): Promise<unknown> {
    try {
      return await askForTunnel.call(this, options);
    } catch (error) {
      if ((error as { code?: unknown }).code !== "UND_ERR_SOCKET") throw error;
      // By that code undici takes it for an idle connection that was lost, and asks again without end.
      throw Object.assign(new Error("it closed the connection"), { code: PROXY_LOST });
    }
  }
  const { timeout, ca, rejectUnauthorized } = connect;
  // The client's certificate is for the API, and not for the proxy.
  const proxyTls = {
    timeout,
    ...(ca !== undefined && { ca }),
    ...(rejectUnauthorized === false && { rejectUnauthorized }),
  };
  const tunnels = {
    ...all,
    requestTls: connect,
    proxyTls,
    clientFactory: (origin: unknown, options: object) =>
      Object.assign(new Pool(origin, { ...options, headersTimeout: timeout, bodyTimeout: 0 }), {
        connect: openTunnel,
      }),
  };
  if (proxy === "environment") {
    const { default: EnvHttpProxyAgent } = await import("undici/lib/dispatcher/env-http-proxy-agent.js");
    return new EnvHttpProxyAgent(tunnels);
  }
  const { default: ProxyAgent } = await import("undici/lib/dispatcher/proxy-agent.js");
  const { origin, token } = proxy;
  return new ProxyAgent({ ...tunnels, uri: origin, ...(token !== undefined && { token }) });
}
