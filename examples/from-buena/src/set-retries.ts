import { Buena } from "@trunkline/buena";

/** What a loop around the SDK's calls does: waits that grow, a random part, and what the server asks to wait. */
export async function setRetries(baseURL: string): Promise<void> {
  const client = new Buena({
    baseURL,
    maxRetries: 4, // 2 unless given; 0 for none
    retry: { baseDelay: 60, maxDelay: 250 }, // milliseconds
    hooks: {
      retry: ({ attempt, error }) => console.log(`Attempt ${attempt} failed: ${error.name}`),
    },
  });
  const { status } = await client.health.check();
  console.log(`The API is ${status}.`);
}
