import { parseArgs } from "node:util";
import { Agora } from "@trunkline/agora";
import { createProgress } from "./progress.ts";
import { UploadStopped, uploadFile } from "./upload.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { campaign: { type: "string" }, batch: { type: "string" }, from: { type: "string" } },
});
const [file] = positionals;
if (!file || !values.campaign) {
  console.error("Usage: node src/main.ts leads.csv --campaign 42 [--batch 500] [--from <line>]");
  process.exit(2);
}

// The first Ctrl+C ends the request that is under way, so that the last line is known.
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
try {
  const { accepted, rejected } = await uploadFile(
    new Agora(), // reads AGORA_API_KEY
    {
      file,
      campaign: Number(values.campaign),
      batch: values.batch ? Number(values.batch) : undefined,
      from: values.from ? Number(values.from) : undefined,
      signal: stop.signal,
    },
    createProgress(process.stderr),
  );
  for (const { line, reason } of rejected) console.error(`${file}:${line}: ${reason}`);
  console.log(`${accepted} leads accepted, ${rejected.length} rejected.`);
  process.exitCode = rejected.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof UploadStopped) console.error(`Go on with --from ${error.line}.`);
  process.exitCode = 1;
}
