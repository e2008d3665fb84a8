// Files of undici, which has types for its index alone; the index would change the process's own fetch on Node.js 20.

declare module "undici/lib/dispatcher/agent.js" {
  const Agent: new (options: object) => import("./own-dispatcher.ts").OwnDispatcher;
  export = Agent;
}

declare module "undici/lib/dispatcher/client.js" {
  const Client: new (origin: unknown, options: object) => import("./own-dispatcher.ts").OwnDispatcher;
  export = Client;
}

declare module "undici/lib/dispatcher/pool.js" {
  const Pool: new (origin: unknown, options: object) => import("./own-dispatcher.ts").Pool;
  export = Pool;
}

declare module "undici/lib/dispatcher/proxy-agent.js" {
  const ProxyAgent: new (options: object) => import("./own-dispatcher.ts").OwnDispatcher;
  export = ProxyAgent;
}

declare module "undici/lib/dispatcher/env-http-proxy-agent.js" {
  const EnvHttpProxyAgent: new (options: object) => import("./own-dispatcher.ts").OwnDispatcher;
  export = EnvHttpProxyAgent;
}

declare module "undici/lib/api/api-connect.js" {
  const connect: (this: import("./own-dispatcher.ts").OwnDispatcher, options: object) => Promise<unknown>;
  export = connect;
}
