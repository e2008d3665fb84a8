import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Buena } from "@trunkline/buena";
import { printsBehindAuthority, printsThroughProxy } from "@trunkline/example-support/network";
import { printed, prints } from "@trunkline/example-support/printed";
import { faultsOfTasks } from "@trunkline/example-support/tasks";
import { startMock } from "@trunkline/mock";
import { authenticate } from "../src/authenticate.ts";
import { changeLead } from "../src/change-lead.ts";
import { checkHealth } from "../src/check-health.ts";
import { configure } from "../src/configure.ts";
import { createLead } from "../src/create-lead.ts";
import { createMany } from "../src/create-many.ts";
import { handleStatuses } from "../src/handle-statuses.ts";
import { manageKeys } from "../src/manage-keys.ts";
import { pageThrough } from "../src/page-through.ts";
import { runAtOnce } from "../src/run-at-once.ts";
import { setRetries } from "../src/set-retries.ts";
import { setTimeouts } from "../src/set-timeout.ts";
import { trustCA } from "../src/trust-ca.ts";
import { uploadMany } from "../src/upload-many.ts";
import { useProxy } from "../src/use-proxy.ts";

process.env.BUENA_API_KEY = "bna_example";
await using mock = await startMock("@trunkline/buena", { from: import.meta.url });
const client = new Buena({ baseURL: mock.url });
const routes = (): (string | undefined)[] => mock.requests.map(({ route }) => route);

afterEach(() => {
  assert.deepEqual(mock.violations, []);
  mock.reset();
});

await test("README.md tells of every task, in the code that stands there", async () => {
  assert.deepEqual(await faultsOfTasks(new URL("../", import.meta.url)), []);
});

await test("configure", async () => {
  await prints(() => configure(), ["Requests go to https://api.buena.ai/api/v2."]);
  await configure(mock.url).health.check();
  assert.equal(mock.requests[0]?.headers["x-api-key"], "bna_example");
});

await test("authenticate", async () => {
  mock.fail({ operation: "health.check", delay: 1, times: 2 }); // the first two as usual
  mock.fail({ operation: "health.check", status: 401, times: 2 });
  const readVault = async (): Promise<string> => "bna_of_the_vault";
  await prints(
    () => authenticate(mock.url, readVault),
    ["Let in with x-api-key.", "Let in with a bearer token.", /^Refused with a key of the vault: 401 /],
  );
  const sent = mock.requests.map(({ headers }) => headers["x-api-key"] ?? headers.authorization);
  assert.deepEqual(sent.slice(0, 3), ["bna_example", "Bearer bna_example", "bna_of_the_vault"]);
});

await test("check the health", async () => {
  mock.prefer({ operation: "health.check", example: "degraded" });
  await prints(
    () => checkHealth(client),
    ["The API is degraded.", "  database: healthy", "  redis: degraded", "  api: healthy"],
  );
});

await test("create and list keys", async () => {
  await prints(
    () => manageKeys(client),
    [/^Created key_\w+ with a secret of \d+ characters\.$/, /^\d of \d keys are active\.$/],
  );
  assert.deepEqual(routes(), ["POST /keys", "GET /keys"]);
});

await test("create a lead", async () => {
  await prints(() => createLead(client), ["Created lead_abc123, which is active."]);
});

await test("change and delete a lead", async () => {
  await prints(
    () => changeLead(client, "lead_abc123"),
    ["lead_abc123 was changed.", "lead_abc123 is deleted."],
  );
  assert.deepEqual(routes(), ["GET /leads/{leadId}", "PUT /leads/{leadId}", "DELETE /leads/{leadId}"]);
  const body = mock.requests[1]?.body?.json as { tags: string[] };
  assert.deepEqual(body.tags.at(-1), "called");
});

await test("create many leads, and read what became of each row", async () => {
  mock.prefer({ operation: "leads.create", status: 201, times: 1 });
  mock.prefer({ operation: "leads.create", status: 409, times: 1 });
  mock.prefer({ operation: "leads.create", status: 422, times: 1 });
  const emails = ["a@example.com", "b@example.com", "c@example.com"];
  await prints(
    () => createMany(client, emails),
    ["Row 0: created lead_abc123.", "Row 1: is there already.", /^Row 2: \{"fields":\{"email":/],
  );
  assert.equal(mock.requests.length, 3);
});

await test("upload many prospects, and read which were left out", async () => {
  mock.prefer({ operation: "linkedin.uploadProspects", example: "skipped" });
  await prints(() => uploadMany(client), ["1 taken, 1 left out.", /^ {2}\S/]);
});

await test("page through leads", async () => {
  const items = Array.from({ length: 5 }, (_, index) => ({ id: `lead_${index}` }));
  mock.items({ operation: "leads.list", items });
  await prints(
    () => pageThrough(client),
    [
      "Lead 1: lead_0",
      "Lead 2: lead_1",
      "Lead 3: lead_2",
      "Lead 4: lead_3",
      "Lead 5: lead_4",
      "2 leads on the first page.",
      "2 on the second.",
      "3 leads in one array.",
    ],
  );
  const offsets = mock.requests.map(({ query }) => Object.fromEntries(query).offset ?? "0");
  assert.deepEqual(offsets, ["0", "2", "4", "0", "2", "0", "2"]);
});

await test("page through leads in Buena's other shapes", async () => {
  for (const [shape, name] of [
    ["camelCase", "page"],
    ["bare", "offset"],
  ] as const) {
    mock.reset();
    mock.prefer({ shape });
    const lines = await printed(() => pageThrough(client));
    assert.deepEqual(lines.slice(-3), [
      "2 leads on the first page.",
      "2 on the second.",
      "3 leads in one array.",
    ]);
    assert.ok(mock.requests.some(({ query }) => Object.fromEntries(query)[name] === "2"));
  }
});

await test("do several things at once", async () => {
  await prints(() => runAtOnce(client, "lead_abc123"), [/^healthy: \d keys, and lead_abc123 is there\.$/]);
});

await test("do the same with another of Buena's shapes", async () => {
  mock.prefer({ shape: "camelCase" });
  await prints(() => manageKeys(client), [/^Created key_\w+ /, /^[1-9] of \d keys are active\.$/]);
  await prints(() => createLead(client), [/^Created lead_\w+, which is \w+\.$/]);
  await prints(
    () => changeLead(client, "lead_abc123"),
    ["lead_abc123 was changed.", "lead_abc123 is deleted."],
  );
});

await test("handle each status", async () => {
  const operation = "leads.update";
  const hasty = client.withOptions({ maxRetries: 0 });
  for (const status of [400, 401, 403, 404, 409, 422, 429, 500, 502, 503])
    mock.prefer({ operation, status, times: 1 });
  mock.fail({ operation, delay: 1, times: 10 }); // the answers above, before the two faults below
  mock.fail({ operation, status: 418, body: { error: true, code: "TEAPOT", message: "Short and stout." } });
  mock.fail({ operation, reset: true });
  const everyStatus = async (): Promise<void> => {
    for (let turn = 0; turn < 13; turn += 1) await handleStatuses(hasty, "lead_abc123");
  };
  await prints(everyStatus, [
    /^Mend the fields \{"fields":\{"email":/,
    "Look at the key.",
    /^Give the key what it lacks: 403 .*leads:write/,
    "The lead is gone.",
    "Another lead has this email.",
    /^Mend the fields \{"fields":\{"email":/,
    /^Come back in \d+ seconds\.$/,
    "Buena failed with 500, try later.",
    "Buena failed with 502, try later.",
    "Buena failed with 503, try later.",
    "TEAPOT: 418 Short and stout.",
    "No answer came.",
    "Changed.",
  ]);
});

await test("set time limits", async () => {
  mock.fail({ operation: "health.check", delay: 400 });
  await prints(() => setTimeouts(client), ["No answer within 50 ms.", "An answer within 5 s."]);
});

await test("set retries", async () => {
  mock.fail({ operation: "health.check", status: 503 });
  mock.fail({ operation: "health.check", reset: true });
  await prints(
    () => setRetries(mock.url),
    ["Attempt 1 failed: InternalServerError", "Attempt 2 failed: APIConnectionError", "The API is healthy."],
  );
});

await test("use a proxy", async () => {
  await printsThroughProxy(mock, useProxy, ["Through the proxy: the API is healthy."]);
});

await test("trust an authority", async () => {
  await printsBehindAuthority(mock, trustCA, [
    "Without the authority: no connection.",
    "With it: the API is healthy.",
  ]);
});
