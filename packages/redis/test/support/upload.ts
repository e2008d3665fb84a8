// A process that uploads rows with a journal on Redis, and is killed in the middle: node upload.ts <settings as JSON>
import { bulkRun } from "@trunkline/runtime/bulk";
import { Redis } from "ioredis";
import { redisJournal } from "../../src/index.ts";
import type { Upload } from "./killed-uploads.ts";
import { Sample } from "./sample.ts";

const { baseURL, redis, operation, chunks, chunk, concurrency } = JSON.parse(process.argv[2] ?? "") as Upload;

function* rows(): Generator<{ id: number }> {
  for (let id = 0; id < chunks * chunk; id++) yield { id };
}

const client = new Redis(redis, "127.0.0.1");
const journal = redisJournal({ client, name: "upload", lease: 1000, onWarning: () => {} });
const { things } = new Sample({ baseURL, retry: { baseDelay: 1, maxDelay: 1 } });
const run = bulkRun(things, operation, rows(), {}, { journal, chunk, concurrency });
const unknown: number[] = [];
for await (const { fate, index } of run) if (fate === "unknown") unknown.push(index);
process.stdout.write(JSON.stringify({ summary: await run, unknown }));
client.disconnect();
