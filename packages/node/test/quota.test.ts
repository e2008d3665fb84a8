import { memoryQuota } from "@trunkline/runtime/quota";
import { expect, it } from "vitest";
import { clientOf, errorOf, GET, transportOf, until } from "./support/client.ts";
import { json, serve } from "./support/server.ts";

/** Most arrivals in any span of so many milliseconds. */
function mostIn(arrivals: readonly number[], per: number): number {
  return Math.max(...arrivals.map((at) => arrivals.filter((one) => one > at - per && one <= at).length));
}

it("of 200 calls over one connection each takes its place when it leaves the queue", async () => {
  const arrivals: number[] = [];
  const server = await serve((_, response) => {
    arrivals.push(performance.now());
    json(response, {});
  });
  const transport = transportOf({ connections: 1 });
  const quota = memoryQuota({ windows: [{ limit: 40, per: 200, scope: "account" }] });
  const client = clientOf(server.url, transport, { quota, timeout: 250, maxRetries: 0 });
  const calls = Array.from({ length: 200 }, () => client.things.call(GET));
  await until(() => server.seen.length > 0);
  // What stands in the queue has taken none.
  const [state] = await client.quota();
  expect(state?.remaining).toBeGreaterThanOrEqual(40 - server.seen.length - 1);
  const startedAt = performance.now();
  await Promise.all(calls);
  expect(arrivals).toHaveLength(200);
  expect(mostIn(arrivals, 200)).toBeLessThanOrEqual(40);
  expect(performance.now() - startedAt).toBeLessThan(2500);
  expect(server.connections.count).toBe(1);
  expect(transport.stats).toMatchObject({ running: 0, queued: 0 });
});

it("those who wait for a place leave the connection to those who need none", async () => {
  const server = await serve((_, response) => json(response, {}));
  const transport = transportOf({ connections: 1 });
  const quota = memoryQuota({ windows: [{ limit: 1, per: 60_000, scope: "account" }] });
  const full = clientOf(server.url, transport, { quota });
  const free = clientOf(server.url, transport, {});
  await full.things.call(GET);
  const controller = new AbortController();
  const waiting = Array.from({ length: 5 }, () => full.things.call(GET, {}, { signal: controller.signal }));
  const errors = Promise.all(waiting.map(errorOf));
  await free.things.call(GET);
  expect(transport.stats).toMatchObject({ running: 0, queued: 5 });
  controller.abort();
  expect((await errors).map(({ name }) => name)).toEqual(Array(5).fill("APIUserAbortError"));
  expect(transport.stats).toMatchObject({ running: 0, queued: 0 });
  await free.things.call(GET);
  expect(server.seen).toHaveLength(3);
});

it("a call that may not wait so long fails at once, and the transport goes on", async () => {
  const server = await serve((_, response) => json(response, {}));
  const transport = transportOf({ connections: 1 });
  const quota = memoryQuota({ windows: [{ limit: 1, per: 300, scope: "account" }] });
  const { things } = clientOf(server.url, transport, { quota });
  await things.call(GET);
  expect(await errorOf(things.call(GET, {}, { totalTimeout: 100 }))).toMatchObject({ name: "QuotaError" });
  expect(transport.stats).toMatchObject({ running: 0, queued: 0 });
  await things.call(GET);
  await transport.close();
});

it("nothing goes out through a hold that began while it stood in the queue", async () => {
  const arrivals: number[] = [];
  const server = await serve(async (_, response, index) => {
    arrivals.push(performance.now());
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (index === 3) response.writeHead(429, { "retry-after-ms": "400" }).end();
    else json(response, {});
  });
  const { things } = clientOf(server.url, transportOf({ connections: 2 }), {});
  await Promise.all(Array.from({ length: 30 }, () => things.call(GET)));
  expect(arrivals).toHaveLength(31);
  const held = arrivals.findIndex((at, index) => (arrivals[index + 1] ?? at) - at > 300);
  // Some may have been on their way, on the other connection, until the client had read the refusal.
  expect(held).toBeGreaterThanOrEqual(3);
  expect(held).toBeLessThan(10);
});
