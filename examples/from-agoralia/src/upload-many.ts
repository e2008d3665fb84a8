import type { Agoralia } from "@trunkline/agoralia";

/** The answer counts the leads that failed and does not name them, so that their batch goes once more, whole. */
export async function uploadMany(
  client: Agoralia,
  campaign: number,
  phones: ReadonlyMap<string, string>,
): Promise<void> {
  const items = Array.from(phones, ([external_id, phone]) => ({ external_id, phone }));
  const size = 500;
  for (let start = 0; start < items.length; start += size) {
    const batch = { campaign_id: campaign, items: items.slice(start, start + size) };
    let { failed } = await client.leads.upsert(batch);
    if (failed > 0) ({ failed } = await client.leads.upsert(batch)); // a call of its own has a key of its own
    console.log(`Leads ${start} and on: ${failed} failed.`);
  }
}
