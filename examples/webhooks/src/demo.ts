import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { memoryReplays } from "@trunkline/agora/webhooks";
import { type DeliveryTamper, startMock } from "@trunkline/mock";
import { expressApp } from "./express.ts";
import { fastifyApp } from "./fastify.ts";
import { honoApp } from "./hono.ts";
import { koaApp } from "./koa.ts";
import { handler } from "./lambda.ts";
import { POST } from "./next-route.ts";
import { queue } from "./queue.ts";
import type { Inbox } from "./receive.ts";
import { bytesOf, ofFetch, serve } from "./serve.ts";
import webServer from "./web-server.ts";
import worker from "./worker.ts";

const secret = "the endpoint's secret";
process.env.AGORA_WEBHOOK_SECRET = secret;
await using mock = await startMock("@trunkline/agora", { from: import.meta.url });

const inbox = (): Inbox => ({
  secret: [secret, "the last one"],
  replays: memoryReplays(),
  enqueue: queue.enqueue,
});
const fastify = fastifyApp(inbox());
await fastify.ready();

const lambda =
  (isBase64Encoded: boolean): RequestListener =>
  async (incoming, outgoing) => {
    const body = (await bytesOf(incoming)).toString(isBase64Encoded ? "base64" : "utf8");
    const headers = incoming.headers as Record<string, string>;
    const answer = await handler({ headers, body, isBase64Encoded }).catch(() => ({ statusCode: 500 }));
    outgoing.writeHead(answer.statusCode).end();
  };

const endpoints: Readonly<Record<string, RequestListener>> = {
  Express: expressApp(inbox()),
  Fastify: (request, response) => fastify.server.emit("request", request, response),
  Hono: ofFetch((request) => honoApp(shared).fetch(request)),
  Koa: koaApp(inbox()).callback(),
  "Next.js": ofFetch(POST),
  "Bun and Deno": ofFetch(webServer.fetch),
  Worker: ofFetch((request) => worker.fetch(request, { AGORA_WEBHOOK_SECRET: secret })),
  Lambda: lambda(false),
  "Lambda in base64": lambda(true),
};
const shared = inbox();

let lead = 0;
for (const [name, listener] of Object.entries(endpoints)) {
  const { server, url } = await serve(listener);
  const to = `${url}/agora`;
  const payload = {
    event: "lead.created",
    campaign_id: 1,
    lead_id: ++lead,
    contact_id: 1,
    timestamp: "2026-06-17T08:15:30Z",
  };
  const send = async (more: { readonly payload?: typeof payload; readonly tamper?: DeliveryTamper } = {}) => {
    const { attempts } = await mock.deliver("lead.created", { to, secret, payload, ...more });
    return attempts.map(({ status }) => status);
  };
  queue.events.length = 0;

  // The queue fails once: Agora sends the event once more, and it is not taken for one that was handled.
  queue.failures = 1;
  assert.deepEqual(await send(), [500, 204], name);
  // It comes again, as it may at any time.
  assert.deepEqual(await send(), [204], name);
  assert.deepEqual(queue.events, [payload], name);

  for (const tamper of ["body", "signature", "unsigned", "secret"] as const) {
    assert.deepEqual(
      await send({ tamper, payload: { ...payload, lead_id: -1 } }),
      [400, 400],
      `${name}: ${tamper}`,
    );
  }
  const another = { ...payload, lead_id: ++lead };
  const started = performance.now();
  assert.deepEqual(await send({ payload: another }), [204], name);
  assert.ok(performance.now() - started < 10_000, "Agora waits ten seconds");
  assert.deepEqual(queue.events, [payload, another], name);

  if (["Express", "Fastify", "Hono", "Koa"].includes(name)) {
    const headers = { "content-type": "application/json" };
    const other = await fetch(`${url}/other`, { method: "POST", headers, body: '{"a":1}' });
    assert.deepEqual(await other.json(), { a: 1 }, "other routes get JSON as ever");
  }
  console.log(`${name}: taken once, refused when it was spoiled`);
  server.closeAllConnections();
  server.close();
}
await fastify.close();
