import { Buena } from "@trunkline/buena";
import { ProxyAgent } from "undici";

/** A user and a password may stand in the proxy's address. */
export async function useProxy(baseURL: string, proxy: string): Promise<void> {
  const dispatcher = new ProxyAgent(proxy);
  const client = new Buena({ baseURL, fetchOptions: { dispatcher } });
  const { status } = await client.health.check();
  console.log(`Through the proxy: the API is ${status}.`);
  await dispatcher.close();
}
