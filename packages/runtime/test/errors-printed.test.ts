import { inspect } from "node:util";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import pino from "pino";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  type APIConnectionError,
  type APIError,
  type Logger,
  type PageError,
  resumeParams,
  TrunklineError,
} from "../src/index.ts";
import { errorOf, GET, KEY, sample } from "./support/sample.ts";
import { closedPort, json, serve } from "./support/server.ts";

const COOKIE = "session=of-somebody";

async function refused() {
  const server = await serve((_, response) =>
    json(response, { error: { code: "gone", message: "No such thing." } }, 404, {
      "set-cookie": COOKIE,
      "x-request-id": "req_1",
      "x-echo": KEY,
    }),
  );
  const errors = { code: ["/error/code"], message: ["/error/message"] };
  return await errorOf(sample({ baseURL: server.url }, { errors }).things.call(GET));
}

describe("an error as JSON", () => {
  it("has its name, message and marks, and neither header fields nor the body", async () => {
    const error = await refused();
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "NotFoundError",
      message: "404 No such thing.",
      status: 404,
      code: "gone",
      requestId: "req_1",
      client: "Sample",
      operation: "things.get",
      method: "GET",
      path: "/things",
      attempts: 1,
    });
    expect(JSON.stringify({ nested: [error] })).toContain('"name":"NotFoundError"');
  });

  it("says of a connection what is known of it", async () => {
    const error = await errorOf(sample({ baseURL: await closedPort(), maxRetries: 0 }).things.call(GET));
    const shown = JSON.parse(JSON.stringify(error));
    expect(shown).toMatchObject({ name: "APIConnectionError", unsent: true, attempts: 1 });
    expect(shown.message).toMatch(/^Could not connect to /);
    expect(shown).not.toHaveProperty("status");
  });

  it("is the same for an answer that lies, for a wrong call and for a bare error", async () => {
    const server = await serve((_, response) => response.writeHead(200, { "x-request-id": "r" }).end("<p>"));
    const lie = await errorOf(sample({ baseURL: server.url }).things.call(GET));
    expect(JSON.parse(JSON.stringify(lie))).toMatchObject({
      name: "APIResponseError",
      status: 200,
      requestId: "r",
    });
    const usage = await errorOf(sample().things.call(GET, { wrong: 1 }));
    expect(JSON.parse(JSON.stringify(usage))).toMatchObject({ name: "UsageError", operation: "things.get" });
    expect(JSON.parse(JSON.stringify(new TrunklineError("odd")))).toEqual({
      name: "TrunklineError",
      message: "odd",
      attempts: 0,
    });
  });
});

describe("a printed error", () => {
  it("shows no cookie, no key and nothing that is undefined; all of it can be asked for", async () => {
    const error = await refused();
    const shown = inspect(error, { depth: 9 });
    expect(shown).toMatch(/^NotFoundError: 404 No such thing\./);
    expect(shown).toContain("requestId: 'req_1'");
    expect(shown).not.toMatch(/undefined|set-cookie|Headers/);
    expect((error.headers as Headers).get("set-cookie")).toBe(COOKIE);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
    const timeout = await errorOf(sample({ baseURL: await closedPort(), maxRetries: 0 }).things.call(GET));
    expect(inspect(timeout)).not.toContain("undefined");
  });

  it("stays readable as a clone, through a port and from a thread", async () => {
    const error = await refused();
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(error);
    const received = receiveMessageOnPort(port2)?.message as Error;
    port1.close();
    for (const clone of [structuredClone(error), received]) {
      expect(clone.message).toBe("404 No such thing.");
      expect(String(clone.stack)).toContain("404 No such thing.");
      expect(inspect(clone, { depth: 9, showHidden: true })).not.toMatch(/of-somebody|sk_canary/);
    }
    const thread = new Worker(
      `const { parentPort, workerData } = require("node:worker_threads"); parentPort.postMessage(JSON.parse(workerData).code);`,
      { eval: true, workerData: JSON.stringify(error) },
    );
    expect(await new Promise((resolve) => thread.once("message", resolve))).toBe("gone");
  });
});

describe("a logger", () => {
  const logged = async (logger: Logger): Promise<void> => {
    const server = await serve((_, response, index) => json(response, {}, index ? 404 : 200));
    const client = sample({ baseURL: server.url, logger, logLevel: "debug" });
    await client.things.call(GET);
    await errorOf(client.things.call(GET));
  };
  const want = [
    { message: "GET /things is sent", operation: "things.get", attempt: 1 },
    { message: "GET /things was answered", status: 200 },
    { message: "GET /things is sent", attempt: 1 },
    { message: "GET /things was answered", status: 404 },
    { message: "GET /things failed", error: "NotFoundError", status: 404 },
  ];

  it.each([
    ["pino", (logger: pino.Logger) => logger],
    ["a child of pino", (logger: pino.Logger) => logger.child({ module: "things" })],
  ])("that is %s gets message and fields", async (_, make) => {
    const lines: string[] = [];
    const logger = pino({ level: "debug", messageKey: "message" }, { write: (line) => lines.push(line) });
    await logged(make(logger));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject(want);
    expect(lines.join()).not.toContain(KEY);
  });

  it("like bunyan gets the fields first", async () => {
    const seen: unknown[] = [];
    const note = (fields: object, message: string): void => void seen.push({ ...fields, message });
    class Bunyan {
      error = note;
      warn = note;
      info = note;
      debug = note;
      child(): this {
        return this;
      }
      addStream(): void {}
    }
    await logged(new Bunyan() as unknown as Logger);
    expect(seen).toMatchObject(want);
  });

  it("like console or winston gets the message first", async () => {
    const seen: unknown[] = [];
    const note = (message: string, fields: object): void => void seen.push({ ...fields, message });
    const plain = { error: note, warn: note, info: note, debug: note };
    await logged(plain);
    expect(seen).toMatchObject(want);
    seen.length = 0;
    // A logger of winston has children and levels as well.
    await logged(
      Object.assign(Object.create({ ...plain, child: () => plain }), { levels: {}, transports: [] }),
    );
    expect(seen).toMatchObject(want);
  });
});

describe("the place to go on from", () => {
  it("is typed on every error that can end a walk", () => {
    type Params = Readonly<Record<string, unknown>>;
    expectTypeOf<APIConnectionError["resume"]>().toEqualTypeOf<Params | undefined>();
    expectTypeOf<APIError["resume"]>().toEqualTypeOf<Params | undefined>();
    expectTypeOf<PageError["resume"]>().toEqualTypeOf<Params>();
    expectTypeOf(resumeParams).returns.toEqualTypeOf<Params | undefined>();
  });

  it("is undefined where no walk failed", async () => {
    const error = await refused();
    expect(resumeParams(error)).toBeUndefined();
    expect(resumeParams(new Error("x"))).toBeUndefined();
    expect("resume" in error).toBe(false);
  });
});
