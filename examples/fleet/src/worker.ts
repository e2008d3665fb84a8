// One of the workers: node worker.ts <settings as JSON>
import { Agoralia } from "@trunkline/agoralia";
import { redisJournal, redisQuota } from "@trunkline/redis";
import { Worker } from "bullmq";
import { Redis } from "ioredis";
import type { Lead } from "./leads.ts";
import { FLEET, QUEUE, WINDOWS, type WorkerSettings } from "./settings.ts";
import { readSlice, type Slice } from "./slices.ts";

const { name, baseURL, redis: port } = JSON.parse(process.argv[2] ?? "") as WorkerSettings;

// Not BullMQ's own: that one waits for ever for a Redis that is gone.
const redis = new Redis(port, "127.0.0.1");
redis.on("error", () => {});

const client = new Agoralia({
  apiKey: "ago_example",
  baseURL,
  timeout: 5000,
  defaultHeaders: { "x-worker": name },
  quota: redisQuota({ client: redis, fleet: FLEET, windows: WINDOWS }),
});

const worker = new Worker<Slice>(
  QUEUE,
  async ({ id, data }) => {
    const rows = await readSlice<Lead>(data);
    // Whoever has the job next goes on where this process ended, under the same keys.
    const journal = redisJournal({ client: redis, name: `${id}`, lease: 5000, keepSeconds: 604_800 });
    return await client.leads.upsertAll(rows, { campaign_id: 1 }, { journal });
  },
  {
    connection: { port, host: "127.0.0.1", maxRetriesPerRequest: null },
    concurrency: 2,
    // A worker that died is noticed after both, of 30 seconds by default.
    lockDuration: 5000,
    stalledInterval: 5000,
    // By default the second death of a job's worker fails the job.
    maxStalledCount: 10,
  },
);
worker.on("error", () => {});

process.on("message", async () => {
  await worker.close();
  redis.disconnect();
  process.exit();
});
// Who started this is gone: nothing stays behind, nor the Redis that it started.
process.on("disconnect", () => {
  redis.shutdown("NOSAVE").catch(() => {});
  setTimeout(() => process.exit(1), 1000);
});
