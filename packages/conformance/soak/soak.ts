import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { nodeTransport } from "@trunkline/node";
import { FOLDER, makePackage } from "../test/support/every-feature.ts";
import { startFaultyServer } from "./faulty-server.ts";

/** What this program uses of the client; it is made when the program runs. */
interface Client {
  readonly items: {
    get(id: string): Promise<unknown>;
    create(params: object): Promise<{ readonly id: string }>;
  };
}
interface Package {
  readonly Everything: new (options: object) => Client;
}
interface Failure {
  readonly name: string;
  readonly status?: number;
  readonly attempts?: number;
  readonly idempotencyKey?: string;
}

const CALLERS = 200;
const RETRIES = 4;
const DURATION = Number(process.env.SOAK_SECONDS ?? 30) * 1000;
/** A run that is not over by then hangs. */
const DEADLINE = 75_000;
const SEED = 20_26;

const hang = setTimeout(() => {
  console.error(`The run did not end within ${DEADLINE / 1000} s: something hangs.`);
  process.exit(1);
}, DEADLINE);

const copy = "soak";
await makePackage(copy);
const { Everything } = (await import(pathToFileURL(`${FOLDER}-${copy}/dist/index.mjs`).href)) as Package;
await using server = await startFaultyServer(random(SEED));
const transport = process.argv.includes("--transport") ? nodeTransport() : undefined;
const client = new Everything({
  apiKey: "soak",
  baseURL: server.url,
  transport,
  timeout: 5_000,
  maxRetries: RETRIES,
  retry: { baseDelay: 50, maxDelay: 400 },
});

await Promise.all(Array.from({ length: 20 }, () => client.items.get("warm-up").catch(() => undefined)));
const heapBefore = heap();
const made: string[] = [];
const failed: Failure[] = [];
let reads = 0;
let failedReads = 0;

const end = Date.now() + DURATION;
await Promise.all(Array.from({ length: CALLERS }, (_, caller) => call(random(SEED + caller + 1))));
const connectionsAtEnd = await server.ledger.openConnections();
// Idle connections are closed by fetch's pool a few seconds after their last use.
for (let waited = 0; waited < 15_000 && (await server.ledger.openConnections()) > 0; waited += 250)
  await sleep(250);
const connectionsLater = await server.ledger.openConnections();
// So are what they and their timers hold.
let heapAfter = heap();
for (let waited = 0; waited < 10_000 && !isBack(heapAfter); waited += 500) {
  await sleep(500);
  heapAfter = heap();
}
clearTimeout(hang);
await transport?.close();

async function call(draw: () => number): Promise<void> {
  while (Date.now() < end) {
    if (draw() < 0.5) {
      reads += 1;
      await client.items.get("thing").catch(() => {
        failedReads += 1;
      });
    } else {
      try {
        made.push((await client.items.create({ name: "thing" })).id);
      } catch (error) {
        failed.push(error as Failure);
      }
    }
  }
}

const keysOfFailures = failed.map(({ idempotencyKey }) => idempotencyKey);
const known = new Set([...made, ...keysOfFailures]);
const checks: readonly [name: string, holds: boolean][] = [
  [
    "every create that succeeded happened exactly once",
    made.every((key) => server.ledger.created.get(key) === 1),
  ],
  ["no two creates share a key", new Set(made).size === made.length],
  [
    "every create that failed left its key with its caller",
    keysOfFailures.every((key) => typeof key === "string"),
  ],
  [
    "nothing was made that no caller knows of",
    [...server.ledger.created.keys()].every((key) => known.has(key)),
  ],
  [
    "a create at work was asked for again, as often as may be, before it failed for it",
    server.ledger.faults.conflict > 0 &&
      failed.every(({ status, attempts }) => status !== 409 || attempts === RETRIES + 1),
  ],
  [
    "nobody asks an operation that is closed: fewer than one request in a hundred",
    server.ledger.faults.busy > 0 && server.ledger.early < server.ledger.requests / 100,
  ],
  ["connections are back", connectionsLater <= 1],
  ["the heap is back within 10 %, or 2 MB", isBack(heapAfter)],
];

console.log(`by                      ${transport ? "@trunkline/node" : "fetch"}`);
console.log(`callers                 ${CALLERS}, for ${DURATION / 1000} s`);
console.log(`reads                   ${reads}, ${failedReads} failed after retries`);
console.log(`creates                 ${made.length + failed.length}, ${failed.length} failed after retries`);
console.log(`requests on the wire    ${server.ledger.requests}`);
for (const [name, count] of Object.entries(server.ledger.faults)) console.log(`  ${name.padEnd(22)}${count}`);
console.log(`  ${"while closed".padEnd(22)}${server.ledger.early}`);
console.log(`connections             ${connectionsAtEnd} at the end, ${connectionsLater} after idling`);
console.log(`heap                    ${heapBefore.toFixed(1)} MB before, ${heapAfter.toFixed(1)} MB after`);
for (const [name, holds] of checks) console.log(`${holds ? "✓" : "✗"} ${name}`);
process.exitCode = checks.every(([, holds]) => holds) ? 0 : 1;

function isBack(after: number): boolean {
  return after <= heapBefore * 1.1 + 2;
}

function heap(): number {
  if (!globalThis.gc) throw new Error("Run this with --expose-gc.");
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}

/** mulberry32: the same faults in every run. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
