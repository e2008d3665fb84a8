import { Buena } from "@trunkline/buena";

/** The key comes from `BUENA_API_KEY`. `baseURL` is for tests; `environment: "staging"` names Buena's other server. */
export function configure(baseURL?: string): Buena {
  const client = new Buena({ baseURL });
  console.log(`Requests go to ${client.baseURL}.`);
  return client;
}
