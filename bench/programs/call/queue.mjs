// node --expose-gc queue.mjs <"fetch" | "transport">: prints, as JSON, what becomes of 1,000 calls that are made at once.
import { createServer } from "node:http";
import { AgentRef } from "@trunkline/agentref";
import { nodeTransport } from "@trunkline/node";
import { answer, headers } from "./answer.mjs";

const CALLS = 1000;
const CONNECTIONS = 10;
/** How long an answer takes, of a server that works at so many at a time; the last one is there after ten seconds. */
const WORK = 100;
const TIMEOUT = 5000;
const isTransport = process.argv[2] === "transport";

const order = [];
let sockets = 0;
let working = 0;
const waiting = [];
const done = () => {
  working -= 1;
  waiting.shift()?.();
};
const server = createServer((request, response) => {
  order.push(Number(new URL(request.url, "http://localhost").searchParams.get("page")));
  const begin = () => {
    working += 1;
    setTimeout(() => {
      response.writeHead(200, headers).end(answer);
      done();
    }, WORK);
  };
  if (working < CONNECTIONS) begin();
  else waiting.push(begin);
});
server.on("connection", () => {
  sockets += 1;
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const baseURL = `http://127.0.0.1:${server.address().port}/v1`;
const transport = nodeTransport({ connections: CONNECTIONS });
const options = { apiKey: "ak_live_bench", baseURL, timeout: TIMEOUT, maxRetries: 0 };
const client = new AgentRef({ ...options, ...(isTransport && { transport }) });

const calls = Array.from({ length: CALLS }, (_, page) => client.programs.list({ page, pageSize: 2 }).then());
const ended = await Promise.allSettled(calls);
const lost = ended.filter(({ status }) => status === "rejected").length;
const displaced = Math.max(0, ...order.map((page, index) => Math.abs(page - index)));
const result = { sockets, lost, displaced };
if (isTransport) Object.assign(result, { waiting: await waitingBytes() });
console.log(JSON.stringify(result));
process.exit();

/** Of one request that waits in the transport. */
async function waitingBytes() {
  const held = nodeTransport({ connections: 1 });
  const { signal } = new AbortController();
  const none = () => {};
  const request = { url: `${baseURL}/x`, method: "GET", headers: {}, body: undefined, signal, patience: 0 };
  const ask = () => held.send({ ...request, onReleased: none, onSending: none });
  await ask();
  const kept = Array.from({ length: 100 }, ask);
  const heap = () => {
    globalThis.gc();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  for (let i = 0; i < CALLS; i++) kept.push(ask());
  return (heap() - before) / CALLS;
}
