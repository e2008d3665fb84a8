import { getEventListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { APIConnectionTimeoutError, APIUserAbortError, type Operation } from "../src/client.ts";
import { errorOf, GET, POST, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** A collector that runs all the time, as in a busy server: what nothing holds is gone. */
function collectAllTheTime(): void {
  const timer = setInterval(collectGarbage, 20);
  onTestFinished(() => clearInterval(timer));
}

const BINARY: Operation = { ...GET, response: "binary" };

describe("timeout", () => {
  it("covers the wait for headers", async () => {
    collectAllTheTime();
    const server = await serve(() => {});
    const error = await errorOf(
      sample({ baseURL: server.url, timeout: 150, maxRetries: 0 }).things.call(GET),
    );
    expect(error).toBeInstanceOf(APIConnectionTimeoutError);
    expect(error.message).toMatch(/150 ms \(timeout\)/);
    await vi.waitFor(() => expect(server.open.size).toBe(0));
  });

  it("covers a body that stalls", async () => {
    collectAllTheTime();
    const server = await serve((_, response) =>
      response.writeHead(200, { "content-type": "application/json" }).write("{"),
    );
    const error = await errorOf(
      sample({ baseURL: server.url, timeout: 150, maxRetries: 0 }).things.call(GET),
    );
    expect(error).toBeInstanceOf(APIConnectionTimeoutError);
    await vi.waitFor(() => expect(server.open.size).toBe(0));
  });

  it("covers the body of an error that stalls", async () => {
    const server = await serve((_, response) => response.writeHead(400).write("{"));
    const error = await errorOf(
      sample({ baseURL: server.url, timeout: 150, maxRetries: 0 }).things.call(GET),
    );
    expect(error).toBeInstanceOf(APIConnectionTimeoutError);
  });

  it("covers a body that drips", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(timer));
    });
    const error = await errorOf(
      sample({ baseURL: server.url, timeout: 150, maxRetries: 0 }).things.call(GET),
    );
    expect(error).toBeInstanceOf(APIConnectionTimeoutError);
  });

  it("is for each attempt, and repeats what may be repeated", async () => {
    const server = await serve((_, response, index) => index > 0 && json(response, { ok: true }));
    const client = sample({ baseURL: server.url, timeout: 100, retry: { baseDelay: 1 } });
    await expect(client.things.call(GET)).resolves.toEqual({ ok: true });
    expect(
      await errorOf(sample({ baseURL: (await serve(() => {})).url, timeout: 60 }).things.call(POST, {})),
    ).toMatchObject({
      attempts: 1,
    });
  });

  it("holds against a fetch that does not listen to its signal", async () => {
    const cancelled = vi.fn();
    let answer = (_: Response): void => {};
    const fetch = (): Promise<Response> =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const error = await errorOf(sample({ fetch, timeout: 60, maxRetries: 0 }).things.call(GET));
    expect(error).toBeInstanceOf(APIConnectionTimeoutError);
    answer(new Response(new ReadableStream({ cancel: cancelled })));
    await vi.waitFor(() => expect(cancelled).toHaveBeenCalled());
  });
});

describe("totalTimeout", () => {
  it("ends an attempt", async () => {
    const server = await serve(() => {});
    const error = await errorOf(sample({ baseURL: server.url, totalTimeout: 120 }).things.call(GET));
    expect(error).toBeInstanceOf(APIConnectionTimeoutError);
    expect(error.message).toMatch(/120 ms \(totalTimeout\)/);
    expect(server.seen).toHaveLength(1);
  });

  it("leaves no wait that it would not survive", async () => {
    const server = await serve((_, response) => json(response, {}, 503, { "retry-after-ms": "200" }));
    const client = sample({ baseURL: server.url, totalTimeout: 1000, maxRetries: 1000 });
    const error = await errorOf(client.things.call(GET));
    expect(error).toMatchObject({ status: 503 });
    expect(server.seen.length).toBeGreaterThan(1);
  });
});

it("a hint beyond the time left is the status's own error, at once", async () => {
  const server = await serve((_, response) => json(response, {}, 429, { "retry-after": "10" }));
  const error = await errorOf(sample({ baseURL: server.url, totalTimeout: 5000 }).things.call(GET));
  expect(error).toMatchObject({ status: 429, retryAfter: 10, attempts: 1 });
});

describe("a body that is handed over", () => {
  const slow = (chunks: number, gap: number) =>
    serve((_, response) => {
      response.writeHead(200, { "content-type": "application/octet-stream" });
      let sent = 0;
      const timer = setInterval(() => {
        response.write("x");
        if (++sent === chunks) {
          clearInterval(timer);
          response.end();
        }
      }, gap);
      response.on("close", () => clearInterval(timer));
    });

  it("may take longer than timeout, in chunks", async () => {
    collectAllTheTime();
    const server = await slow(12, 60);
    const response = await sample({ baseURL: server.url, timeout: 400 }).things.call<Response>(BINARY);
    await expect(response.text()).resolves.toBe("x".repeat(12));
  });

  it("must not fall silent for longer than idleTimeout", async () => {
    const server = await serve((_, response) => response.writeHead(200).write("x"));
    const client = sample({ baseURL: server.url, idleTimeout: 100 });
    const response = await client.things.call(GET).asResponse();
    expect(await errorOf(response.text())).toBeInstanceOf(APIConnectionTimeoutError);
    await vi.waitFor(() => expect(server.open.size).toBe(0));
  });

  it("is not silent while nobody reads", async () => {
    const server = await serve((_, response) => response.writeHead(200).end("whole"));
    const response = await sample({ baseURL: server.url, idleTimeout: 40 }).things.call(GET).asResponse();
    await new Promise((resolve) => setTimeout(resolve, 120));
    await expect(response.text()).resolves.toBe("whole");
  });

  it("is ended by the signal", async () => {
    const server = await serve((_, response) => response.writeHead(200).write("x"));
    const controller = new AbortController();
    const response = await sample({ baseURL: server.url })
      .things.call(GET, {}, { signal: controller.signal })
      .asResponse();
    setTimeout(() => controller.abort(new Error("enough")), 30);
    const error = await errorOf(response.text());
    expect(error).toBeInstanceOf(APIUserAbortError);
    expect(error.cause).toMatchObject({ message: "enough" });
  });

  it("that breaks off says so", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("x");
      setTimeout(() => response.socket?.destroy(), 10);
    });
    const response = await sample({ baseURL: server.url }).things.call(GET).asResponse();
    expect(await errorOf(response.text())).toMatchObject({
      name: "APIConnectionError",
      operation: "things.get",
    });
  });

  it("can be cancelled, which closes the connection", async () => {
    const server = await serve((_, response) => response.writeHead(200).write("x"));
    const response = await sample({ baseURL: server.url }).things.call(GET).asResponse();
    await response.body?.cancel();
    await vi.waitFor(() => expect(server.open.size).toBe(0));
  });
});

describe("a signal", () => {
  it("that is aborted already sends nothing", async () => {
    const server = await serve((_, response) => json(response, {}));
    const error = await errorOf(
      sample({ baseURL: server.url }).things.call(GET, {}, { signal: AbortSignal.abort() }),
    );
    expect(error).toBeInstanceOf(APIUserAbortError);
    expect(error).toMatchObject({ attempts: 0 });
    expect(server.seen).toHaveLength(0);
  });

  it("ends an attempt in flight", async () => {
    collectAllTheTime();
    const server = await serve(() => {});
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const error = await errorOf(
      sample({ baseURL: server.url }).things.call(GET, {}, { signal: controller.signal }),
    );
    expect(error).toBeInstanceOf(APIUserAbortError);
    expect(server.seen).toHaveLength(1);
  });

  it("is left without listeners by 1,000 calls that succeed, fail or are read by the caller", {
    timeout: 30_000,
  }, async () => {
    const server = await serve((_, response, index) => json(response, {}, index % 3 === 0 ? 400 : 200));
    const { signal } = new AbortController();
    const client = sample({ baseURL: server.url });
    for (let round = 0; round < 20; round++) {
      await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const call = client.things.call(GET, {}, { signal });
          if (index % 2) return call.catch(() => {});
          const response = await call.asResponse().catch(() => undefined);
          await response?.text();
        }),
      );
    }
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

describe("limits that no clock can keep", () => {
  const rows: [name: string, value: number][] = [
    ["timeout", 0],
    ["timeout", -1],
    ["timeout", Number.NaN],
    ["timeout", "5" as unknown as number],
    ["totalTimeout", 0],
    ["idleTimeout", -5],
    ["maxRetries", -1],
    ["maxRetries", 1.5],
    ["maxRetryAfter", -1],
    ["maxPages", 0],
  ];
  it.each(rows)("%s: %s is refused, for a client and for a call", async (name, value) => {
    expect(() => sample({ [name]: value })).toThrow(name);
    expect(await errorOf(sample().things.call(GET, {}, { [name]: value }))).toMatchObject({
      name: "UsageError",
      operation: "things.get",
    });
  });
});
