import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "@trunkline/cli";
import { startMock } from "@trunkline/mock";

const folder = await mkdtemp(join(tmpdir(), "leads-"));
const file = join(folder, "leads.csv");
const rows = Array.from(
  { length: 1200 },
  (_, index) => `+1555${String(1000000 + index)},Lead ${index},"Ex, ample ""Ltd"""`,
);
rows[4] = ",Nobody,";
await writeFile(file, `phone,first_name,company\r\n${rows.join("\r\n")}\r\n`);

process.env.AGORA_API_KEY = "agora_test_0123456789abcdef";
await using mock = await startMock("@trunkline/agora", { from: import.meta.url });
const upload = (...more: readonly string[]): Promise<number> =>
  main([
    ...["bulk", "@trunkline/agora", "leads.upload", file, "--base-url", mock.url],
    ...["--param", "campaign_id=42", "--param", "compliance_acknowledged=true"],
    ...more,
  ]);

// Nothing is sent: the one lead without a phone number is told with its line.
assert.equal(await upload("--dry-run"), 1);
assert.equal(mock.requests.length, 0);
rows[4] = "+15550000000,Nobody,";
await writeFile(file, `phone,first_name,company\r\n${rows.join("\r\n")}\r\n`);
assert.equal(await upload("--dry-run"), 0);

// The second request meets a broken connection. Agora documents no way to send it again safely, so nobody does.
mock.fail({ operation: "leads.upload", delay: 1 }); // the first one only late
mock.fail({ operation: "leads.upload", reset: true });
assert.equal(await upload(), 1);
const unknown = await readFile(join(folder, "leads.unknown.csv"), "utf8");
assert.equal(unknown.trim().split("\n").length, 501);
const sent = mock.requests.filter(({ operation }) => operation === "leads.upload");
assert.deepEqual(
  sent.map(({ body }) => (body?.json as { leads: unknown[] } | undefined)?.leads.length),
  [500, 500, 200],
);

// Started again it sends nothing: what is done is skipped, and what is unknown stays so.
assert.equal(await upload("--resume"), 1);
assert.equal(mock.requests.filter(({ operation }) => operation === "leads.upload").length, 3);
assert.deepEqual(mock.violations, []);
await rm(folder, { recursive: true });
