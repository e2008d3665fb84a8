import { type AgentRef, APIConnectionTimeoutError } from "@trunkline/agentref";

/** In milliseconds, as in the Node client; 30 seconds for each attempt unless something else is said. */
export async function setTimeouts(client: AgentRef): Promise<void> {
  const hasty = client.withOptions({ timeout: 50, maxRetries: 0 }); // for all calls of this client
  try {
    await hasty.conversions.stats();
  } catch (error) {
    if (!(error instanceof APIConnectionTimeoutError)) throw error;
    console.log("No answer within 50 ms.");
  }
  await hasty.conversions.stats({}, { timeout: 5_000, totalTimeout: 10_000 }); // for this call
  console.log("An answer within 5 s.");
}
