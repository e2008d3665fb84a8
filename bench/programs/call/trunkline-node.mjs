import { AgentRef } from "@trunkline/agentref";
import { nodeTransport } from "@trunkline/node";

export function make(baseURL) {
  const client = new AgentRef({ apiKey: "ak_live_bench", baseURL, transport: nodeTransport() });
  return async () => (await client.programs.list({ page: 2, pageSize: 2 })).data;
}
