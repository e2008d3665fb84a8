import type { Agora } from "@trunkline/agora";

/** Lists come whole: Agora has no pages. Endpoints are made and changed in its dashboard. */
export async function watchWebhooks(client: Agora, campaign: number): Promise<void> {
  for (const { id, url } of await client.webhooks.listEndpoints(campaign)) {
    const health = await client.webhooks.getEndpointHealth({ campaign_id: campaign, endpoint_id: id });
    const rate = health.success_rate ?? undefined; // null before the first delivery
    console.log(`${url}: ${rate === undefined ? "nothing delivered yet" : `${rate * 100} % delivered`}`);
  }
}
