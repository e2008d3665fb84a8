import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { AgentRef } from "@trunkline/agentref";
import { printsBehindAuthority, printsThroughProxy } from "@trunkline/example-support/network";
import { prints } from "@trunkline/example-support/printed";
import { faultsOfTasks } from "@trunkline/example-support/tasks";
import { startMock } from "@trunkline/mock";
import { approveApplications } from "../src/approve-applications.ts";
import { authenticate } from "../src/authenticate.ts";
import { changeProgram } from "../src/change-program.ts";
import { configure } from "../src/configure.ts";
import { createMany } from "../src/create-many.ts";
import { createProgram } from "../src/create-program.ts";
import { handleStatuses } from "../src/handle-statuses.ts";
import { pageThrough } from "../src/page-through.ts";
import { payAffiliates } from "../src/pay-affiliates.ts";
import { setRetries } from "../src/set-retries.ts";
import { setTimeouts } from "../src/set-timeout.ts";
import { trustCA } from "../src/trust-ca.ts";
import { uploadMedia } from "../src/upload-media.ts";
import { useProxy } from "../src/use-proxy.ts";

const apiKey = "ak_live_example";
process.env.AGENTREF_API_KEY = apiKey;
await using mock = await startMock("@trunkline/agentref", { from: import.meta.url });
const client = new AgentRef({ baseURL: mock.url });
const routes = (): (string | undefined)[] => mock.requests.map(({ route }) => route);
const keys = (): (string | undefined)[] => mock.requests.map(({ headers }) => headers["idempotency-key"]);

afterEach(() => {
  assert.deepEqual(mock.violations, []);
  mock.reset();
});

await test("README.md tells of every task, in the code that stands there", async () => {
  assert.deepEqual(await faultsOfTasks(new URL("../", import.meta.url)), []);
});

await test("configure", async () => {
  await prints(() => configure(), ["Requests go to https://www.agentref.co/api/v1."]);
  await configure(mock.url).conversions.stats();
  assert.equal(mock.requests[0]?.headers.authorization, `Bearer ${apiKey}`);
});

await test("authenticate", async () => {
  await prints(() => authenticate(mock.url, apiKey), [/^A key of a merchant with \d scopes\.$/]);
  mock.prefer({ operation: "affiliateWorkspace.identity", status: 401 });
  await prints(() => authenticate(mock.url, apiKey), ["Refused: UNAUTHORIZED"]);
});

await test("create a program", async () => {
  await prints(() => createProgram(client), [/^Created \S+, which is active\.$/]);
  assert.deepEqual(keys(), ["create-spring"]);
});

await test("change a program", async () => {
  await prints(() => changeProgram(client, "prg_1"), [/^\d+ conversions for \d+\.\d\d\.$/, "Archived."]);
  assert.deepEqual(routes(), [
    "GET /programs/{id}",
    "PATCH /programs/{id}",
    "GET /programs/{id}/stats",
    "DELETE /programs/{id}",
  ]);
});

await test("create many invites, and read what became of each row", async () => {
  const operation = "programs.createInvite";
  mock.prefer({ operation, status: 201, times: 1 });
  mock.prefer({ operation, status: 422, times: 1 });
  mock.prefer({ operation, status: 409, example: "IDEMPOTENCY_KEY_REUSED", times: 1 });
  const emails = ["a@example.com", "b@example.com", "c@example.com"];
  await prints(
    () => createMany(client, "prg_1", emails),
    ["Row 0: invited.", /^Row 1: 422 /, "Row 2: IDEMPOTENCY_KEY_REUSED"],
  );
  assert.equal(new Set(keys()).size, 3);
});

await test("upload media", async () => {
  const picture = new Uint8Array(2_048);
  const sent: [string, number][] = [];
  await prints(
    () => uploadMedia(client, "prg_1", picture, async (url, bytes) => void sent.push([url, bytes.length])),
    [/^Sent 2048 bytes for the post \S+\.$/],
  );
  assert.match(sent[0]?.[0] ?? "", /^https:/);
  assert.equal(sent[0]?.[1], 2_048);
  assert.equal(routes().length, 3);
});

await test("page through", async () => {
  const items = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `${prefix}_${index}` }));
  mock.items({ operation: "programs.list", items: items("prg", 3) });
  mock.items({ operation: "conversions.list", items: items("cnv", 250) });
  await prints(
    () => pageThrough(client),
    [
      "Program prg_0",
      "Program prg_1",
      "Program prg_2",
      "250 conversions.",
      /^2 of 3, more to come \(\S+\)\.$/,
    ],
  );
  const conversions = mock.requests.filter(({ operation }) => operation === "conversions.list");
  assert.equal(conversions.length, 3);
});

await test("approve applications", async () => {
  mock.items({ operation: "applications.list", items: [{ id: "app_1" }, { id: "app_2" }] });
  await prints(() => approveApplications(client, "prg_1"), ["Approved app_1.", "Approved app_2."]);
  assert.deepEqual(keys(), [undefined, "approve-app_1", "approve-app_2"]);
});

await test("pay affiliates", async () => {
  const due = { programId: "prg_1", payoutMethod: "paypal", pendingAmount: 48_510, currency: "usd" };
  const items = [
    { ...due, affiliateId: "aff_1", meetsThreshold: true },
    { ...due, affiliateId: "aff_2", meetsThreshold: false },
    { ...due, affiliateId: "aff_3", meetsThreshold: true, payoutMethod: null },
  ];
  mock.items({ operation: "payouts.listPending", items });
  await prints(() => payAffiliates(client, "2026-11"), ["485.10 usd for aff_1."]);
  assert.deepEqual(keys(), [undefined, "payout-2026-11-prg_1-aff_1"]);
});

await test("handle each status", async () => {
  const operation = "programs.createInvite";
  const statuses = [400, 401, 403, 404, 409, 422, 429, 500];
  for (const status of statuses) mock.prefer({ operation, status, times: 1 });
  mock.fail({ operation, delay: 1, times: statuses.length }); // the answers above, before the faults below
  mock.fail({ operation, status: 418, body: { error: { code: "TEAPOT", message: "Short and stout." } } });
  mock.fail({ operation, reset: true });
  const everyStatus = async (): Promise<void> => {
    for (let turn = 0; turn < statuses.length + 3; turn += 1) await handleStatuses(client, "prg_1");
  };
  await prints(everyStatus, [
    "400 BAD_REQUEST: mend the fields.",
    "Look at the key.",
    "This key may not do that: FORBIDDEN",
    /^No such program \(req_\w+\)\.$/,
    "It clashes: CONFLICT",
    "422 VALIDATION_ERROR: mend the fields.",
    /^Come back in \d+ seconds\.$/,
    "AgentRef failed with 500, try later.",
    "Not documented: 418 Short and stout.",
    "No answer came.",
    "Invited.",
  ]);
});

await test("set time limits", async () => {
  mock.fail({ operation: "conversions.stats", delay: 400 });
  await prints(() => setTimeouts(client), ["No answer within 50 ms.", "An answer within 5 s."]);
});

await test("set retries", async () => {
  mock.fail({ operation: "programs.createInvite", status: 503 });
  mock.fail({ operation: "programs.createInvite", reset: true });
  mock.fail({ operation: "programs.createInvite", delay: 1 });
  mock.fail({ operation: "programs.createInvite", status: 503 });
  await prints(
    () => setRetries(mock.url, "prg_1"),
    [
      "programs.createInvite: attempt 1 failed.",
      "programs.createInvite: attempt 2 failed.",
      "Invited with a key.",
      "Without a key: gave up after 1 attempt.",
    ],
  );
});

await test("use a proxy", async () => {
  await printsThroughProxy(mock, useProxy, [/^Through the proxy: \d+ conversions\.$/]);
});

await test("trust an authority", async () => {
  await printsBehindAuthority(mock, trustCA, [
    "Without the authority: no connection.",
    /^With it: \d+ conversions\.$/,
  ]);
});
