import { APIConnectionError, Buena } from "@trunkline/buena";
import { Agent } from "undici";

/** `ca` is what stands in the authority's PEM file. */
export async function trustCA(baseURL: string, ca: string): Promise<void> {
  const stranger = new Buena({ baseURL, maxRetries: 0 });
  const refused: unknown = await stranger.health.check().catch((error: unknown) => error);
  if (refused instanceof APIConnectionError) console.log("Without the authority: no connection.");

  const dispatcher = new Agent({ connect: { ca } });
  const client = new Buena({ baseURL, fetchOptions: { dispatcher } });
  const { status } = await client.health.check();
  console.log(`With it: the API is ${status}.`);
  await dispatcher.close();
}
