import { type Agoralia, APIConnectionTimeoutError } from "@trunkline/agoralia";

/** In milliseconds. 30 seconds stand for each attempt unless something else is said. */
export async function setTimeouts(client: Agoralia): Promise<void> {
  const hasty = client.withOptions({ timeout: 50, maxRetries: 0 }); // for all calls of this client
  try {
    await hasty.me.get();
  } catch (error) {
    if (!(error instanceof APIConnectionTimeoutError)) throw error;
    console.log("No answer within 50 ms.");
  }
  await hasty.me.get({}, { timeout: 5_000, totalTimeout: 10_000 }); // for this call
  console.log("An answer within 5 s.");
}
