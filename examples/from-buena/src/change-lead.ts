import type { Buena } from "@trunkline/buena";

export async function changeLead(client: Buena, id: string): Promise<void> {
  const before = await client.leads.get(id);
  // Only what is given changes; a list of tags replaces the old one.
  const after = await client.leads.update(id, {
    status: "contacted",
    tags: [...(before.tags ?? []), "called"],
  });
  console.log(`${after.id} was changed.`);

  const { success } = await client.leads.delete(id);
  console.log(success ? `${id} is deleted.` : `${id} is still there.`);
}
