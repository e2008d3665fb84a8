import { Agoralia, AuthenticationError } from "@trunkline/agoralia";

/** The key in code, and what it may do. */
export async function authenticate(baseURL: string, apiKey: string): Promise<void> {
  const client = new Agoralia({ baseURL, apiKey });
  try {
    const { tenant_id, rate_limits, api_key_scopes } = await client.me.get();
    console.log(`Workspace ${tenant_id}, ${rate_limits.rpm} requests a minute.`);
    console.log(
      api_key_scopes.includes("campaigns:start") ? "May start campaigns." : "May not start campaigns.",
    );
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    console.log(`Refused: ${error.message}`);
  }
}
