import { getEventListeners } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { clientOf, errorOf, GET, POST, send, transportOf, until } from "./support/client.ts";
import { closedPort, json, type Loopback, serve, serveRaw } from "./support/server.ts";

describe("what fails before its first byte has done nothing, and a POST is sent again", () => {
  it.each([
    ["nothing listens", closedPort, /Could not connect to .*nothing was sent/],
    ["nobody knows the name", async (): Promise<string> => "http://nobody.invalid", /nothing was sent/],
  ])("%s", async (_, address, message) => {
    const { things } = clientOf(await address(), transportOf(), { dangerouslyAllowHTTP: true });
    const error = await errorOf(things.call(POST, { name: "Ada" }));
    expect(error).toMatchObject({ name: "APIConnectionError", unsent: true, attempts: 3 });
    expect(error.message).toMatch(message);
  });

  it("nobody answers the handshake, within connectTimeout and within timeout", async () => {
    const silent = createServer(() => {});
    const { url } = await serveRaw(silent);
    const address = url.replace("http:", "https:");
    const slow = clientOf(address, transportOf({ connectTimeout: 300 }), { maxRetries: 1 });
    expect(await errorOf(slow.things.call(POST, { name: "Ada" }))).toMatchObject({
      name: "APIConnectionError",
      unsent: true,
      attempts: 2,
    });
    const hurried = clientOf(address, transportOf(), { timeout: 100, maxRetries: 1 });
    const error = await errorOf(hurried.things.call(POST, { name: "Ada" }));
    expect(error).toMatchObject({ name: "APIConnectionTimeoutError", unsent: true, attempts: 2 });
    expect(error.message).toMatch(/There was no connection within 100 ms/);
  });
});

describe("what fails afterwards may have done something, and a POST is not sent again", () => {
  it.each([
    ["reset", "resetAndDestroy"],
    ["closed", "destroy"],
  ] as const)("a connection that is %s with the request on it", async (_, end) => {
    let requests = 0;
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => {
        requests += 1;
        socket[end]();
      });
    });
    const { url } = await serveRaw(server);
    const { things } = clientOf(url, transportOf());
    expect(await errorOf(things.call(POST, { name: "Ada" }))).toMatchObject({ unsent: false, attempts: 1 });
    expect(requests).toBe(1);
    expect(await errorOf(things.call(GET))).toMatchObject({ unsent: false, attempts: 3 });
    expect(requests).toBe(4);
  });
});

it("a connection that the server closed between two calls is not used again", async () => {
  const server = await serve((_, response, index) => {
    if (index === 0) response.setHeader("connection", "close");
    json(response, {});
  });
  const { things } = clientOf(server.url, transportOf({ connections: 1 }));
  await things.call(POST, { name: "Ada" });
  await until(() => server.sockets.size === 0);
  await things.call(POST, { name: "Ada" });
  expect(server.connections.count).toBe(2);
});

it("connections are kept and used again by calls in turn", async () => {
  const server = await serve((_, response) => {
    response.setHeader("connection", "keep-alive");
    json(response, {});
  });
  const transport = transportOf({ keepAliveTimeout: 600 });
  const { things } = clientOf(server.url, transport);
  for (let count = 0; count < 20; count += 1) await things.call(GET);
  // undici gives a connection free a turn after the answer, and may make a second one by then; so does fetch.
  expect(server.connections.count).toBeLessThanOrEqual(2);
  expect(transport.stats).toEqual({ running: 0, queued: 0, connected: server.connections.count });
  await until(() => transport.stats.connected === 0);
});

describe("an abort", () => {
  type Stage = Pick<Loopback, "url" | "sockets">;
  const stages: [name: string, serveStage: () => Promise<Stage>, isAnswered: boolean][] = [
    [
      "while it connects",
      async () => {
        const { url, sockets } = await serveRaw(createServer(() => {}));
        return { url: url.replace("http:", "https:"), sockets };
      },
      false,
    ],
    ["before the head", () => serve(() => {}), false],
    ["within the body", () => serve((_, response) => response.writeHead(200).write("beginning")), true],
  ];

  it.each(stages)(
    "%s rejects at once with its reason, and leaves no listener",
    async (name, serveStage, isAnswered) => {
      const { url, sockets } = await serveStage();
      const transport = transportOf();
      const controller = new AbortController();
      const { signal } = controller;
      const { answer } = send(transport, url, { signal });
      const ended = isAnswered ? answer.then((one) => one.text()) : answer;
      ended.catch(() => {});
      if (isAnswered) await answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
      controller.abort(new Error("enough"));
      expect(await errorOf(ended)).toMatchObject({ message: "enough" });
      // What connects goes on until it may no longer: whoever aborts does not wait for it.
      if (name === "while it connects") {
        expect(transport.stats.running).toBe(1);
        for (const socket of sockets) socket.destroy();
      }
      await until(() => transport.stats.running === 0);
      expect(getEventListeners(signal, "abort")).toHaveLength(0);
    },
  );

  it("before it is sent sends nothing", async () => {
    const server = await serve((_, response) => json(response, {}));
    const signal = AbortSignal.abort(new Error("enough"));
    const sent = send(transportOf(), server.url, { signal });
    expect(await errorOf(sent.answer)).toMatchObject({ message: "enough" });
    expect([sent.steps, server.connections.count]).toEqual([[], 0]);
  });

  it("leaves no listener on a signal of many calls", async () => {
    const server = await serve((_, response) => json(response, {}));
    const { signal } = new AbortController();
    const { things } = clientOf(server.url, transportOf());
    await Promise.all(Array.from({ length: 50 }, () => things.call(GET, {}, { signal })));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

describe("close()", () => {
  it("lets calls end, waiting ones too, closes connections and refuses further calls", async () => {
    const server = await serve(async (_, response) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      json(response, {});
    });
    const transport = transportOf({ connections: 1 });
    const client = clientOf(server.url, transport);
    const calls = [1, 2, 3].map(() => client.things.call(GET));
    await until(() => server.seen.length === 1);
    await transport.close();
    expect(await Promise.all(calls)).toHaveLength(3);
    await until(() => server.sockets.size === 0);
    const error = await errorOf(client.things.call(GET));
    expect(error).toMatchObject({ name: "UsageError" });
    expect(error.message).toMatch(/transport is closed/);
    await transport.close();
  });

  it("comes by itself with await using, and is nothing before the first call", async () => {
    const server = await serve((_, response) => json(response, {}));
    const transport = transportOf();
    await transport[Symbol.asyncDispose]();
    expect(await errorOf(clientOf(server.url, transport).things.call(GET))).toMatchObject({
      name: "UsageError",
    });
  });
});
