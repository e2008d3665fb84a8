// node walk.mjs <contestant> <base URL>: prints how long 10,000 items took, and how many pages are fetched for a
// reader who stops.
const [contestant, base] = process.argv.slice(2);
let answered = 0;
const { fetch } = globalThis;
globalThis.fetch = async (...args) => {
  const response = await fetch(...args);
  answered++;
  return response;
};

const WALKS = {
  async *loop() {
    for (let page = 1; ; page++) {
      const query = new URLSearchParams({ page, pageSize: 100 });
      const response = await globalThis.fetch(`${base}/programs?${query}`, {
        headers: { authorization: "Bearer key" },
      });
      const { data, meta } = await response.json();
      yield* data;
      if (!meta.hasMore) return;
    }
  },
  async trunkline(options) {
    const { AgentRef } = await import("@trunkline/agentref");
    return new AgentRef({ apiKey: "ak_live_bench", baseURL: base }).programs.listAll({ page: 1 }, options);
  },
  "trunkline-4": () => WALKS.trunkline({ concurrency: 4 }),
  async agentref() {
    const { AgentRef } = await import("agentref");
    return new AgentRef({ apiKey: "ak_live_bench", baseUrl: base }).programs.listAll();
  },
  async openai() {
    const { default: OpenAI } = await import("openai");
    return new OpenAI({ apiKey: "ak_live_bench", baseURL: base }).files.list({ limit: 100 });
  },
};

const walk = WALKS[contestant];
let expected = 0;
const before = process.cpuUsage();
const began = performance.now();
for await (const { id } of await walk()) {
  if (id !== `item_${expected}`) throw new Error(`${id} where item_${expected} was due`);
  expected++;
}
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(before);
if (expected !== 10_000) throw new Error(`${expected} items`);
const requests = answered;

// A reader who stops on the second page: what is fetched by then and not yet read is what memory must hold.
answered = 0;
let read = 0;
for await (const _ of await walk()) {
  if (++read < 150) continue;
  await new Promise((resolve) => setTimeout(resolve, 500));
  break;
}
console.log(JSON.stringify({ seconds, cpu: (user + system) / 1000, held: answered - 1, requests }));
process.exit();
