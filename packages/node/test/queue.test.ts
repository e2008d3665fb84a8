import { AsyncLocalStorage } from "node:async_hooks";
import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { createQueue } from "../src/queue.ts";
import { clientOf, errorOf, GET, POST, send, transportOf, until } from "./support/client.ts";
import { json, serve } from "./support/server.ts";

describe("a queue", () => {
  it("gives places in order, and none to those that have left", async () => {
    const queue = createQueue(2);
    const started: number[] = [];
    const waiting = [0, 1, 2, 3, 4].map((one) => ({ start: () => started.push(one) }));
    for (const one of waiting) queue.enter(one);
    expect([started, queue.running, queue.queued]).toEqual([[0, 1], 2, 3]);
    expect(waiting.map((one, index) => index % 3 === 0 && queue.takeOut(one))).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
    queue.leave();
    queue.leave();
    await undefined;
    expect([started, queue.running, queue.queued]).toEqual([[0, 1, 2, 4], 2, 0]);
    queue.leave();
    queue.leave();
    expect(queue.running).toBe(0);
  });
});

it("1,000 calls at once go over 10 connections, in order, and none is lost to the queue", async () => {
  const order: string[] = [];
  let inFlight = 0;
  let most = 0;
  let answer: () => void = () => {};
  const looked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const server = await serve(async ({ url }, response) => {
    order.push(url);
    inFlight += 1;
    most = Math.max(most, inFlight);
    await looked;
    await new Promise((resolve) => setTimeout(resolve, 5));
    inFlight -= 1;
    json(response, {});
  });
  const transport = transportOf({ connections: 10 });
  // Less than the last one waits.
  const client = clientOf(server.url, transport, { timeout: 400, maxRetries: 0 });
  const calls = Array.from({ length: 1000 }, (_, index) =>
    client.things.call({ ...GET, path: `/things/${index}` }),
  );
  await undefined;
  await until(() => transport.stats.running > 0);
  expect(transport.stats).toMatchObject({ running: 10, queued: 990 });
  answer();
  await Promise.all(calls);
  expect(most).toBe(10);
  expect(server.connections.count).toBe(10);
  // Ten at a time arrive in whatever order; no call overtakes another by more than that.
  order.forEach((url, index) => {
    expect(Math.abs(Number(url.split("/")[2]) - index)).toBeLessThan(10);
  });
  expect(transport.stats).toMatchObject({ running: 0, queued: 0, connected: 10 });
});

it("the attempt's time begins when it is let go, and the call's before", async () => {
  const server = await serve(async (_, response) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    json(response, {});
  });
  const { things } = clientOf(server.url, transportOf({ connections: 1 }), { timeout: 400, maxRetries: 0 });
  const calls = Array.from({ length: 5 }, () => things.call(GET));
  const hurried = things.call(GET, {}, { totalTimeout: 200 });
  expect(await errorOf(hurried)).toMatchObject({ name: "APIConnectionTimeoutError", unsent: true });
  expect(await Promise.all(calls)).toHaveLength(5);
  expect(server.seen).toHaveLength(5);
});

it("an abort takes a waiting call out at once, with what it holds", async () => {
  let release: () => void = () => {};
  const server = await serve(async (_, response, index) => {
    if (index === 0) await new Promise<void>((resolve) => (release = resolve));
    json(response, {});
  });
  const transport = transportOf({ connections: 1 });
  const first = send(transport, server.url);
  await until(() => server.seen.length === 1);
  const controller = new AbortController();
  const { signal } = controller;
  globalThis.gc?.();
  const before = process.memoryUsage();
  let waiting = Array.from({ length: 100 }, () =>
    send(transport, server.url, { method: "POST", body: new Uint8Array(1_000_000).fill(1), signal }),
  );
  expect(transport.stats.queued).toBe(100);
  controller.abort(new Error("enough"));
  for (const one of waiting) expect(await errorOf(one.answer)).toMatchObject({ message: "enough" });
  expect(waiting.every(({ steps }) => steps.length === 0)).toBe(true);
  expect(transport.stats).toMatchObject({ running: 1, queued: 0 });
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  waiting = [];
  await until(() => {
    globalThis.gc?.();
    return process.memoryUsage().arrayBuffers - before.arrayBuffers < 20_000_000;
  });
  release();
  await first.answer;
  expect(server.seen).toHaveLength(1);
});

it("a waiting call costs at most 2 kB in the transport", async () => {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const server = await serve(async (_, response) => {
    await held;
    json(response, {});
  });
  const transport = transportOf({ connections: 1 });
  const { signal } = new AbortController();
  const first = send(transport, server.url, { signal });
  await until(() => server.seen.length === 1);
  const ask = (): unknown => send(transport, server.url, { signal }).answer;
  const warm = Array.from({ length: 100 }, ask);
  const heap = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  const answers = Array.from({ length: 1000 }, ask);
  const each = (heap() - before) / answers.length;
  expect(each).toBeLessThan(2048);
  release();
  await Promise.all([first.answer, ...warm, ...answers]);
});

it("calls that wait keep their asynchronous context", async () => {
  const server = await serve((_, response) => json(response, {}));
  const storage = new AsyncLocalStorage<number>();
  const transport = transportOf({ connections: 1 });
  const seen: unknown[] = [];
  const calls = [1, 2, 3, 4].map((one) =>
    storage.run(one, async () => {
      const { answer } = send(transport, server.url, {
        onReleased: () => void seen.push([one, storage.getStore()]),
      });
      await (await answer).text();
      expect(storage.getStore()).toBe(one);
    }),
  );
  await Promise.all(calls);
  expect(seen).toEqual([1, 2, 3, 4].map((one) => [one, one]));
});

it("origins do not wait for each other, and are forgotten", async () => {
  const slow = await serve(async (_, response) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    json(response, {});
  });
  const quick = await serve((_, response) => json(response, {}));
  const transport = transportOf({ connections: 1 });
  const waiting = [send(transport, slow.url), send(transport, slow.url)];
  await send(transport, quick.url).answer;
  expect(slow.seen.length).toBeLessThan(2);
  await Promise.all(waiting.map(async ({ answer }) => (await answer).text()));
});

it("a POST that failed before it left is repeated in its turn", async () => {
  const server = await serve((_, response) => json(response, { made: true }));
  const client = clientOf(server.url, transportOf({ connections: 2 }));
  const made = await Promise.all(Array.from({ length: 20 }, () => client.things.call(POST, { name: "Ada" })));
  expect(made).toHaveLength(20);
  expect(server.seen).toHaveLength(20);
  expect(server.connections.count).toBe(2);
});
