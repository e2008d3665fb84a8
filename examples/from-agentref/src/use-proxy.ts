import { AgentRef } from "@trunkline/agentref";
import { ProxyAgent } from "undici";

/** A user and a password may stand in the proxy's address. */
export async function useProxy(baseURL: string, proxy: string): Promise<void> {
  const dispatcher = new ProxyAgent(proxy);
  const client = new AgentRef({ baseURL, fetchOptions: { dispatcher } });
  const { total } = await client.conversions.stats();
  console.log(`Through the proxy: ${total} conversions.`);
  await dispatcher.close();
}
