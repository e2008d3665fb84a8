// node measure.mjs <contestant> <"stub" | base URL> <batches> [<calls at once>]: prints microseconds of CPU a call, batch by batch.
import { answer, headers } from "./answer.mjs";

const [contestant, target, batches, atOnce = "1"] = process.argv.slice(2);
/** Milliseconds of CPU: of the calls that are not counted, in which code gets optimised, and of each batch. */
const WARM = 1400;
const BATCH = 200;
/** Calls of each of those that call at once, one after the other. */
const TURN = 4;
const isStub = target === "stub";
const { fetch } = globalThis;
let last;
const stub = async (input, init) => {
  last = [input, init];
  return new Response(answer, { headers });
};
let current = stub;
globalThis.fetch = (input, init) => current(input, init);
const base = isStub ? "https://api.example.com/v1" : `${target}/v1`;
const { make } = await import(`./${contestant}.mjs`);
const call = await make(base, isStub);

const result = await call();
if (result?.length !== 2 || result[1].id !== "bcf9d535-9520-439f-bb68-e7a02a8f5c02")
  throw new Error("a wrong answer");
if (last) check(...last);

// No garbage is collected in between: a full collection throws away optimised code, and its compilation would be measured.
await measure(WARM);
// A server answers too slowly for code to get optimised in a second: that happened over the stub.
if (!isStub) {
  current = fetch;
  // A transport would send through what has taken fetch's place.
  globalThis.fetch = fetch;
  await measure(WARM / 2);
}
const micros = [];
for (let batch = 0; batch < batches; batch++) micros.push(await measure(BATCH));
console.log(JSON.stringify(micros));
process.exit();

function check(input, init) {
  const request = new Request(input.url ?? input, { headers: init?.headers ?? input.headers });
  if (request.headers.get("authorization") !== "Bearer ak_live_bench")
    throw new Error("no authorization was sent");
  if ([...new URL(request.url).searchParams].length !== 2)
    throw new Error(`not two parameters: ${request.url}`);
}

async function callInTurn() {
  for (let i = 0; i < TURN; i++) await call();
}

async function measure(milliseconds) {
  const before = process.cpuUsage();
  const step = atOnce === "1" ? 50 : Number(atOnce) * TURN;
  for (let calls = step; ; calls += step) {
    if (atOnce === "1") for (let i = 0; i < 50; i++) await call();
    else await Promise.all(Array.from({ length: Number(atOnce) }, callInTurn));
    const { user, system } = process.cpuUsage(before);
    if (user + system > milliseconds * 1000) return (user + system) / calls;
  }
}
