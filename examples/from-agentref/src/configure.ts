import { AgentRef } from "@trunkline/agentref";

/** The key comes from `AGENTREF_API_KEY`. The address is called `baseURL`, in capitals. */
export function configure(baseURL?: string): AgentRef {
  const client = new AgentRef({ baseURL });
  console.log(`Requests go to ${client.baseURL}.`);
  return client;
}
