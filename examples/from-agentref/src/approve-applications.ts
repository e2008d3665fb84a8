import type { AgentRef } from "@trunkline/agentref";

/** What `affiliates.approve` was: people who want to become affiliates are applications until they are approved. */
export async function approveApplications(client: AgentRef, programId: string): Promise<void> {
  for await (const { id } of client.applications.list({ programId, status: "pending" })) {
    await client.applications.approve(id, { note: "Welcome." }, { idempotencyKey: `approve-${id}` });
    console.log(`Approved ${id}.`);
  }
}
