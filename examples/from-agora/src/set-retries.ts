import { Agora, InternalServerError } from "@trunkline/agora";

/** What reads is repeated. An upload is not: Agora does not say what the second one does. */
export async function setRetries(baseURL: string, campaign: number): Promise<void> {
  const client = new Agora({
    baseURL,
    maxRetries: 4, // 2 unless given; 0 for none
    retry: { baseDelay: 60, maxDelay: 250 }, // milliseconds
    hooks: { retry: ({ operation, attempt }) => console.log(`${operation}: attempt ${attempt} failed.`) },
  });
  const endpoints = await client.webhooks.listEndpoints(campaign);
  console.log(`${endpoints.length} endpoints.`);

  const leads = [{ phone: "+15551234567" }];
  try {
    await client.leads.upload({ campaign_id: campaign, leads, compliance_acknowledged: true });
  } catch (error) {
    if (!(error instanceof InternalServerError)) throw error;
    console.log(`The upload failed after ${error.attempts} attempt.`);
  }
}
