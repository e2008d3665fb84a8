import { type Agora, APIConnectionTimeoutError } from "@trunkline/agora";

/** In milliseconds. 30 seconds stand for each attempt unless something else is said. */
export async function setTimeouts(client: Agora, campaign: number): Promise<void> {
  const hasty = client.withOptions({ timeout: 50, maxRetries: 0 }); // for all calls of this client
  try {
    await hasty.webhooks.listEndpoints(campaign);
  } catch (error) {
    if (!(error instanceof APIConnectionTimeoutError)) throw error;
    console.log("No answer within 50 ms.");
  }
  const upload = await hasty.leads.upload(
    { campaign_id: campaign, leads: [{ phone: "+15551234567" }], compliance_acknowledged: true },
    { timeout: 120_000 }, // for this call, since large uploads take longer
  );
  console.log(`The upload is ${upload.status}.`);
}
