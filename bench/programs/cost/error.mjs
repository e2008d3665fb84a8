// node error.mjs: microseconds of CPU of a call that succeeds, and of one that is answered with an error, over a stub.
import { AgentRef } from "@trunkline/agentref";
import { answer, headers } from "../call/answer.mjs";

const refusal = JSON.stringify({
  error: {
    code: "VALIDATION_ERROR",
    message: "The request cannot be understood.",
    details: [
      { path: "name", message: "Required" },
      { path: "website", message: "Invalid url" },
    ],
  },
  meta: { requestId: "req_kbpt0rpdwu" },
});
let status = 200;
globalThis.fetch = async () => new Response(status === 200 ? answer : refusal, { status, headers });
const client = new AgentRef({
  apiKey: "ak_live_0123456789abcdef0123",
  baseURL: "https://api.example.com/v1",
  maxRetries: 0,
});

const call = () => client.programs.list({ page: 2, pageSize: 2 });
if ((await call()).data.length !== 2) throw new Error("a wrong answer");
status = 400;
const error = await call().catch((thrown) => thrown);
if (error.code !== "VALIDATION_ERROR" || error.requestId !== "req_kbpt0rpdwu") throw error;

const micros = { success: [], error: [] };
for (status of [200, 400]) await measure(1400);
for (let batch = 0; batch < 5; batch++) {
  status = 200;
  micros.success.push(await measure(200));
  status = 400;
  micros.error.push(await measure(200));
}
console.log(JSON.stringify(micros));

async function measure(milliseconds) {
  const before = process.cpuUsage();
  for (let calls = 50; ; calls += 50) {
    for (let i = 0; i < 50; i++) await call().catch(() => {});
    const { user, system } = process.cpuUsage(before);
    if (user + system > milliseconds * 1000) return (user + system) / calls;
  }
}
