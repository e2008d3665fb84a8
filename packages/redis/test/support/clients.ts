import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Redis as Upstash } from "@upstash/redis";
import { Redis as Ioredis, Cluster as IoredisCluster } from "ioredis";
import { Redis as Iovalkey, Cluster as IovalkeyCluster } from "iovalkey";
import { createClient, createCluster } from "redis";
import { onTestFinished } from "vitest";
import type { RedisClient } from "../../src/index.ts";

/** `atEnd` is that of the test's context, where tests run side by side. */
type Open = (port: number, atEnd?: typeof onTestFinished) => Promise<RedisClient>;

/** Makes a client of each library, as its documentation does. */
export const CLIENTS: Readonly<Record<string, Open>> = {
  async ioredis(port, atEnd = onTestFinished) {
    const client = new Ioredis(port, "127.0.0.1");
    client.on("error", () => {});
    atEnd(() => client.disconnect());
    return client;
  },
  async iovalkey(port, atEnd = onTestFinished) {
    const client = new Iovalkey(port, "127.0.0.1");
    client.on("error", () => {});
    atEnd(() => client.disconnect());
    return client as unknown as RedisClient;
  },
  async redis(port, atEnd = onTestFinished) {
    const client = createClient({ socket: { port, host: "127.0.0.1" } });
    client.on("error", () => {});
    // Not awaited: where nothing listens it would try for ever.
    client.connect().catch(() => {});
    atEnd(() => client.destroy());
    return client as unknown as RedisClient;
  },
  async "@upstash/redis"(port, atEnd = onTestFinished) {
    return new Upstash({ url: await restOf(port, atEnd), token: "t", enableTelemetry: false });
  },
};

/** Makes a client of a cluster of each library; one of `@upstash/redis` is the same for both. */
export const CLUSTERS: Readonly<Record<string, (port: number) => Promise<RedisClient>>> = {
  async ioredis(port) {
    const client = new IoredisCluster([{ host: "127.0.0.1", port }]);
    onTestFinished(() => client.disconnect());
    return client as unknown as RedisClient;
  },
  async iovalkey(port) {
    const client = new IovalkeyCluster([{ host: "127.0.0.1", port }]);
    onTestFinished(() => client.disconnect());
    return client as unknown as RedisClient;
  },
  async redis(port) {
    const client = createCluster({ rootNodes: [{ url: `redis://127.0.0.1:${port}` }] });
    client.on("error", () => {});
    await client.connect();
    onTestFinished(() => client.destroy());
    return client as unknown as RedisClient;
  },
  "@upstash/redis": CLIENTS["@upstash/redis"] as Open,
};

/** Redis spoken to over HTTP, in the way of Upstash. */
async function restOf(port: number, atEnd: typeof onTestFinished): Promise<string> {
  const redis = new Ioredis(port, "127.0.0.1", { lazyConnect: true });
  redis.on("error", () => {});
  const run = async (command: unknown[]): Promise<object> => {
    try {
      const [name = "", ...args] = command.map(String);
      return { result: await redis.call(name, ...args) };
    } catch (error) {
      return { error: (error as Error).message };
    }
  };
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text) as unknown[];
    const answer = request.url?.includes("pipeline")
      ? await Promise.all(body.map((one) => run(one as unknown[])))
      : await run(body);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
    redis.disconnect();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
