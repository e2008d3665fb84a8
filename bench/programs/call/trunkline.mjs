import { AgentRef } from "@trunkline/agentref";

export function make(baseURL) {
  const client = new AgentRef({ apiKey: "ak_live_bench", baseURL });
  return async () => (await client.programs.list({ page: 2, pageSize: 2 })).data;
}
