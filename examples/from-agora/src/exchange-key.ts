import { Agora } from "@trunkline/agora";

/** The exchange by hand, for a program that gives tokens to others and keeps the key to itself. */
export async function exchangeKey(client: Agora): Promise<void> {
  const { access_token, expires_in } = await client.authentication.loginWithApiKey({
    api_key: "agora_test_0123456789abcdef",
  });
  console.log(`A token for ${expires_in} seconds.`);

  const holder = new Agora({ baseURL: client.baseURL, apiKey: null, accessToken: access_token });
  const types = await holder.webhooks.listEventTypes(42);
  console.log(`Its holder sees ${types.length} event types.`);
}
