import type { Agora } from "@trunkline/agora";

/** In requests of 500, and each lead with what became of it, by its number among all. */
export async function uploadMany(client: Agora, campaign: number, phones: readonly string[]): Promise<void> {
  const leads = phones.map((phone) => ({ phone }));
  const params = { campaign_id: campaign, compliance_acknowledged: true as const, tags: ["source:import"] };
  const counts = { accepted: 0, rejected: 0, undetermined: 0, unknown: 0, unsent: 0 };
  for await (const lead of client.leads.uploadAll(leads, params)) {
    counts[lead.fate] += 1;
    if (lead.fate === "rejected")
      console.log(`Lead ${lead.index}: ${lead.field ?? "lead"}: ${lead.message ?? lead.code}`);
    // It was sent and no answer came, so that sending it again may add it twice.
    if (lead.fate === "unknown") console.log(`Lead ${lead.index} may have arrived.`);
  }
  console.log(`${counts.accepted} accepted, ${counts.rejected} rejected.`);
}
