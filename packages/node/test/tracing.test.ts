import { context, propagation, SpanKind, trace } from "@opentelemetry/api";
import { UndiciInstrumentation } from "@opentelemetry/instrumentation-undici";
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-node";
import { openTelemetry } from "@trunkline/runtime/otel";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clientOf, errorOf, GET, POST, TOKEN, transportOf } from "./support/client.ts";
import { closedPort, json, serve } from "./support/server.ts";

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

const spans = (kind: SpanKind): ReadableSpan[] =>
  exporter.getFinishedSpans().filter((span) => span.kind === kind);
const requests = (): ReadableSpan[] => spans(SpanKind.CLIENT);
const calls = (): ReadableSpan[] => spans(SpanKind.INTERNAL);

describe.each([
  ["an undici that nobody instruments", false],
  ["an undici that is instrumented", true],
])("over %s", (_, isInstrumented) => {
  let instrumentation: UndiciInstrumentation | undefined;
  beforeAll(() => {
    if (!isInstrumented) return;
    instrumentation = new UndiciInstrumentation();
    instrumentation.setTracerProvider(provider);
    instrumentation.enable();
  });
  afterAll(() => instrumentation?.disable());

  it("a client without tracing has the instrumentation's spans, below whoever called", async () => {
    const server = await serve(async (_, response) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      json(response, {});
    });
    const client = clientOf(server.url, transportOf({ connections: 2 }));
    const tracer = provider.getTracer("test");
    const roots = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        tracer.startActiveSpan(`root ${index}`, async (root) => {
          await client.things.call({ ...GET, path: `/things/${index}` });
          root.end();
          return root.spanContext().spanId;
        }),
      ),
    );
    expect(requests()).toHaveLength(isInstrumented ? 20 : 0);
    for (const span of requests()) {
      const [, index] = /things\/(\d+)/.exec(String(span.attributes["url.full"])) ?? [];
      expect(span.parentSpanContext?.spanId).toBe(roots[Number(index)]);
    }
  });

  it("each request on the wire has one span below its call, under load, across retries and hops", async () => {
    const server = await serve(async ({ url }, response, index) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
      if (url.endsWith("/moved")) json(response, {});
      else if (index % 5 === 0) response.destroy();
      else if (index % 5 === 1) json(response, {}, 503);
      else if (index % 5 === 2) response.writeHead(302, { location: `${url}/moved` }).end();
      else json(response, {});
    });
    const client = clientOf(server.url, transportOf({ connections: 4 }), {
      middleware: openTelemetry(),
      maxRetries: 8,
      retryBudget: Infinity,
    });
    const tracer = provider.getTracer("test");
    const roots = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        tracer.startActiveSpan(`root ${index}`, async (root) => {
          await client.things.call({ ...GET, id: `things.n${index}`, path: `/things/${index}` });
          root.end();
          return root.spanContext().spanId;
        }),
      ),
    );
    expect(requests()).toHaveLength(server.seen.length);
    for (const [index, root] of roots.entries()) {
      const call = calls().find(({ name }) => name === `things.n${index}`);
      expect(call?.parentSpanContext?.spanId).toBe(root);
      const own = requests().filter(({ attributes }) => attributes["url.template"] === `/things/${index}`);
      for (const span of own) expect(span.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
      // What each was counted as is what the server was sent, in order.
      expect(own.map(({ attributes }) => attributes["http.request.resend_count"] ?? 0)).toEqual([
        ...own.keys(),
      ]);
    }
    const sent = server.seen.map(({ headers }) => headers.traceparent);
    const named = requests().map(
      (span) => `00-${span.spanContext().traceId}-${span.spanContext().spanId}-01`,
    );
    expect(sent.sort()).toEqual(named.sort());
  });

  it("sends traceparent to its own origin alone", async () => {
    const own = await serve((_, response) => json(response, {}));
    const other = await serve((_, response) => json(response, {}));
    const options = { baseURL: undefined, dangerouslyAllowHTTP: true, middleware: openTelemetry() };
    const client = clientOf(own.url, transportOf({ connections: 1 }), options, own.url);
    await Promise.all([
      client.things.call(GET),
      client.things.call({ ...GET, server: other.url }),
      client.things.call(GET),
    ]);
    expect(requests()).toHaveLength(3);
    expect(own.seen.map(({ headers }) => headers.traceparent)).toEqual(
      Array(2).fill(expect.stringMatching(/^00-/)),
    );
    expect(other.seen[0]?.headers).not.toHaveProperty("traceparent");
  });

  it("has nothing secret in any span, also of what fails in the transport", async () => {
    const server = await serve(({ url }, response) =>
      url.includes("/lost") ? response.destroy() : json(response, { message: TOKEN }, 400),
    );
    const options = { middleware: openTelemetry(), maxRetries: 0 };
    const client = clientOf(server.url, transportOf(), options);
    await errorOf(client.things.call(POST, { secret: TOKEN }));
    await errorOf(client.get(`/things/${TOKEN}`, { query: { token: TOKEN } }));
    await errorOf(client.get("/lost"));
    await errorOf(clientOf(await closedPort(), transportOf(), options).get("/"));
    const proxy = transportOf({ proxy: `http://user:${TOKEN}@${new URL(await closedPort()).host}` });
    await errorOf(clientOf(server.url, proxy, options).get("/"));
    const told = exporter
      .getFinishedSpans()
      .map(({ name, attributes, events, status }) => [name, attributes, events, status]);
    expect(calls()).toHaveLength(5);
    expect(JSON.stringify(told)).not.toMatch(/canary/);
    expect(requests().map(({ attributes }) => attributes["error.type"])).toEqual([
      "400",
      "400",
      ...Array(3).fill("APIConnectionError"),
    ]);
  });

  it("an exporter that throws fails no call, waiting ones neither", async () => {
    const boom = (): never => {
      throw new Error("telemetry is down");
    };
    const tracerProvider = new NodeTracerProvider({
      spanProcessors: [new SimpleSpanProcessor({ export: boom, shutdown: async () => {} })],
    });
    const server = await serve((_, response) => json(response, { done: true }));
    const middleware = openTelemetry({ tracerProvider });
    const client = clientOf(server.url, transportOf({ connections: 2 }), { middleware });
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.things.call(GET)));
    expect(answers).toEqual(Array(10).fill({ done: true }));
  });
});
