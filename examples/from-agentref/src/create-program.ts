import type { AgentRef } from "@trunkline/agentref";

/** Money is in minor units: 5000 are 50.00. A key of your own lets the client send the creation again. */
export async function createProgram(client: AgentRef): Promise<string> {
  const program = await client.programs.create(
    { name: "Spring", commissionType: "one_time", commissionPercent: 20, payoutThreshold: 5_000 },
    { idempotencyKey: "create-spring" },
  );
  console.log(`Created ${program.id}, which is ${program.status}.`);
  return program.id;
}
