import { APIConnectionError, Buena } from "@trunkline/buena";
import { startTLS } from "@trunkline/example-support/servers";
import { startMock } from "@trunkline/mock";
import { Agent } from "undici";

await using mock = await startMock("@trunkline/buena", { from: import.meta.url });
await using server = await startTLS(mock.origin);

const apiKey = "bna_example";
const baseURL = mock.url.replace(mock.origin, server.url);

const stranger = new Buena({ apiKey, baseURL, maxRetries: 0 });
const refused = await stranger.health.check().catch((error: unknown) => error);
if (!(refused instanceof APIConnectionError))
  throw new Error("An unknown certificate should have been refused.");
console.log(`Without the authority: ${refused.message}`);

const dispatcher = new Agent({ connect: { ca: server.certificate } });
const client = new Buena({ apiKey, baseURL, fetchOptions: { dispatcher } });
console.log(`With it: the API is ${(await client.health.check()).status}.`);
await dispatcher.close();
