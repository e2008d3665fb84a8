import type { Buena } from "@trunkline/buena";

export async function manageKeys(client: Buena): Promise<void> {
  const created = await client.apiKeys.create({
    name: "Import job",
    permissions: ["leads:read", "leads:write"],
    expires_at: "2027-01-01T00:00:00Z",
  });
  // The secret is shown this once. Put it into your vault, not into a log.
  console.log(`Created ${created.id} with a secret of ${created.key.length} characters.`);

  const keys = await client.apiKeys.list();
  const active = keys.filter((key) => key.is_active ?? key.isActive);
  console.log(`${active.length} of ${keys.length} keys are active.`);
}
