import { Agoralia, APIConnectionError } from "@trunkline/agoralia";
import { Agent } from "undici";

/** `ca` is what stands in the authority's PEM file. */
export async function trustCA(baseURL: string, ca: string): Promise<void> {
  const stranger = new Agoralia({ baseURL, maxRetries: 0 });
  const refused: unknown = await stranger.me.get().catch((error: unknown) => error);
  if (refused instanceof APIConnectionError) console.log("Without the authority: no connection.");

  const dispatcher = new Agent({ connect: { ca } });
  const client = new Agoralia({ baseURL, fetchOptions: { dispatcher } });
  const { workspace_name } = await client.me.get();
  console.log(`With it: hello, ${workspace_name}.`);
  await dispatcher.close();
}
