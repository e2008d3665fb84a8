import { APIConnectionError, Buena } from "@trunkline/buena";
import { makeIdentity, startTLS } from "@trunkline/example-support/servers";
import { startMock } from "@trunkline/mock";
import { nodeTransport } from "@trunkline/node";

const { cert, key } = await makeIdentity("client.example");
await using mock = await startMock("@trunkline/buena", { from: import.meta.url });
await using server = await startTLS(mock.origin, { trusts: cert });

const apiKey = "bna_example";
const baseURL = mock.url.replace(mock.origin, server.url);
const ca = server.certificate;

await using bare = nodeTransport({ tls: { ca } });
const refused = await new Buena({ apiKey, baseURL, transport: bare }).health
  .check()
  .catch((error: unknown) => error);
if (!(refused instanceof APIConnectionError)) throw new Error("A certificate should have been asked for.");
console.log(`Without a certificate: ${refused.message}`);

await using transport = nodeTransport({ tls: { ca, cert, key } });
const client = new Buena({ apiKey, baseURL, transport });
console.log(`With one: the API is ${(await client.health.check()).status}.`);
