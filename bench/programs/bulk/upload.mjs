// Rows in bulk, in a process of its own: node upload.mjs <address> <rows> <journal, or "none">
import { monitorEventLoopDelay, PerformanceObserver } from "node:perf_hooks";
import v8 from "node:v8";
import { Agora } from "@trunkline/agora";
import { fileJournal } from "@trunkline/node";

const [url, count, path] = process.argv.slice(2);
const client = new Agora({ accessToken: "token", baseURL: url });

function* rows(most) {
  for (let index = 0; index < most; index++) {
    yield {
      phone: `+1555${String(1_000_000 + index)}`,
      first_name: `Lead ${index}`,
      email: `lead-${index}@example.com`,
      company: "Example Ltd",
    };
  }
}

const waits = [];
/** Times what a chunk waits for its record. */
function timed(journal) {
  return {
    ...journal,
    async put(record) {
      const began = performance.now();
      await journal.put(record);
      waits.push(performance.now() - began);
    },
  };
}

const params = { campaign_id: 1, compliance_acknowledged: true };
// Warm, as a program is after its first requests.
await client.leads.uploadAll(rows(5000), params, { chunk: 500 });
const start = process.memoryUsage().rss;
let most = start;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss);
}, 20);
// What is left once all garbage is gone tells whether something grows; the rest is what the engine leaves for later.
let live = 0;
new PerformanceObserver((list) => {
  for (const { detail } of list.getEntries())
    if (detail.kind === 4) live = Math.max(live, v8.getHeapStatistics().used_heap_size);
}).observe({ entryTypes: ["gc"] });
const lag = monitorEventLoopDelay();
lag.enable();
const cpu = process.cpuUsage();
const began = performance.now();
const options = { chunk: 500, ...(path === "none" ? {} : { journal: timed(fileJournal(path)) }) };
const summary = await client.leads.uploadAll(rows(Number(count)), params, options);
const { user, system } = process.cpuUsage(cpu);
clearInterval(watch);
waits.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    rows: summary.read,
    accepted: summary.accepted,
    seconds: (performance.now() - began) / 1000,
    cpu: (user + system) / summary.read,
    memory: (most - start) / 1_048_576,
    live: live / 1_048_576,
    sync: waits[Math.floor(waits.length / 2)] ?? 0,
    lag: lag.percentile(99) / 1e6,
  }),
);
