import type { AgentRef } from "@trunkline/agentref";

export async function changeProgram(client: AgentRef, id: string): Promise<void> {
  await client.programs.get(id);
  await client.programs.update(id, { commissionPercent: 25 }); // sent once: AgentRef does not want it repeated
  const stats = await client.programs.stats(id, { period: "30d" });
  console.log(`${stats.totalConversions} conversions for ${(stats.totalRevenue / 100).toFixed(2)}.`);
  await client.programs.delete(id); // which archives it
  console.log("Archived.");
}
