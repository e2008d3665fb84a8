import type { Buena, LeadsListPage } from "@trunkline/buena";

export async function pageThrough(client: Buena): Promise<void> {
  // The next page is asked for when the loop gets there.
  let count = 0;
  for await (const lead of client.leads.list({ limit: 2 })) {
    count += 1;
    console.log(`Lead ${count}: ${lead.id}`);
  }

  const first = await client.leads.list({ limit: 2, search: "example.com" });
  console.log(`${leadsOf(first).length} leads on the first page.`);
  if (first.hasNextPage()) console.log(`${leadsOf(await first.getNextPage()).length} on the second.`);

  const some = await client.leads.list({ limit: 2 }).toArray({ limit: 3 });
  console.log(`${some.length} leads in one array.`);
}

/** A page is as Buena sent it, in one of three shapes. Loops over leads read any of them by themselves. */
function leadsOf({ data, leads = [] }: LeadsListPage): readonly { readonly id: string }[] {
  return Array.isArray(data) ? data : (data?.leads ?? leads);
}
