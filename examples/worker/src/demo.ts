import assert from "node:assert/strict";
import { startMock } from "@trunkline/mock";
import worker from "./worker.ts";

await using mock = await startMock("@trunkline/agoralia", { from: import.meta.url });
const env = { AGORALIA_API_KEY: `ago_${"0123456789abcdef".repeat(2)}`, AGORALIA_URL: mock.url };

const response = await worker.fetch(new Request("https://worker.test/calls/7"), env);
const text = await response.text();
console.log(`GET /calls/7: ${response.status}\n${text}`);
assert.ok(text.trim().split("\n").length > 1);
mock.fail({ operation: "calls.list", status: 401 });
assert.equal((await worker.fetch(new Request("https://worker.test/calls/7"), env)).status, 502);
assert.equal((await worker.fetch(new Request("https://worker.test/"), env)).status, 404);
assert.deepEqual(mock.violations, []);
