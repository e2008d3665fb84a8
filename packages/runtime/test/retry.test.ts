import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { IdempotentRequestOptions, Operation } from "../src/client.ts";
import { APIConnectionError, APIUserAbortError, InternalServerError, RateLimitError } from "../src/client.ts";
import { delays, forget } from "./support/captured-timers.ts";
import { errorOf, GET, KEYED, POST, PUT, type SampleOptions, sample } from "./support/sample.ts";
import { closedPort, type Handler, json, serve } from "./support/server.ts";

vi.mock("../src/clock/timers.ts", () => import("./support/captured-timers.ts"));

beforeEach(forget);
afterEach(() => vi.restoreAllMocks());

// Without a time for attempts every captured delay is a wait.
const waits: SampleOptions = { timeout: Number.POSITIVE_INFINITY };
const fail =
  (times: number, status: number, headers: Record<string, string> = {}): Handler =>
  (_, response, index) =>
    index < times ? json(response, { no: index }, status, headers) : json(response, { ok: true });

describe("the table, on the wire", () => {
  const rows: [name: string, operation: Operation, requests: { status: number; cut: number }][] = [
    ["GET", GET, { status: 3, cut: 3 }],
    ["HEAD", { ...GET, method: "HEAD" }, { status: 3, cut: 3 }],
    ["OPTIONS", { ...GET, method: "OPTIONS" }, { status: 3, cut: 3 }],
    ["PUT", PUT, { status: 3, cut: 3 }],
    ["DELETE", { ...GET, method: "DELETE" }, { status: 3, cut: 3 }],
    ["keyed POST", KEYED, { status: 3, cut: 3 }],
    ["POST", POST, { status: 1, cut: 1 }],
    ["PATCH", { ...POST, method: "PATCH" }, { status: 1, cut: 1 }],
  ];
  it.each(rows)("%s after 503", async (_, operation, { status }) => {
    const server = await serve(fail(9, 503));
    const error = await errorOf(sample({ baseURL: server.url, ...waits }).things.call(operation, {}));
    expect(error).toBeInstanceOf(InternalServerError);
    expect(error).toMatchObject({ attempts: status });
    expect(server.seen).toHaveLength(status);
  });

  it.each(rows)("%s after a lost connection", async (_, operation, { cut }) => {
    const server = await serve((_request, response) => response.socket?.destroy());
    const error = await errorOf(sample({ baseURL: server.url, ...waits }).things.call(operation, {}));
    expect(error).toBeInstanceOf(APIConnectionError);
    expect(server.seen).toHaveLength(cut);
  });

  it.each(rows.filter(([name]) => name !== "HEAD"))(
    "%s after a body cut short",
    async (_, operation, { cut }) => {
      const server = await serve((_request, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
        response.write('{"a":');
        setTimeout(() => response.socket?.destroy(), 5);
      });
      const error = await errorOf(sample({ baseURL: server.url, ...waits }).things.call(operation, {}));
      expect(error).toBeInstanceOf(APIConnectionError);
      expect(error.message).toMatch(/broke off/);
      expect(server.seen).toHaveLength(cut);
    },
  );

  it.each(rows)("%s that was refused", async (_, operation) => {
    const error = await errorOf(sample({ baseURL: await closedPort(), ...waits }).things.call(operation, {}));
    expect(error).toMatchObject({ name: "APIConnectionError", unsent: true, attempts: 3 });
    expect(error.message).toMatch(/Could not connect to http:\/\/127.*nothing was sent.*ECONNREFUSED/);
  });

  it.each(rows)("%s after 409: never", async (_, operation) => {
    const server = await serve(fail(9, 409));
    expect(await errorOf(sample({ baseURL: server.url, ...waits }).things.call(operation, {}))).toMatchObject(
      { status: 409 },
    );
    expect(server.seen).toHaveLength(1);
  });
});

describe("retries", () => {
  it("end with the first success, which carries the same body and the same key", async () => {
    const server = await serve(fail(2, 500));
    await expect(sample({ baseURL: server.url, ...waits }).things.call(KEYED, { a: 1 })).resolves.toEqual({
      ok: true,
    });
    expect(server.seen.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}', '{"a":1}']);
    expect(new Set(server.seen.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });

  it.each([0, 1, 5])("are as many as maxRetries says: %i", async (maxRetries) => {
    const server = await serve(fail(9, 503));
    await errorOf(sample({ baseURL: server.url, ...waits }).things.call(GET, {}, { maxRetries }));
    expect(server.seen).toHaveLength(maxRetries + 1);
    expect(delays).toHaveLength(maxRetries);
  });

  it("wait longer each time, by full jitter", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const server = await serve(fail(99, 503));
    const client = sample({ baseURL: server.url, ...waits, maxRetries: 6 });
    await errorOf(client.things.call(GET));
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 4000]);
    forget();
    await errorOf(
      client
        .withOptions({ retry: { baseDelay: 100, maxDelay: 150 } })
        .things.call(GET, {}, { maxRetries: 3 }),
    );
    expect(delays).toEqual([50, 75, 75]);
  });

  it("are ended by x-should-retry: false", async () => {
    const server = await serve(fail(9, 503, { "x-should-retry": "false" }));
    await errorOf(sample({ baseURL: server.url, ...waits }).things.call(GET));
    expect(server.seen).toHaveLength(1);
  });

  it("are not talked into by x-should-retry: true", async () => {
    const server = await serve(fail(9, 503, { "x-should-retry": "true" }));
    await errorOf(sample({ baseURL: server.url, ...waits }).things.call(POST, {}));
    expect(server.seen).toHaveLength(1);
  });

  it("stop when the client's budget is spent, and the calls fail at once", async () => {
    const server = await serve(fail(1000, 503));
    const client = sample({ baseURL: server.url, ...waits });
    for (let call = 0; call < 60; call++) await errorOf(client.things.call(GET));
    expect(server.seen).toHaveLength(60 + 100);
  });

  it("share the budget of a client and of those made of it, unless credential or base URL change", async () => {
    const server = await serve((_, response) => json(response, {}, 503));
    const one = sample({ baseURL: server.url, ...waits, maxRetries: 100 });
    await errorOf(one.things.call(GET));
    const spent = server.seen.length;
    await errorOf(one.withOptions({ maxRetries: 5 }).things.call(GET));
    expect(server.seen.length - spent).toBe(1);
    await errorOf(one.withOptions({ maxRetries: 2, apiKey: "another" }).things.call(GET));
    expect(server.seen.length - spent).toBe(1 + 3);
  });

  it("leave no body of a failed attempt open", async () => {
    const server = await serve((_, response, index) =>
      index < 2 ? response.writeHead(503).end("x".repeat(200_000)) : json(response, { ok: true }),
    );
    await sample({ baseURL: server.url, ...waits }).things.call(GET);
    expect(server.seen).toHaveLength(3);
    await vi.waitFor(() => expect(server.open.size).toBe(0));
  });

  it("reuse the connection when the failed body was small", async () => {
    const ports = new Set<unknown>();
    const server = await serve((request, response, index) => {
      ports.add(response.socket?.remotePort);
      fail(2, 503)(request, response, index);
    });
    await sample({ baseURL: server.url, ...waits }).things.call(GET);
    expect(ports.size).toBe(1);
  });
});

describe("hints of the server", () => {
  const hinted = async (
    headers: Record<string, string>,
    options: IdempotentRequestOptions & { client?: SampleOptions } = {},
  ) => {
    const server = await serve(fail(1, 429, headers));
    const { client, ...call } = options;
    const outcome = await sample({ baseURL: server.url, ...waits, ...client })
      .things.call(GET, {}, call)
      .catch((error: unknown) => error);
    return { outcome, requests: server.seen.length };
  };

  it("are waited for, with up to a tenth more", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    expect(await hinted({ "retry-after": "30" })).toMatchObject({ requests: 2 });
    expect(delays).toEqual([31_500]);
  });

  it("beyond maxRetryAfter are the status's own error, at once", async () => {
    const { outcome, requests } = await hinted({ "retry-after": "3600" });
    expect(outcome).toBeInstanceOf(RateLimitError);
    expect(outcome).toMatchObject({ retryAfter: 3600, retryAfterMs: 3_600_000, attempts: 1 });
    expect(requests).toBe(1);
    expect(delays).toEqual([]);
  });

  it("are bounded by the option of the call, of the client, and by the vendor, in this order", async () => {
    expect((await hinted({ "retry-after": "3600" }, { maxRetryAfter: 3_600_000 })).requests).toBe(2);
    expect((await hinted({ "retry-after": "20" }, { client: { maxRetryAfter: 10_000 } })).requests).toBe(1);
    const server = await serve(fail(1, 429, { "retry-after": "64" }));
    const client = sample({ baseURL: server.url, ...waits }, { retry: { maxRetryAfterMs: 65_000 } });
    await client.things.call(GET);
    expect(server.seen).toHaveLength(2);
  });

  it("are bounded by the vendor in seconds too, as packages of earlier generators say it", async () => {
    const server = await serve(fail(2, 429, { "retry-after": "64" }));
    const earlier = (maxRetryAfter: number): Promise<unknown> =>
      sample({ baseURL: server.url, ...waits, maxRetries: 1 }, { retry: { maxRetryAfter } }).things.call(GET);
    await expect(earlier(63)).rejects.toThrow(RateLimitError);
    await earlier(65);
    expect(server.seen).toHaveLength(3);
  });

  it("longer than a timer can hold are clamped, not fired at once", async () => {
    const setTimer = vi.spyOn(globalThis, "setTimeout");
    const { startTimer } =
      await vi.importActual<typeof import("../src/clock/timers.ts")>("../src/clock/timers.ts");
    clearTimeout(startTimer(() => {}, Number.MAX_SAFE_INTEGER));
    expect(setTimer).toHaveBeenLastCalledWith(expect.any(Function), 2 ** 31 - 1);
  });
});

describe("a stream as body", () => {
  const upload: Operation = {
    ...PUT,
    body: { in: "body", encode: () => ({ body: stream(), contentType: "text/plain", repeatable: false }) },
  };
  const stream = (): ReadableStream =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("chunk"));
        controller.close();
      },
    });

  it("is never sent again", async () => {
    const server = await serve(fail(9, 503));
    await errorOf(sample({ baseURL: server.url, ...waits }).things.call(upload, { body: 1 }));
    expect(server.seen.map(({ body }) => body)).toEqual(["chunk"]);
  });

  it("is sent again when it can be made anew", async () => {
    const server = await serve(fail(1, 503));
    const encode = (): { body: () => ReadableStream; contentType: string; repeatable: boolean } => ({
      body: stream,
      contentType: "text/plain",
      repeatable: true,
    });
    await sample({ baseURL: server.url, ...waits }).things.call(
      { ...upload, body: { in: "body", encode } },
      { body: 1 },
    );
    expect(server.seen.map(({ body }) => body)).toEqual(["chunk", "chunk"]);
  });
});

it("an abort ends a wait at once, with the signal's reason as cause", async () => {
  const server = await serve(fail(9, 503));
  const controller = new AbortController();
  const call = sample({
    baseURL: server.url,
    ...waits,
    hooks: { retry: () => controller.abort("enough") },
  }).things.call(
    GET,
    {},
    {
      signal: controller.signal,
    },
  );
  const error = await errorOf(call);
  expect(error).toBeInstanceOf(APIUserAbortError);
  expect(error.cause).toBe("enough");
  expect(server.seen).toHaveLength(1);
});
