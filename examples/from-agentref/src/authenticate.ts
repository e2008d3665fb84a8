import { AgentRef, AuthError } from "@trunkline/agentref";

/** The key in code, and whose it is: `ak_live_` a merchant's, `ak_aff_` an affiliate's. */
export async function authenticate(baseURL: string, apiKey: string): Promise<void> {
  const client = new AgentRef({ baseURL, apiKey });
  try {
    const { key } = await client.affiliateWorkspace.identity();
    console.log(`A key of a ${key.ownerType} with ${key.scopes?.length ?? 0} scopes.`);
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    console.log(`Refused: ${error.code}`);
  }
}
