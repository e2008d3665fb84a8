import type { Agoralia } from "@trunkline/agoralia";

export async function createCampaign(client: Agoralia): Promise<number> {
  const agent = await client.agents.create({ name: "Quotes", lang: "it-IT", voice_engine: "retell" });
  const campaign = await client.campaigns.create({
    name: "Spring quotes",
    purpose: "quote_request", // the editor offers the other values
    agent_ref_id: agent.id,
    extraction_schema: { type: "object", properties: { budget: { type: "number" } } },
    display_columns: ["name", "budget"],
  });
  console.log(`Campaign ${campaign.id} is in ${campaign.status}, with agent ${agent.id}.`);
  return campaign.id;
}
