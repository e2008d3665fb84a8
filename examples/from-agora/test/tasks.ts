import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Agora } from "@trunkline/agora";
import { printsBehindAuthority, printsThroughProxy } from "@trunkline/example-support/network";
import { prints } from "@trunkline/example-support/printed";
import { faultsOfTasks } from "@trunkline/example-support/tasks";
import { startMock } from "@trunkline/mock";
import { authenticate } from "../src/authenticate.ts";
import { configure } from "../src/configure.ts";
import { exchangeKey } from "../src/exchange-key.ts";
import { handleStatuses } from "../src/handle-statuses.ts";
import { readRowErrors } from "../src/read-row-errors.ts";
import { setRetries } from "../src/set-retries.ts";
import { setTimeouts } from "../src/set-timeout.ts";
import { trustCA } from "../src/trust-ca.ts";
import { uploadMany } from "../src/upload-many.ts";
import { uploadOne } from "../src/upload-one.ts";
import { useProxy } from "../src/use-proxy.ts";
import { watchWebhooks } from "../src/watch-webhooks.ts";

process.env.AGORA_API_KEY = "agora_test_0123456789abcdef";
await using mock = await startMock("@trunkline/agora", { from: import.meta.url });
const client = new Agora({ baseURL: mock.url });
const sent = (): (string | undefined)[] => mock.requests.map(({ operation }) => operation);

afterEach(() => {
  assert.deepEqual(mock.violations, []);
  mock.reset();
});

await test("README.md tells of every task, in the code that stands there", async () => {
  assert.deepEqual(await faultsOfTasks(new URL("../", import.meta.url)), []);
});

await test("configure", async () => {
  await prints(configure, [
    "Requests go to https://core.agoraai.tech/api/v1.",
    "Requests go to https://core-dev.agoraai.tech/api/v1.",
    "Requests go to https://agora.example.com/api/v1.",
  ]);
});

await test("authenticate", async () => {
  await prints(() => authenticate(mock.url), ["Two calls, one exchange."]);
  assert.equal(sent().filter((operation) => operation === "authentication.loginWithApiKey").length, 1);
});

await test("authenticate with a key that is refused", async () => {
  mock.prefer({ operation: "authentication.loginWithApiKey", status: 401 });
  await prints(() => authenticate(mock.url), [/^The key is refused: 401 /]);
  assert.deepEqual(sent(), ["authentication.loginWithApiKey"]);
});

await test("exchange the key by hand", async () => {
  await prints(
    () => exchangeKey(client),
    [/^A token for \d+ seconds\.$/, /^Its holder sees \d event types\.$/],
  );
  assert.equal(mock.requests[0]?.headers.authorization, undefined);
  assert.match(mock.requests[1]?.headers.authorization ?? "", /^Bearer \S+$/);
});

await test("upload one lead, also when a token that served is refused", async () => {
  const fresh = new Agora({ baseURL: mock.url });
  await fresh.webhooks.listEndpoints(42);
  mock.fail({ operation: "leads.upload", status: 401 });
  await prints(() => uploadOne(fresh, 42), [/^accepted: \d of \d leads are valid\.$/]);
  assert.deepEqual(sent(), [
    "authentication.loginWithApiKey",
    "webhooks.listEndpoints",
    "leads.upload",
    "authentication.loginWithApiKey",
    "leads.upload",
  ]);
});

await test("upload many leads, and read what became of each row", async () => {
  const phones = Array.from({ length: 1_200 }, (_, index) => `+1555${1_000_000 + index}`);
  mock.fail({ operation: "leads.upload", delay: 1 }); // the first batch as usual
  const report = {
    status: "accepted",
    import_id: "imp_2",
    received_count: 500,
    valid_count: 499,
    invalid_count: 1,
  };
  const errors = [{ row: 3, field: "phone", message: "The phone number is not valid." }];
  mock.fail({ operation: "leads.upload", status: 202, body: { ...report, errors } });
  await prints(
    () => uploadMany(client, 42, phones),
    ["Lead 503: phone: The phone number is not valid.", "1199 accepted, 1 rejected."],
  );
  const batches = mock.requests
    .filter(({ operation }) => operation === "leads.upload")
    .map(({ body }) => (body?.json as { leads: unknown[] } | undefined)?.leads.length);
  assert.deepEqual(batches, [500, 500, 200]);
});

await test("read row errors", async () => {
  mock.prefer({ operation: "leads.upload", example: "partial", times: 1 });
  await prints(
    () => readRowErrors(client, 42),
    [/^Row \d of an accepted upload: /, /^Row \d of an accepted upload: /],
  );
  mock.prefer({ operation: "leads.upload", status: 422, times: 1 });
  await prints(() => readRowErrors(client, 42), [/^Row 0 of a refused upload: /]);
  mock.prefer({ operation: "leads.upload", status: 422, example: "error", times: 1 });
  await prints(() => readRowErrors(client, 42), [/^No rows are told: 422 /]);
});

await test("watch webhooks", async () => {
  mock.prefer({ operation: "webhooks.getEndpointHealth", example: "default", times: 1 });
  mock.prefer({ operation: "webhooks.getEndpointHealth", example: "undelivered", times: 1 });
  await prints(
    () => watchWebhooks(client, 42),
    [/^https:\S+: \d+ % delivered$/, /^https:\S+: nothing delivered yet$/],
  );
});

await test("handle each status", async () => {
  const operation = "leads.upload";
  for (const status of [400, 401, 403, 422])
    mock.prefer({ operation, status, times: status === 401 ? 2 : 1 });
  mock.fail({ operation, delay: 1, times: 5 }); // the answers above; a refused token is traded and sent once more
  mock.fail({ operation, status: 503 });
  mock.fail({ operation, status: 409 });
  mock.fail({ operation, reset: true });
  const everyStatus = async (): Promise<void> => {
    for (let turn = 0; turn < 8; turn += 1) await handleStatuses(client, 42);
  };
  await prints(everyStatus, [
    /^The request is malformed: 400 /,
    "Look at the key: it is wrong, revoked or too old.",
    "Your company has no access to this campaign.",
    "Mend the leads.",
    "Agora failed with 503; leads may have arrived.",
    /^Not documented: 409/,
    "No answer came; leads may have arrived.",
    "Uploaded.",
  ]);
});

await test("set time limits", async () => {
  mock.fail({ operation: "webhooks.listEndpoints", delay: 400 });
  mock.fail({ operation: "leads.upload", delay: 120 });
  await prints(() => setTimeouts(client, 42), ["No answer within 50 ms.", "The upload is accepted."]);
});

await test("set retries", async () => {
  mock.fail({ operation: "webhooks.listEndpoints", status: 503 });
  mock.fail({ operation: "webhooks.listEndpoints", reset: true });
  mock.fail({ operation: "leads.upload", status: 503 });
  await prints(
    () => setRetries(mock.url, 42),
    [
      "webhooks.listEndpoints: attempt 1 failed.",
      "webhooks.listEndpoints: attempt 2 failed.",
      /^\d endpoints\.$/,
      "The upload failed after 1 attempt.",
    ],
  );
});

await test("use a proxy", async () => {
  await printsThroughProxy(mock, useProxy, [/^Through the proxy: \d endpoints\.$/]);
});

await test("trust an authority", async () => {
  await printsBehindAuthority(mock, trustCA, [
    "Without the authority: no connection.",
    /^With it: \d endpoints\.$/,
  ]);
});
