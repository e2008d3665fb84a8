import { describe, expect, it, vi } from "vitest";
import type { Hooks, Logger, LogLevel } from "../src/client.ts";
import { errorOf, GET, KEYED, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const flaky = () =>
  serve((_, response, index) =>
    json(response, { index }, index ? 200 : 503, {
      "x-secret": "s",
      "x-ratelimit-limit": "60",
      "x-trace": "t",
    }),
  );

function recorder(): { hooks: Hooks; events: [string, Record<string, unknown>][] } {
  const events: [string, Record<string, unknown>][] = [];
  const note = (name: string) => (event: object) =>
    void events.push([name, event as Record<string, unknown>]);
  return {
    events,
    hooks: {
      request: note("request"),
      response: note("response"),
      retry: note("retry"),
      error: note("error"),
    },
  };
}

describe("hooks", () => {
  it("see every step, with the path template", async () => {
    const server = await flaky();
    const { hooks, events } = recorder();
    await sample({ baseURL: server.url, hooks, retry: { baseDelay: 1 } }).things.call(
      { ...KEYED, path: "/things/{id}" },
      { a: 1 },
      { idempotencyKey: "k" },
      7,
    );
    expect(events.map(([name, { attempt }]) => [name, attempt])).toEqual([
      ["request", 1],
      ["response", 1],
      ["retry", 1],
      ["request", 2],
      ["response", 2],
    ]);
    for (const [, event] of events) {
      expect(event).toMatchObject({
        client: "Sample",
        operation: "things.create",
        method: "POST",
        path: "/things/{id}",
      });
    }
    const [[, request], [, response], [, retry]] = events as [
      [string, Record<string, unknown>],
      [string, Record<string, unknown>],
      [string, Record<string, unknown>],
    ];
    expect(request).toMatchObject({
      url: `${server.url}/things/7`,
      headers: { "idempotency-key": "k", "content-type": "application/json" },
    });
    expect(response).toMatchObject({
      status: 503,
      duration: expect.any(Number),
      headers: expect.any(Headers),
    });
    expect(retry).toMatchObject({ delay: expect.any(Number), error: { status: 503 } });
  });

  it("hear of a call that failed for good, once", async () => {
    const { hooks, events } = recorder();
    await errorOf(sample({ baseURL: (await flaky()).url, hooks, maxRetries: 0 }).things.call(GET));
    expect(events.map(([name]) => name)).toEqual(["request", "response", "error"]);
    expect(events.at(-1)?.[1]).toMatchObject({ error: { status: 503 } });
  });

  it("cannot break a call, whether they throw or reject", async () => {
    const error = vi.fn();
    const logger: Logger = { error, warn: error, info: error, debug: error };
    const hooks: Hooks = {
      request: () => {
        throw new Error("broken");
      },
      response: async () => {
        throw new Error("broken later");
      },
    };
    const client = sample({
      baseURL: (await flaky()).url,
      hooks,
      logger,
      logLevel: "error",
      retry: { baseDelay: 1 },
    });
    await expect(client.things.call(GET)).resolves.toEqual({ index: 1 });
    await vi.waitFor(() =>
      expect(error).toHaveBeenCalledWith("The response hook failed", { error: "Error: broken later" }),
    );
    expect(error).toHaveBeenCalledWith("The request hook failed", { error: "Error: broken" });
  });
});

describe("the log", () => {
  it("cannot break a program by rejecting", async () => {
    const unheard = vi.fn();
    process.on("unhandledRejection", unheard);
    const rejects = vi.fn(async () => {
      throw new Error("the disk is full");
    });
    const logger: Logger = { error: rejects, warn: rejects, info: rejects, debug: rejects };
    const client = sample({
      baseURL: (await flaky()).url,
      logger,
      logLevel: "debug",
      retry: { baseDelay: 1 },
    });
    await expect(client.things.call(GET)).resolves.toEqual({ index: 1 });
    await new Promise((done) => setTimeout(done, 5));
    process.off("unhandledRejection", unheard);
    expect(rejects).toHaveBeenCalled();
    expect(unheard).not.toHaveBeenCalled();
  });

  const logged = async (logLevel: LogLevel | undefined) => {
    const lines: [string, string, Record<string, unknown>][] = [];
    const at = (level: string) => (message: string, fields: object) =>
      void lines.push([level, message, fields as Record<string, unknown>]);
    const logger: Logger = { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug") };
    const client = sample(
      { baseURL: (await flaky()).url, logger, logLevel, retry: { baseDelay: 1 } },
      { rateLimit: { limit: "X-RateLimit-Limit" }, errors: { requestIdHeaders: ["x-trace"] } },
    );
    await client.things.call(KEYED, { name: "body text" });
    await errorOf(client.things.call({ ...GET, path: "/things/{id}" }));
    return lines;
  };

  it("is silent unless asked", async () => {
    const spies = (["error", "warn", "info", "debug"] as const).map((level) => vi.spyOn(console, level));
    expect(await logged(undefined)).toEqual([]);
    await errorOf(sample({ baseURL: (await flaky()).url, maxRetries: 0 }).things.call(GET));
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it.each([
    ["error", []],
    ["warn", []],
    ["info", ["info"]],
    ["debug", ["debug", "debug", "info", "debug", "debug"]],
  ] as const)("at level %s", async (level, want) => {
    expect((await logged(level)).map(([at]) => at)).toEqual(want);
  });

  it("shows header values from an allow-list, and bodies never", async () => {
    const lines = await logged("debug");
    expect(lines[0]?.[2]).toMatchObject({
      headers: { "idempotency-key": expect.any(String), accept: "application/json" },
    });
    expect(lines[0]?.[2]).not.toHaveProperty("headers.x-api-key");
    expect(lines[1]?.[2]).toMatchObject({
      status: 503,
      headers: { "x-secret": "[redacted]", "x-ratelimit-limit": "60", "x-trace": "t" },
    });
    expect(JSON.stringify(lines)).not.toContain("body text");
    expect(JSON.stringify(lines)).not.toContain("index");
    expect(lines[2]?.[2]).toMatchObject({ error: "InternalServerError", status: 503, requestId: "t" });
  });

  it("goes to the console by default", async () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => {});
    await sample({ baseURL: (await flaky()).url, logLevel: "info", retry: { baseDelay: 1 } }).things.call(
      GET,
    );
    expect(info).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
  });
});

it("hear of an answer that is not what the operation promises", async () => {
  const server = await serve((_, response) => response.writeHead(200).end("<html>"));
  const { hooks, events } = recorder();
  await errorOf(sample({ baseURL: server.url, hooks }).things.call(GET));
  expect(events.map(([name]) => name)).toEqual(["request", "response", "error"]);
  expect(events[2]?.[1]).toMatchObject({ error: { name: "APIResponseError" } });
});

it("a log shows no header of an answer whose fetch has classes of its own", async () => {
  class Fields {
    *[Symbol.iterator](): Generator<[string, string]> {
      yield ["set-cookie", "session=secret"];
      yield ["content-type", "application/json"];
    }
    get = (): null => null;
  }
  const fetch = async (): Promise<Response> => {
    const response = new Response("{}");
    return Object.defineProperty(response, "headers", { value: new Fields() });
  };
  const logged: unknown[] = [];
  const note = (_: string, fields: object): void => void logged.push(fields);
  const logger: Logger = { error: note, warn: note, info: note, debug: note };
  await sample({ fetch, logger, logLevel: "debug" }).things.call(GET);
  expect(logged[1]).toMatchObject({
    headers: { "set-cookie": "[redacted]", "content-type": "application/json" },
  });
});

it("a logger that fails breaks no call", async () => {
  const server = await serve((_, response) => json(response, { ok: true }));
  const fail = (): never => {
    throw new Error("disk full");
  };
  const logger: Logger = { error: fail, warn: fail, info: fail, debug: fail };
  const hooks: Hooks = { request: fail };
  const client = sample({ baseURL: server.url, logger, logLevel: "debug", hooks });
  expect(await client.things.call(GET)).toEqual({ ok: true });
});
