import { expect, it } from "vitest";
import { redisJournal, redisQuota, redisReplays, redisTokenStore } from "../src/index.ts";
import { CLUSTERS } from "./support/clients.ts";
import { countingServer } from "./support/counting.ts";
import { isMissing, startCluster } from "./support/redis-server.ts";
import { GET, KEY, Sample } from "./support/sample.ts";

// Scripts that reach keys of several slots fail in a cluster, and clients of clusters have other methods.
it.skipIf(isMissing).each(Object.entries(CLUSTERS))(
  "everything that a fleet shares has its slot in a cluster: %s",
  async (_, connect) => {
    const [redis, server] = await Promise.all([startCluster(), countingServer([[5, 500]])]);
    const client = await connect(redis.port);
    const warnings: string[] = [];
    const windows = [
      { limit: 5, per: 500, scope: "account" },
      { limit: 5000, per: 60_000, scope: "address" },
    ];
    const quota = redisQuota({ client, fleet: 2, windows, onUnavailable: (said) => warnings.push(said) });
    const sample = new Sample({ baseURL: server.url, quota });
    await Promise.all(Array.from({ length: 12 }, () => sample.things.call(GET)));
    expect([server.refused(), server.arrivals.length, warnings]).toEqual([0, 12, []]);
    expect((await sample.quota()).map(({ scope }) => scope)).toEqual(["account", "address"]);

    const store = redisTokenStore({ client, secret: KEY });
    const token = { token: "tok_canary", expiresAt: Date.now() + 60_000 };
    await store.set(token);
    expect(await store.get()).toEqual(token);
    expect(await store.exclusive?.(async () => "exchanged")).toBe("exchanged");

    const replays = redisReplays({ client });
    expect([await replays.claim("a", 60), await replays.claim("a", 60)]).toEqual(["claimed", "in-progress"]);

    const records = [{ kind: "unsent", n: 0, at: 1_700_000_000_000 }] as const;
    const journal = redisJournal({ client, name: "leads" });
    expect([...(await journal.open())]).toEqual([]);
    await journal.put(records[0]);
    await journal.close();
    expect([...(await journal.open())]).toEqual(records);
    await journal.close();
    await redis.kill();
  },
);
