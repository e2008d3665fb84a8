import { Buena } from "@trunkline/buena";
import { startMock } from "@trunkline/mock";
import { nodeTransport } from "@trunkline/node";

await using mock = await startMock("@trunkline/buena", { from: import.meta.url });

await using transport = nodeTransport({ connections: 10 });
const client = new Buena({ apiKey: "bna_example", baseURL: mock.url, transport });

const calls = Array.from({ length: 200 }, () => client.health.check());
const waiting = new Promise((resolve) => setImmediate(() => resolve(transport.stats)));
console.log("At once:", await waiting);
await Promise.all(calls);

const { connected } = transport.stats;
console.log(`${calls.length} calls went over ${connected} connections.`);
if (connected > 10) throw new Error("There are more connections than were asked for.");
