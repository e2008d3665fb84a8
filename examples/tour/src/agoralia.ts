import { Agoralia } from "@trunkline/agoralia";
import type { Stage } from "./stage.ts";

/** Sets up a campaign, and reads calls page by page. */
export async function agoralia({ mock, step }: Stage): Promise<void> {
  const client = new Agoralia({ apiKey: `ago_${"0123456789abcdef".repeat(2)}`, baseURL: mock.url });

  await step("me.get()", async () => {
    const me = await client.me.get();
    return `${me.workspace_name}, plan ${me.plan}, ${me.rate_limits.rpm} requests a minute`;
  });

  await step("for await (const call of calls.list({ campaign_id: 7 }))", async () => {
    const calls: string[] = [];
    for await (const call of client.calls.list({ campaign_id: 7 })) calls.push(`${call.id} ${call.status}`);
    return `${calls.length} calls: ${calls.join(", ")}`;
  });

  mock.fail({ operation: "campaigns.create", status: 503, times: 1 });
  await step("campaigns.create({ … }), answered with 503 at first", async () => {
    const campaign = await client.campaigns.create({
      name: "Autumn renewals",
      purpose: "appointment",
      agent_ref_id: 10,
      extraction_schema: { interested: { type: "boolean" } },
      display_columns: ["interested"],
    });
    const keys = new Set(mock.requests.slice(-2).map(({ headers }) => headers["idempotency-key"]));
    return [
      `campaign ${campaign.id} is ${campaign.status}`,
      `sent twice with ${keys.size === 1 ? "the same idempotency key" : "different keys"}, so it exists once`,
    ];
  });

  await step("campaigns.start(1)", async () => {
    const proposal = await client.campaigns.start(1);
    return `proposal ${proposal.proposal_id}${proposal.requires_confirmation ? " waits to be confirmed in the web app" : ""}`;
  });

  await step("leads.upsert({ campaign_id: 1, items: [two leads] })", async () => {
    const { created, updated, failed } = await client.leads.upsert({
      campaign_id: 1,
      items: [
        { external_id: "crm-1", phone: "+393401234567", name: "Ada" },
        { external_id: "crm-2", phone: "+393407654321", data: { company: "Example" } },
      ],
    });
    return `${created} created, ${updated} updated, ${failed} failed`;
  });
}
