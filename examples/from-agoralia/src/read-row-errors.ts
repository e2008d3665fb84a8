import { type Agoralia, isAPIError } from "@trunkline/agoralia";

/** A batch with a lead of the wrong form is refused whole, and the error says where it is wrong. */
export async function readRowErrors(client: Agoralia, campaign: number): Promise<void> {
  try {
    await client.leads.upsert({ campaign_id: campaign, items: [{ external_id: "crm-1", phone: "" }] });
  } catch (error) {
    if (!isAPIError(error, "leads.upsert", 422)) throw error;
    for (const { loc, msg } of error.body.detail) console.log(`${loc.slice(1).join(".")}: ${msg}`);
  }
}
