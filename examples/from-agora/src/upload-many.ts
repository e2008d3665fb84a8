import type { Agora } from "@trunkline/agora";

/** In batches, since large uploads can run into time limits. A row is counted from the batch's first lead, so add on. */
export async function uploadMany(client: Agora, campaign: number, phones: readonly string[]): Promise<void> {
  const size = 500;
  for (let start = 0; start < phones.length; start += size) {
    const { valid_count, errors } = await client.leads.upload({
      campaign_id: campaign,
      leads: phones.slice(start, start + size).map((phone) => ({ phone })),
      compliance_acknowledged: true,
      skip_duplicates: true, // so that a batch which is sent again does no harm
      tags: ["source:import"],
    });
    console.log(`Leads ${start} and on: ${valid_count} valid.`);
    for (const { row, field, message } of errors)
      console.log(`  ${start + row}: ${field ?? "lead"}: ${message}`);
  }
}
