import { AuthenticationError, Buena } from "@trunkline/buena";

/** The key in code: once as `x-api-key`, once as the bearer token that Buena's newer SDKs send, once from a vault. */
export async function authenticate(baseURL: string, readVault: () => Promise<string>): Promise<void> {
  const clients = {
    "x-api-key": new Buena({ baseURL, apiKey: "bna_example" }),
    "a bearer token": new Buena({ baseURL, apiKey: null, accessToken: "bna_example" }),
    // Asked for every request, so that a key can be changed while the program runs.
    "a key of the vault": new Buena({ baseURL, apiKey: readVault }),
  };
  for (const [how, client] of Object.entries(clients)) {
    try {
      await client.health.check();
      console.log(`Let in with ${how}.`);
    } catch (error) {
      if (!(error instanceof AuthenticationError)) throw error;
      console.log(`Refused with ${how}: ${error.message}`);
    }
  }
}
