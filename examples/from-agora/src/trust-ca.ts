import { Agora, APIConnectionError } from "@trunkline/agora";
import { Agent } from "undici";

/** `ca` is what stands in the authority's PEM file. */
export async function trustCA(baseURL: string, ca: string): Promise<void> {
  const stranger = new Agora({ baseURL, maxRetries: 0 });
  const refused: unknown = await stranger.webhooks.listEndpoints(42).catch((error: unknown) => error);
  if (refused instanceof APIConnectionError) console.log("Without the authority: no connection.");

  const dispatcher = new Agent({ connect: { ca } });
  const client = new Agora({ baseURL, fetchOptions: { dispatcher } });
  const endpoints = await client.webhooks.listEndpoints(42);
  console.log(`With it: ${endpoints.length} endpoints.`);
  await dispatcher.close();
}
