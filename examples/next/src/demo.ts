import assert from "node:assert/strict";
import { startMock } from "@trunkline/mock";

await using agora = await startMock("@trunkline/agora", { from: import.meta.url });
await using agentref = await startMock("@trunkline/agentref", { from: import.meta.url });
Object.assign(process.env, {
  AGORA_API_KEY: "agora_test_0123456789abcdef",
  AGORA_URL: agora.url,
  AGENTREF_API_KEY: "ak_live_example",
  AGENTREF_URL: agentref.url,
});

// What Next.js does with them: a route is a function of a request, an action one of a form.
const { POST } = await import("./app/api/leads/route.ts");
const { createProgram } = await import("./app/programs/actions.ts");

const send = (): Promise<Response> =>
  POST(new Request("http://next.test/api/leads", { method: "POST", body: '{"phone":"+15551234567"}' }));
const taken = await send();
console.log(`POST /api/leads: ${taken.status} ${await taken.text()}`);
assert.equal(taken.status, 202);
agora.prefer({ operation: "leads.upload", status: 422, times: 1 });
assert.equal((await send()).status, 422);

const form = new FormData();
for (const [name, value] of Object.entries({ name: "Partners", percent: "20", key: "form-1" }))
  form.set(name, value);
console.log(`createProgram: ${(await createProgram({ message: "" }, form)).message}`);
assert.equal(agentref.requests[0]?.headers["idempotency-key"], "form-1");
agentref.prefer({ operation: "programs.create", status: 422, times: 1 });
console.log(`createProgram, refused: ${(await createProgram({ message: "" }, form)).message}`);
assert.deepEqual([...agora.violations, ...agentref.violations], []);
