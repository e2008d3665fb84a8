import { APIConnectionError, Buena } from "@trunkline/buena";
import { startTLS } from "@trunkline/example-support/servers";
import { startMock } from "@trunkline/mock";
import { nodeTransport } from "@trunkline/node";

await using mock = await startMock("@trunkline/buena", { from: import.meta.url });
await using server = await startTLS(mock.origin);

const apiKey = "bna_example";
const baseURL = mock.url.replace(mock.origin, server.url);

const stranger = new Buena({ apiKey, baseURL });
const refused = await stranger.health.check().catch((error: unknown) => error);
if (!(refused instanceof APIConnectionError && refused.attempts === 1))
  throw new Error("An unknown certificate should have been refused, once.");
console.log(`Without the authority: ${refused.message}`);

// Of a file: ca: readFileSync("company-ca.pem")
await using transport = nodeTransport({ tls: { ca: server.certificate } });
const client = new Buena({ apiKey, baseURL, transport });
console.log(`With it: the API is ${(await client.health.check()).status}.`);
