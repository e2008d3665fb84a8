import { Buena } from "@trunkline/buena";
import { startProxy } from "@trunkline/example-support/servers";
import { startMock } from "@trunkline/mock";
import { nodeTransport } from "@trunkline/node";

await using mock = await startMock("@trunkline/buena", { from: import.meta.url });
await using proxy = await startProxy();

await using transport = nodeTransport({ proxy: proxy.url });
const client = new Buena({ apiKey: "bna_example", baseURL: mock.url, transport });

const { status } = await client.health.check();
console.log(
  `The API is ${status}. The proxy opened ${proxy.tunnels.length} tunnel, to ${proxy.tunnels.join(", ")}.`,
);

if (proxy.tunnels.length !== 1) throw new Error("The request did not go through the proxy.");
