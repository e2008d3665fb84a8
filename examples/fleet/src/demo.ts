// 200,000 leads through four workers and one quota; two of them are killed, and Redis is restarted.
import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { BulkSummary } from "@trunkline/agoralia";
import { Queue } from "bullmq";
import { writeLeads } from "./leads.ts";
import { boundedProcesses, type Processes } from "./processes.ts";
import { findRedis, freePort, startRedis } from "./redis-server.ts";
import { FLEET, QUEUE, WINDOWS, type WorkerSettings } from "./settings.ts";
import { type Slice, sliceFile } from "./slices.ts";
import { startVendor, type Vendor } from "./vendor.ts";

const ROWS = 200_000;
const ROWS_OF_A_JOB = 2000;

const program = findRedis();
if (program !== undefined) await demonstrate(program, boundedProcesses(300_000));

async function demonstrate(redisServer: string, processes: Processes): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "fleet-"));
  const port = await freePort();
  const start = async (): Promise<ChildProcess> => processes.add(await startRedis(redisServer, folder, port));
  let redis = await start();

  // When so many requests have arrived, a worker is killed whose rows were done and which has no answer yet; then Redis is.
  const victims = [
    { after: 100, worker: "worker-0" },
    { after: 140, worker: "worker-1" },
  ];
  let restarted: Promise<void> | undefined;
  const vendor = await startVendor(ROWS, WINDOWS, (worker) => {
    const { length } = vendor.arrivals;
    const [next] = victims;
    if (next && length >= next.after && worker === next.worker) {
      workers.get(worker)?.kill("SIGKILL");
      victims.shift();
    }
    if (length >= 220) restarted ??= restart();
  });
  const restart = async (): Promise<void> => {
    redis.kill("SIGKILL");
    await once(redis, "exit");
    redis = await start();
  };

  const queue = new Queue<Slice, BulkSummary>(QUEUE, { connection: { port, host: "127.0.0.1" } });
  queue.on("error", () => {});
  const jobs = await enqueue(queue, join(folder, "leads.jsonl"));
  const workers = new Map<string, ChildProcess>();
  for (let index = 0; index < FLEET; index++) {
    const settings: WorkerSettings = { name: `worker-${index}`, baseURL: vendor.url, redis: port };
    const path = fileURLToPath(new URL("worker.ts", import.meta.url));
    workers.set(settings.name, processes.add(fork(path, [JSON.stringify(settings)])));
  }

  for (let over = 0; over < jobs; await sleep(250)) {
    const { completed = 0, failed = 0 } = await queue.getJobCounts("completed", "failed");
    over = completed + failed;
  }
  await restarted;
  const seen = await summed(queue, vendor);
  for (const [what, figure] of Object.entries(seen))
    console.log(`| ${what} | ${figure.toLocaleString("en")} |`);

  for (const worker of workers.values()) if (worker.connected) worker.send("end");
  await queue.close();
  vendor.close();
  setTimeout(() => redis.kill(), 2000);
  await processes.ended(10_000);
  await rm(folder, { recursive: true, force: true });

  const { rows, accepted, lost, doubled, refusals } = seen;
  assert.deepEqual(
    { rows, accepted, lost, doubled, refusals },
    { rows: ROWS, accepted: ROWS, lost: 0, doubled: 0, refusals: 0 },
  );
  // Else nothing was in flight when a worker was killed, or Redis was not restarted, and nothing was shown.
  assert.deepEqual([victims, restarted !== undefined], [[], true]);
  assert.ok(vendor.repeated() >= 2);
}

/** Cuts a file of leads into jobs. */
async function enqueue(queue: Queue<Slice, BulkSummary>, file: string): Promise<number> {
  await writeLeads(file, ROWS);
  let jobs = 0;
  for await (const slice of sliceFile(file, ROWS_OF_A_JOB))
    await queue.add("leads", slice, {
      jobId: `import-${jobs++}`,
      attempts: 10,
      backoff: { type: "fixed", delay: 2000 },
    });
  return jobs;
}

/** What became of all rows, as the workers say and as the API knows. */
async function summed(queue: Queue<Slice, BulkSummary>, { arrivals, done, ...vendor }: Vendor) {
  const jobs = await queue.getJobs(["completed", "failed"]);
  const sum = (name: Exclude<keyof BulkSummary, "journal">): number =>
    jobs.reduce((total, { returnvalue }) => total + (returnvalue?.[name] ?? 0), 0);
  const took = (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0);
  const allowed = Math.min(...WINDOWS.map(({ limit, per }) => limit * (Math.floor(took / per) + 1)));
  return {
    rows: sum("read"),
    accepted: sum("accepted"),
    rejected: sum("rejected"),
    undetermined: sum("undetermined"),
    unknown: sum("unknown"),
    unsent: sum("unsent"),
    lost: done.filter((times) => times === 0).length,
    doubled: done.filter((times) => times > 1).length,
    refusals: vendor.refusals(),
    "jobs that another worker took over": jobs.filter(({ stalledCounter }) => stalledCounter > 0).length,
    "requests repeated under their keys": vendor.repeated(),
    requests: arrivals.length,
    seconds: Math.round(took / 1000),
    "share of the quota used": `${((100 * arrivals.length) / allowed).toFixed(1)} %`,
  };
}
