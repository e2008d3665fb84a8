import type { Buena } from "@trunkline/buena";

/** Prospects are what Buena takes many of in one request. Some may be taken, and others not. */
export async function uploadMany(client: Buena): Promise<void> {
  const result = await client.linkedin.uploadProspects({
    prospects: [
      { name: "Prospect A", linkedin_url: "https://linkedin.com/in/prospect-a" },
      { name: "Prospect B", linkedin_url: "https://example.com/prospect-b" },
    ],
    tags: ["fair"],
  });
  console.log(`${result.uploaded_count} taken, ${result.skipped_count} left out.`);
  for (const reason of result.errors) console.log(`  ${reason}`);
}
