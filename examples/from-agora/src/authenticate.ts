import { Agora, AuthenticationError } from "@trunkline/agora";

/** There is nothing to do: the key is traded at the first call, before the token runs out, and when it is refused. */
export async function authenticate(baseURL: string): Promise<void> {
  const client = new Agora({ baseURL, apiKey: "agora_test_0123456789abcdef" });
  try {
    await Promise.all([client.webhooks.listEndpoints(42), client.webhooks.listEventTypes(42)]);
    console.log("Two calls, one exchange.");
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    console.log(`The key is refused: ${error.message}`);
  }
}
