import type { Agoralia } from "@trunkline/agoralia";

/** Results come whole. The cells of a row are called as the columns are, and may be anything. */
export async function readResults(client: Agoralia, campaign: number): Promise<void> {
  const { display_columns, rows } = await client.campaigns.results(campaign);
  console.log(display_columns.map(({ label }) => label).join(" | "));
  for (const row of rows) console.log(display_columns.map(({ name }) => String(row[name] ?? "")).join(" | "));
}
