import type { Agoralia } from "@trunkline/agoralia";

/** Opens a proposal. Nothing is called until a person confirms it in the web app. */
export async function startCampaign(client: Agoralia, campaign: number): Promise<void> {
  const { proposal_id, requires_confirmation } = await client.campaigns.start(campaign);
  console.log(`Proposal ${proposal_id} ${requires_confirmation ? "waits for a person" : "is through"}.`);
}
