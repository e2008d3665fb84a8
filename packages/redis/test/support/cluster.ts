import { Cluster } from "ioredis";
import { expect, onTestFinished, vi } from "vitest";
import type { RedisClient } from "../../src/index.ts";
import { freePort, type RedisServer, startRedis } from "./redis-server.ts";

/** A cluster of one server, which has all slots, and a client of it. */
export async function startCluster(): Promise<{ redis: RedisServer; cluster: RedisClient }> {
  const port = await freePort();
  const redis = await startRedis(["--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1"], port);
  await redis.ask("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
  await vi.waitFor(
    async () => expect(await redis.ask("CLUSTER", "INFO")).toContain("cluster_state:ok"),
    10_000,
  );
  const cluster = new Cluster([{ host: "127.0.0.1", port }]);
  onTestFinished(() => cluster.disconnect());
  return { redis, cluster: cluster as unknown as RedisClient };
}
