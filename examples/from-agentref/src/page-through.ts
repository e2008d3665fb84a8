import type { AgentRef } from "@trunkline/agentref";

export async function pageThrough(client: AgentRef): Promise<void> {
  for await (const program of client.programs.listAll()) console.log(`Program ${program.id}`); // 100 at a time

  // Every list with pages can be walked like that, not programs alone.
  let count = 0;
  for await (const _ of client.conversions.list({ limit: 100 })) count += 1;
  console.log(`${count} conversions.`);

  const page = await client.programs.list({ page: 1, pageSize: 2, status: "active" });
  const { total, hasMore, requestId } = page.meta;
  console.log(`${page.data.length} of ${total}, ${hasMore ? "more" : "no more"} to come (${requestId}).`);
}
