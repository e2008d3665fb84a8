import { AgentRef } from "agentref";

export function make(baseUrl) {
  const client = new AgentRef({ apiKey: "ak_live_bench", baseUrl });
  return async () => (await client.programs.list({ page: 2, pageSize: 2 })).data;
}
