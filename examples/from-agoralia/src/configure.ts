import { Agoralia } from "@trunkline/agoralia";

/** The key comes from `AGORALIA_API_KEY` and goes into `X-API-Key`; JSON in and out is understood. */
export function configure(baseURL?: string): Agoralia {
  const client = new Agoralia({ baseURL });
  console.log(`Requests go to ${client.baseURL}.`);
  return client;
}
