import type { Agoralia } from "@trunkline/agoralia";

/** `external_id` is your own: the same one again changes the lead. */
export async function uploadOne(client: Agoralia, campaign: number): Promise<void> {
  const { created, updated } = await client.leads.upsert({
    campaign_id: campaign,
    items: [{ external_id: "crm-1", phone: "+393401234567", data: { company: "Example Ltd" } }],
  });
  console.log(`${created} created, ${updated} changed.`);
}
