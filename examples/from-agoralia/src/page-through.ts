import type { Agoralia } from "@trunkline/agoralia";

export async function pageThrough(client: Agoralia, campaign: number): Promise<void> {
  // What a loop over `next_cursor` does: the next page is asked for when the loop gets there.
  let count = 0;
  for await (const call of client.calls.list({ campaign_id: campaign, limit: 100 })) {
    count += 1;
    console.log(`Call ${call.id}: ${call.status}`);
  }
  console.log(`${count} calls.`);

  const first = await client.agents.list();
  console.log(`${first.items.length} agents, and ${first.hasNextPage() ? "more" : "no more"}.`);
}
