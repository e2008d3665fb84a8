import { Agoralia } from "@trunkline/agoralia";
import { ProxyAgent } from "undici";

/** A user and a password may stand in the proxy's address. */
export async function useProxy(baseURL: string, proxy: string): Promise<void> {
  const dispatcher = new ProxyAgent(proxy);
  const client = new Agoralia({ baseURL, fetchOptions: { dispatcher } });
  const { workspace_name } = await client.me.get();
  console.log(`Through the proxy: hello, ${workspace_name}.`);
  await dispatcher.close();
}
