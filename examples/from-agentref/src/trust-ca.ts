import { AgentRef, APIConnectionError } from "@trunkline/agentref";
import { Agent } from "undici";

/** `ca` is what stands in the authority's PEM file. */
export async function trustCA(baseURL: string, ca: string): Promise<void> {
  const stranger = new AgentRef({ baseURL, maxRetries: 0 });
  const refused: unknown = await stranger.conversions.stats().catch((error: unknown) => error);
  if (refused instanceof APIConnectionError) console.log("Without the authority: no connection.");

  const dispatcher = new Agent({ connect: { ca } });
  const client = new AgentRef({ baseURL, fetchOptions: { dispatcher } });
  const { total } = await client.conversions.stats();
  console.log(`With it: ${total} conversions.`);
  await dispatcher.close();
}
