import type { Buena } from "@trunkline/buena";

/** The fields as the Python and PHP pages have them. If your answers have `firstName`, write `firstName`. */
export async function createLead(client: Buena): Promise<string> {
  const lead = await client.leads.create({
    first_name: "Test",
    last_name: "Lead",
    email: "lead@example.com",
    job_title: "Head of Operations",
    tags: ["fair"],
    custom_fields: { budget: 5000 },
  });
  console.log(`Created ${lead.id}, which is ${lead.status}.`);
  return lead.id;
}
