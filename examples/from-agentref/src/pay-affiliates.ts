import type { AgentRef } from "@trunkline/agentref";

const methods = ["paypal", "bank_transfer"] as const;

/** The key names the month: else next month's payout to the same affiliate would look like this one sent again. */
export async function payAffiliates(client: AgentRef, month: string): Promise<void> {
  for await (const due of client.payouts.listPending()) {
    const { affiliateId, programId } = due;
    const method = methods.find((known) => known === due.payoutMethod); // an answer may hold one that is new, or none
    if (!due.meetsThreshold || !method) continue;
    const idempotencyKey = `payout-${month}-${programId}-${affiliateId}`;
    await client.payouts.create({ affiliateId, programId, method }, { idempotencyKey });
    console.log(`${(due.pendingAmount / 100).toFixed(2)} ${due.currency} for ${affiliateId}.`);
  }
}
