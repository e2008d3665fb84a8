import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { UndiciInstrumentation } from "@opentelemetry/instrumentation-undici";
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { apiKeyQuery, chainMiddleware, type Transport, tokenExchange } from "../src/client.ts";
import { openTelemetry } from "../src/otel.ts";
import { errorOf, GET, KEY, POST, sample } from "./support/sample.ts";
import { serve } from "./support/server.ts";

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
beforeAll(() => provider.register());
afterAll(async () => {
  await provider.shutdown();
  trace.disable();
  context.disable();
  propagation.disable();
});
beforeEach(() => exporter.reset());

function spans(kind: SpanKind): ReadableSpan[] {
  return exporter.getFinishedSpans().filter((one) => one.kind === kind);
}
const calls = (): ReadableSpan[] => spans(SpanKind.INTERNAL);
const requests = (): ReadableSpan[] => spans(SpanKind.CLIENT);

/** A way to the network that is not a fetch, as `@trunkline/node` is one. */
const ownTransport: Transport = {
  send({ url, method, headers, body, signal, onReleased, onSending }) {
    onReleased();
    onSending();
    return fetch(url, { method, headers, body: body as string, signal, redirect: "manual" });
  },
};

describe.each([
  ["a fetch that nobody instruments", false],
  ["a fetch that is instrumented", true],
])("over %s", (_, isInstrumented) => {
  let instrumentation: UndiciInstrumentation | undefined;
  beforeAll(() => {
    if (!isInstrumented) return;
    instrumentation = new UndiciInstrumentation();
    instrumentation.setTracerProvider(provider);
    instrumentation.enable();
  });
  afterAll(() => instrumentation?.disable());

  it.runIf(isInstrumented)("makes spans of its own for other requests", async () => {
    const server = await serve((_, response) => response.end("{}"));
    await (await fetch(server.url)).text();
    expect(requests()).toHaveLength(1);
  });

  it.each([
    ["fetch", undefined],
    ["a transport", ownTransport],
  ])("makes one span of a call and one of its request, by %s", async (_, transport) => {
    const server = await serve((_, response) => response.end("{}"));
    const client = sample({ baseURL: server.url, middleware: openTelemetry(), transport });
    await client.things.call({ ...GET, path: "/things/{id}", query: ["q"] }, { q: 1 }, {}, "42");
    const [call] = calls();
    const [request] = requests();
    expect([calls().length, requests().length]).toEqual([1, 1]);
    expect(call).toMatchObject({ name: "things.get", status: { code: SpanStatusCode.UNSET } });
    const { port } = new URL(server.url);
    expect(request?.name).toBe("GET /things/{id}");
    expect(request?.attributes).toEqual({
      "http.request.method": "GET",
      "server.address": "127.0.0.1",
      "server.port": Number(port),
      "url.full": `${server.url}/things/42?q=1`,
      "url.template": "/things/{id}",
      "http.response.status_code": 200,
    });
    expect(request?.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
    const { traceId, spanId } = request?.spanContext() ?? {};
    expect(server.seen[0]?.headers.traceparent).toBe(`00-${traceId}-${spanId}-01`);
  });

  it("counts what is sent again: retries, hops, replays", async () => {
    let asked = 0;
    const server = await serve((request, response, index) => {
      if (index === 0) response.writeHead(503, { "retry-after-ms": "1" }).end("{}");
      else if (index === 1) response.writeHead(302, { location: "/elsewhere" }).end();
      else if (request.headers["x-api-key"] !== "key_2") response.writeHead(401).end("{}");
      else response.end("{}");
    });
    const client = sample({
      baseURL: server.url,
      apiKey: () => `key_${++asked > 2 ? 2 : 1}`,
      middleware: openTelemetry(),
    });
    await errorOf(client.things.call(GET).then(() => Promise.reject(new Error("done"))));
    expect(calls()).toHaveLength(1);
    const told = requests().map(({ attributes }) => [
      attributes["http.response.status_code"],
      attributes["http.request.resend_count"],
      attributes["error.type"],
    ]);
    expect(told).toHaveLength(server.seen.length);
    expect(told.slice(0, 3)).toEqual([
      [503, undefined, "503"],
      [302, 1, undefined],
      [401, 2, "401"],
    ]);
    expect(new Set(requests().map((one) => one.parentSpanContext?.spanId))).toEqual(
      new Set([calls()[0]?.spanContext().spanId]),
    );
  });

  it("tells failures by their status and by the error's name", async () => {
    const server = await serve((request, response) => {
      if (request.url === "/things") response.writeHead(404).end('{"message":"no"}');
      else response.destroy();
    });
    const client = sample({ baseURL: server.url, middleware: openTelemetry(), maxRetries: 0 });
    await errorOf(client.things.call(GET));
    await errorOf(client.get("/lost"));
    const error = { code: SpanStatusCode.ERROR };
    expect(calls().map(({ attributes, status }) => [attributes["error.type"], status])).toEqual([
      ["404", error],
      ["APIConnectionError", error],
    ]);
    expect(requests().map(({ attributes, status }) => [attributes["error.type"], status])).toEqual([
      ["404", error],
      ["APIConnectionError", error],
    ]);
  });

  it("sends traceparent to the client's own origin alone, and keeps a caller's", async () => {
    const own = await serve((_, response) => response.end("{}"));
    const other = await serve((_, response) => response.end("{}"));
    const client = sample(
      { apiKey: KEY, dangerouslyAllowHTTP: true, middleware: openTelemetry() },
      { environments: { production: own.url } },
    );
    await client.things.call(GET);
    await client.things.call({ ...GET, server: other.url });
    await client.things.call(GET, {}, { headers: { traceparent: "00-mine" } });
    expect(requests()).toHaveLength(3);
    expect(own.seen.map(({ headers }) => headers.traceparent)).toEqual([
      expect.stringMatching(/^00-/),
      "00-mine",
    ]);
    expect(other.seen[0]?.headers).not.toHaveProperty("traceparent");
  });

  it("has nothing secret in any span", async () => {
    const server = await serve((request, response) => {
      if (request.url.startsWith("/token")) response.end('{"token":"tok_canary_987654"}');
      else response.writeHead(400).end(`{"message":"${KEY}"}`);
    });
    const exchange = {
      option: "apiKey",
      method: "POST",
      path: "/token",
      operation: "auth.token",
      request: "/key",
      token: "/token",
    } as const;
    const schemes = { Key: tokenExchange({ option: "accessToken", exchange }) };
    const options = { baseURL: server.url, middleware: openTelemetry() };
    await errorOf(sample(options, { schemes }).things.call(POST, { a: 1 }));
    await errorOf(
      sample(options, { schemes: { Key: apiKeyQuery("key", { option: "apiKey" }) } }).things.call(GET),
    );
    await errorOf(sample(options).things.call(GET, {}, { query: { key: KEY } }));
    await errorOf(sample(options).get(`/things/${KEY}`));
    const all = JSON.stringify(
      exporter
        .getFinishedSpans()
        .map(({ name, attributes, events, status }) => [name, attributes, events, status]),
    );
    expect(all).not.toMatch(/canary/);
    // The exchange is a call of its own, within the one that needed it.
    expect(
      calls()
        .map(({ name }) => name)
        .slice(0, 2),
    ).toEqual(["auth.token", "things.post"]);
    expect(requests()).toHaveLength(server.seen.length);
  });

  it("has the right parents under load, across retries", async () => {
    const server = await serve((request, response, index) => {
      setTimeout(() => {
        if (index % 3 === 0) response.writeHead(503, { "retry-after-ms": "1" });
        response.end(request.url);
      }, Math.random() * 10);
    });
    const client = sample({
      baseURL: server.url,
      middleware: openTelemetry(),
      retry: { baseDelay: 1 },
      maxRetries: 5,
      retryBudget: Infinity,
    });
    const tracer = provider.getTracer("test");
    const roots = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        tracer.startActiveSpan(`root ${index}`, { kind: SpanKind.SERVER }, async (root) => {
          const path = `/things/${index}`;
          await client.things.call({ ...GET, id: `things.n${index}`, path, response: "text" });
          root.end();
          return { root: root.spanContext().spanId, path, id: `things.n${index}` };
        }),
      ),
    );
    for (const { root, path, id } of roots) {
      const call = calls().find(({ name }) => name === id);
      expect(call?.parentSpanContext?.spanId).toBe(root);
      const own = requests().filter(({ attributes }) => attributes["url.template"] === path);
      expect(own.length).toBeGreaterThan(0);
      for (const one of own) expect(one.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
    }
    expect(requests()).toHaveLength(server.seen.length);
  });
});

describe("a failure of telemetry", () => {
  const boom = (): never => {
    throw new Error("telemetry is down");
  };
  const brokenSpan = new Proxy({}, { get: () => boom }) as never;

  it.each([
    ["the provider", { getTracer: boom }],
    ["the tracer", { getTracer: () => ({ startSpan: boom, startActiveSpan: boom }) }],
    ["the span", { getTracer: () => ({ startSpan: () => brokenSpan, startActiveSpan: boom }) }],
  ])("fails no call: %s", async (_, tracerProvider) => {
    const server = await serve((request, response) =>
      response.writeHead(request.url === "/no" ? 404 : 200).end("{}"),
    );
    const client = sample({ baseURL: server.url, middleware: openTelemetry({ tracerProvider }) });
    expect(await client.things.call(GET)).toEqual({});
    expect(await errorOf(client.get("/no"))).toMatchObject({ status: 404, attempts: 1 });
    expect(server.seen).toHaveLength(2);
  });

  it("fails no call: an exporter and a processor that throw", async () => {
    const processor = { onStart: boom, onEnd: boom, forceFlush: async () => {}, shutdown: async () => {} };
    const tracerProvider = new NodeTracerProvider({
      spanProcessors: [processor, new SimpleSpanProcessor({ export: boom, shutdown: async () => {} })],
    });
    const server = await serve((_, response) => response.end("{}"));
    const client = sample({ baseURL: server.url, middleware: openTelemetry({ tracerProvider }) });
    expect(await client.things.call(GET)).toEqual({});
  });
});

describe("beside other things", () => {
  afterEach(() => exporter.reset());

  it("stands in a chain, wherever it is, and makes no request's span for an answer that nobody sent", async () => {
    const server = await serve((_, response) => response.end("{}"));
    for (const middleware of [
      chainMiddleware(openTelemetry(), (_, next) => next()),
      chainMiddleware((_, next) => next(), openTelemetry()),
    ]) {
      await sample({ baseURL: server.url, middleware }).things.call(GET);
    }
    expect([calls().length, requests().length]).toEqual([2, 2]);
    await sample({ middleware: chainMiddleware(openTelemetry(), () => Response.json({})) }).things.call(GET);
    expect([calls().length, requests().length]).toEqual([3, 2]);
  });

  it("leaves spans that a hook or a body makes after the call as they are", async () => {
    const server = await serve((_, response) => response.end("{}"));
    const client = sample({ baseURL: server.url, middleware: openTelemetry() });
    await client.things.call(GET);
    expect(trace.getSpan(context.active())).toBeUndefined();
    provider.getTracer("test").startSpan("mine").end();
    expect(exporter.getFinishedSpans().some(({ name }) => name === "mine")).toBe(true);
  });

  it("names methods of others by the conventions", async () => {
    const server = await serve((_, response) => response.end("{}"));
    const client = sample({ baseURL: server.url, middleware: openTelemetry() });
    await client.things.call({ ...GET, method: "REPORT" });
    expect(requests()[0]).toMatchObject({
      name: "HTTP /things",
      attributes: { "http.request.method": "_OTHER", "http.request.method_original": "REPORT" },
    });
  });
});
