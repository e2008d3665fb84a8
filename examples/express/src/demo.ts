import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { Agora } from "@trunkline/agora";
import { startMock } from "@trunkline/mock";
import { createApp } from "./app.ts";

await using mock = await startMock("@trunkline/agora", { from: import.meta.url });
const agora = new Agora({ apiKey: "agora_test_0123456789abcdef", baseURL: mock.url, maxRetries: 0 });
const server = createApp(agora, 42).listen(0, "127.0.0.1");
await once(server, "listening");

const visit = async (phone: string): Promise<number> => {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/leads`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ phone, name: "Ada" }),
  });
  console.log(`POST /leads ${phone}: ${response.status} ${await response.text()}`);
  return response.status;
};

assert.equal(await visit("+15551234567"), 202);
mock.prefer({ operation: "leads.upload", status: 422, times: 1 });
assert.equal(await visit("0"), 422);
mock.fail({ operation: "leads.upload", status: 429, retryAfter: 7 });
assert.equal(await visit("+15551234567"), 503);
assert.deepEqual(mock.violations, []);
server.close();
