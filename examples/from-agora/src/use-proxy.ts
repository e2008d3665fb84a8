import { Agora } from "@trunkline/agora";
import { ProxyAgent } from "undici";

/** The exchange of the key goes through the proxy too. A user and a password may stand in the proxy's address. */
export async function useProxy(baseURL: string, proxy: string): Promise<void> {
  const dispatcher = new ProxyAgent(proxy);
  const client = new Agora({ baseURL, fetchOptions: { dispatcher } });
  const endpoints = await client.webhooks.listEndpoints(42);
  console.log(`Through the proxy: ${endpoints.length} endpoints.`);
  await dispatcher.close();
}
