import { Buena, BuenaError } from "@trunkline/buena";
import { failure, type Stage } from "./stage.ts";

/** Walks leads, uploads a voice sample, and exports a campaign. */
export async function buena({ mock, step }: Stage): Promise<void> {
  const client = new Buena({ apiKey: `bna_${"0123456789abcdef".repeat(4)}`, baseURL: mock.url });

  await step('for await (const lead of leads.list({ sort: "created_at", order: "desc" }))', async () => {
    const emails: string[] = [];
    for await (const lead of client.leads.list({ sort: "created_at", order: "desc" }))
      emails.push(lead.email);
    return `${emails.length} leads: ${emails.join(", ")}`;
  });

  await step("leads.create({ … })", async () => {
    const lead = await client.leads.create({
      first_name: "Ada",
      last_name: "Example",
      email: "ada@example.com",
      tags: ["conference"],
    });
    return `${lead.id} ${lead.first_name} ${lead.last_name}`;
  });

  mock.prefer({ operation: "leads.create", status: 409, times: 1 });
  await step("leads.create({ … }), which exists already", async () => {
    const error = await failure(
      client.leads.create({ first_name: "Ada", last_name: "Example", email: "ada@example.com" }),
    );
    if (!(error instanceof BuenaError)) throw error;
    return `${error.status} caught as ${error.name}: ${error.code}`;
  });

  await step("voiceClones.create({ name, files: [a recording] })", async () => {
    const recording = new File([new Uint8Array(2048)], "sample.wav", { type: "audio/wav" });
    const { data } = await client.voiceClones.create({ name: "Narrator", files: [recording] });
    return `voice ${data.voiceId} from ${data.sampleCount} sample`;
  });

  mock.fail({ operation: "health.check", status: 503, times: 1 });
  await step("health.check(), answered with 503 at first", async () => {
    const health = await client.health.check();
    return `${health.status} since the second attempt`;
  });
}
