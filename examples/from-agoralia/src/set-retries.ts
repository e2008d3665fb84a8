import { Agoralia } from "@trunkline/agoralia";

/** What a loop around `fetch` does: 429, 500 and 503 again, after `X-RateLimit-Reset` or a wait that grows. */
export async function setRetries(baseURL: string, campaign: number): Promise<void> {
  const client = new Agoralia({
    baseURL,
    maxRetries: 4, // 2 unless given; 0 for none
    retry: { baseDelay: 60, maxDelay: 250 }, // milliseconds
    hooks: { retry: ({ attempt, error }) => console.log(`Attempt ${attempt} failed: ${error.name}`) },
  });
  const items = [{ external_id: "crm-1", phone: "+393401234567" }];
  const { created } = await client.leads.upsert({ campaign_id: campaign, items }); // one key for all attempts
  console.log(`${created} created.`);
}
