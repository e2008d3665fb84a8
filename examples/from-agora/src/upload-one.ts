import type { Agora } from "@trunkline/agora";

export async function uploadOne(client: Agora, campaign: number): Promise<void> {
  const upload = await client.leads.upload({
    campaign_id: campaign,
    leads: [{ phone: "+15551234567", first_name: "Test", favourite_colour: "blue" }], // fields of your own, too
    compliance_acknowledged: true, // the types admit nothing else
  });
  console.log(`${upload.status}: ${upload.valid_count} of ${upload.received_count} leads are valid.`);
}
