// A process that uploads leads with a journal, and is killed in the middle: node upload.ts <settings as JSON>
import { Agora } from "@trunkline/agora";
import { Agoralia } from "@trunkline/agoralia";
import { fileJournal } from "@trunkline/node";
import type { UploadSettings } from "./settings.ts";

const settings: UploadSettings = JSON.parse(process.argv[2] ?? "");
const { baseURL, vendor, chunks, chunk, concurrency } = settings;
const options = { journal: fileJournal(settings.journal), chunk, concurrency };

function* leads(): Generator<{ external_id: string; phone: string }> {
  for (let index = 0; index < chunks * chunk; index++)
    yield { external_id: `lead-${index}`, phone: `+1555${index}` };
}

const common = { baseURL, retry: { baseDelay: 1, maxDelay: 1 } };
const run =
  vendor === "agora"
    ? new Agora({ ...common, accessToken: "token" }).leads.uploadAll(
        leads(),
        { campaign_id: 1, compliance_acknowledged: true },
        options,
      )
    : new Agoralia({ ...common, apiKey: "ago_key" }).leads.upsertAll(leads(), { campaign_id: 1 }, options);

const unknown: number[] = [];
for await (const { fate, index } of run) if (fate === "unknown") unknown.push(index);
const summary = await run;
process.stdout.write(JSON.stringify({ summary, unknown }));
