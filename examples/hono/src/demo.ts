import assert from "node:assert/strict";
import { AgentRef } from "@trunkline/agentref";
import { startMock } from "@trunkline/mock";
import { createApp } from "./app.ts";

await using mock = await startMock("@trunkline/agentref", { from: import.meta.url });
const app = createApp(new AgentRef({ apiKey: "ak_live_example", baseURL: mock.url, maxRetries: 0 }));

const visit = async (path: string): Promise<number> => {
  const response = await app.request(path);
  console.log(`GET ${path}: ${response.status} ${await response.text()}`);
  return response.status;
};

assert.equal(await visit("/programs"), 200);
assert.equal(await visit("/programs/prg_1"), 200);
mock.prefer({ operation: "programs.get", status: 404, times: 1 });
assert.equal(await visit("/programs/prg_gone"), 404);
mock.fail({ operation: "programs.list", status: 500 });
assert.equal(await visit("/programs"), 502);
assert.deepEqual(mock.violations, []);
