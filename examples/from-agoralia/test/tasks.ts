import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Agoralia } from "@trunkline/agoralia";
import { printsBehindAuthority, printsThroughProxy } from "@trunkline/example-support/network";
import { prints } from "@trunkline/example-support/printed";
import { faultsOfTasks } from "@trunkline/example-support/tasks";
import { startMock } from "@trunkline/mock";
import { authenticate } from "../src/authenticate.ts";
import { configure } from "../src/configure.ts";
import { createCampaign } from "../src/create-campaign.ts";
import { handleStatuses } from "../src/handle-statuses.ts";
import { pageThrough } from "../src/page-through.ts";
import { readResults } from "../src/read-results.ts";
import { readRowErrors } from "../src/read-row-errors.ts";
import { repeatSafely } from "../src/repeat-safely.ts";
import { setRetries } from "../src/set-retries.ts";
import { setTimeouts } from "../src/set-timeout.ts";
import { startCampaign } from "../src/start-campaign.ts";
import { trustCA } from "../src/trust-ca.ts";
import { uploadMany } from "../src/upload-many.ts";
import { uploadOne } from "../src/upload-one.ts";
import { useProxy } from "../src/use-proxy.ts";

const apiKey = `ago_${"0".repeat(32)}`;
process.env.AGORALIA_API_KEY = apiKey;
await using mock = await startMock("@trunkline/agoralia", { from: import.meta.url });
const client = new Agoralia({ baseURL: mock.url });
/** Keys of what was asked to be done; a GET that was given up can still be under way. */
const keys = (): (string | undefined)[] =>
  mock.requests.filter(({ method }) => method === "POST").map(({ headers }) => headers["idempotency-key"]);

afterEach(() => {
  assert.deepEqual(mock.violations, []);
  mock.reset();
});

await test("README.md tells of every task, in the code that stands there", async () => {
  assert.deepEqual(await faultsOfTasks(new URL("../", import.meta.url)), []);
});

await test("configure", async () => {
  await prints(() => configure(), ["Requests go to https://api.agoralia.app/api/v1."]);
  await configure(mock.url).me.get();
  assert.equal(mock.requests[0]?.headers["x-api-key"], apiKey);
});

await test("authenticate", async () => {
  await prints(
    () => authenticate(mock.url, apiKey),
    [/^Workspace \d+, \d+ requests a minute\.$/, /^May (not )?start campaigns\.$/],
  );
  mock.prefer({ operation: "me.get", status: 401 });
  await prints(() => authenticate(mock.url, apiKey), [/^Refused: 401 /]);
});

await test("create a campaign", async () => {
  await prints(() => createCampaign(client), [/^Campaign \d+ is in draft, with agent \d+\.$/]);
});

await test("start a campaign", async () => {
  await prints(() => startCampaign(client, 6), [/^Proposal \S+ waits for a person\.$/]);
  assert.equal(mock.requests[0]?.path, "/campaigns/6/start");
});

await test("upload one lead", async () => {
  await prints(() => uploadOne(client, 6), ["1 created, 0 changed."]);
  assert.equal(mock.requests[0]?.path, "/leads:upsert");
});

await test("upload many leads, and once more those of a batch that failed", async () => {
  const phones = Array.from({ length: 600 }, (_, index) => [`crm-${index}`, `+39340${index}`] as const);
  mock.prefer({ operation: "leads.upsert", example: "partial", times: 1 });
  await prints(
    () => uploadMany(client, 6, new Map(phones)),
    ["Leads 0 and on: 0 failed.", "Leads 500 and on: 0 failed."],
  );
  assert.equal(new Set(keys()).size, 3);
});

await test("read row errors", async () => {
  mock.prefer({ operation: "leads.upsert", status: 422 });
  await prints(() => readRowErrors(client, 6), [/^name: /, /^items\.0\.phone: /]);
});

await test("page through calls", async () => {
  const items = Array.from({ length: 3 }, (_, index) => ({ id: 100 - index, status: "completed" }));
  mock.items({ operation: "calls.list", items });
  await prints(
    () => pageThrough(client, 6),
    [
      "Call 100: completed",
      "Call 99: completed",
      "Call 98: completed",
      "3 calls.",
      /^\d agents, and more\.$/,
    ],
  );
});

await test("page through calls, over all pages of the document", async () => {
  await pageThrough(client, 6);
  assert.equal(mock.requests.filter(({ operation }) => operation === "calls.list").length, 3);
});

await test("read results", async () => {
  const body = {
    display_columns: [
      { name: "name", label: "Name" },
      { name: "budget", label: "Budget" },
    ],
    rows: [{ name: "Lead 1", budget: 900 }, { name: "Lead 2" }],
  };
  mock.fail({ operation: "campaigns.results", status: 200, body });
  await prints(() => readResults(client, 6), ["Name | Budget", "Lead 1 | 900", "Lead 2 | "]);
});

await test("repeat safely", async () => {
  await prints(() => repeatSafely(client, "job-17"), ["One agent, however often it is asked for."]);
  assert.deepEqual(keys(), ["job-17", "job-17"]);
  mock.prefer({ operation: "agents.create", status: 409 });
  await prints(() => repeatSafely(client, "job-18"), ["The key job-18 was used for another body."]);
});

await test("handle each status", async () => {
  const operation = "leads.upsert";
  const hasty = client.withOptions({ maxRetries: 0 });
  const statuses = [400, 401, 403, 404, 409, 422, 429, 500, 503];
  for (const status of statuses) mock.prefer({ operation, status, times: 1 });
  mock.fail({ operation, delay: 1, times: statuses.length }); // the answers above, before the faults below
  mock.fail({ operation, status: 418, body: { detail: "Short and stout." } });
  mock.fail({ operation, reset: true });
  const everyStatus = async (): Promise<void> => {
    for (let turn = 0; turn < statuses.length + 3; turn += 1) await handleStatuses(hasty, 6);
  };
  await prints(everyStatus, [
    /^The request is malformed: 400 /,
    "Look at the key.",
    /^Give the key the scope: 403 .*Required scope: /,
    "There is no such campaign.",
    "The idempotency key was used for another body.",
    "Mend the leads.",
    "Too many requests, also after waiting.",
    "Agoralia failed with 500, try later.",
    "Agoralia failed with 503, try later.",
    "Not documented: 418 Short and stout.",
    "No answer came.",
    "Uploaded.",
  ]);
});

await test("set time limits", async () => {
  mock.fail({ operation: "me.get", delay: 400 });
  await prints(() => setTimeouts(client), ["No answer within 50 ms.", "An answer within 5 s."]);
});

await test("set retries", async () => {
  mock.fail({ operation: "leads.upsert", status: 429 });
  mock.fail({ operation: "leads.upsert", status: 503 });
  mock.fail({ operation: "leads.upsert", reset: true });
  await prints(
    () => setRetries(mock.url, 6),
    [
      "Attempt 1 failed: RateLimitError",
      "Attempt 2 failed: InternalServerError",
      "Attempt 3 failed: APIConnectionError",
      "1 created.",
    ],
  );
  assert.equal(new Set(keys()).size, 1);
});

await test("use a proxy", async () => {
  await printsThroughProxy(mock, useProxy, [/^Through the proxy: hello, .+\.$/]);
});

await test("trust an authority", async () => {
  await printsBehindAuthority(mock, trustCA, [
    "Without the authority: no connection.",
    /^With it: hello, .+\.$/,
  ]);
});
