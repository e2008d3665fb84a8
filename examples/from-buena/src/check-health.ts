import type { Buena } from "@trunkline/buena";

export async function checkHealth(client: Buena): Promise<void> {
  const { status, services = {} } = await client.health.check();
  console.log(`The API is ${status}.`);
  for (const [name, state] of Object.entries(services)) console.log(`  ${name}: ${state}`);
}
