import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agora } from "@trunkline/agora";
import { startMock } from "@trunkline/mock";
import { createProgress } from "./progress.ts";
import { UploadStopped, uploadFile } from "./upload.ts";

const folder = await mkdtemp(join(tmpdir(), "leads-"));
const file = join(folder, "leads.csv");
const lines = Array.from(
  { length: 1200 },
  (_, index) => `+1555${String(1000000 + index)},Lead ${index},"Ex, ample ""Ltd"""`,
);
lines[4] = ",Nobody,";
await writeFile(file, `phone,first_name,company\r\n${lines.join("\r\n")}\r\n`);

await using mock = await startMock("@trunkline/agora", { from: import.meta.url });
const agora = new Agora({ apiKey: "agora_test_0123456789abcdef", baseURL: mock.url });
const progress = createProgress(process.stderr);
const options = { file, campaign: 42, batch: 500 };

mock.prefer({ operation: "leads.upload", example: "partial", times: 1 });
const { accepted, rejected } = await uploadFile(agora, options, progress);
console.log(`${accepted} accepted, ${rejected.length} rejected:`);
for (const { line, reason } of rejected) console.log(`  line ${line}: ${reason}`);
const batches = (): (number | undefined)[] =>
  mock.requests
    .filter(({ operation }) => operation === "leads.upload")
    .map(({ body }) => (body?.json as { leads: unknown[] } | undefined)?.leads.length);
assert.deepEqual(batches(), [500, 500, 199]);
assert.equal(rejected[0]?.line, 2);

// The second batch meets a broken connection: it is not sent again by itself, and the line to go on from is told.
mock.reset();
mock.fail({ operation: "leads.upload", delay: 1 }); // the first one only late
mock.fail({ operation: "leads.upload", reset: true });
const stopped = await uploadFile(agora, options, progress).catch((error: unknown) => error);
if (!(stopped instanceof UploadStopped)) throw stopped;
console.log(stopped.message);
assert.equal(stopped.line, 503);
await uploadFile(agora, { ...options, from: stopped.line }, progress);
assert.deepEqual(batches(), [500, 500, 500, 199]);
assert.deepEqual(mock.violations, []);
await rm(folder, { recursive: true });
