import type { Buena } from "@trunkline/buena";

/** Every method gives a promise, so that there are no second methods for programs that do several things at once. */
export async function runAtOnce(client: Buena, leadId: string): Promise<void> {
  const [health, keys, lead] = await Promise.all([
    client.health.check(),
    client.apiKeys.list(),
    client.leads.get(leadId),
  ]);
  console.log(`${health.status}: ${keys.length} keys, and ${lead.id} is there.`);
}
