import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIResponseError,
  APIUserAbortError,
  eventStream,
  jsonLines,
  type Operation,
  UsageError,
} from "../src/client.ts";
import { parseEvents } from "../src/streams/parse-events.ts";
import { records } from "../src/streams/records.ts";
import { errorOf, GET, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

async function* chunksOf(...texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

/** One event, a character of its data at a time. */
async function* longEvent(length: number): AsyncGenerator<string> {
  yield "data: ";
  for (let count = 0; count < length; count++) yield "x";
  yield "\n\n";
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

const message = (data: string, more: object = {}) => ({
  event: "message",
  data,
  id: "",
  retry: undefined,
  ...more,
});

describe("server-sent events", () => {
  const rows: [name: string, given: readonly string[], want: readonly object[]][] = [
    ["one event", ["data: a\n\n"], [message("a")]],
    ["several lines of data", ["data: a\ndata: b\ndata\n\n"], [message("a\nb\n")]],
    [
      "a name, which is for one event",
      ["event: add\ndata: 1\n\ndata: 2\n\n"],
      [message("1", { event: "add" }), message("2")],
    ],
    [
      "an id, which stays",
      ["id: 7\ndata: 1\n\ndata: 2\n\n"],
      [message("1", { id: "7" }), message("2", { id: "7" })],
    ],
    ["an id with NUL is none", ["id: a\0\ndata: 1\n\n"], [message("1")]],
    ["a time to wait", ["retry: 50\ndata: 1\n\n"], [message("1", { retry: 50 })]],
    ["a time that is no number", ["retry: 5s\ndata: 1\n\n"], [message("1")]],
    ["one space is taken away, not two", ["data:  a\n\ndata:b\n\n"], [message(" a"), message("b")]],
    ["comments and unknown fields", [": hi\nfoo: bar\ndata: a\n\n"], [message("a")]],
    ["a comment alone is no event", [": ping\n\n"], []],
    ["a name alone is no event", ["event: a\n\ndata: b\n\n"], [message("b")]],
    ["empty data is an event", ["data\n\n"], [message("")]],
    ["CR LF", ["data: a\r\ndata: b\r\n\r\n"], [message("a\nb")]],
    ["CR", ["data: a\r\rdata: b\r\r"], [message("a"), message("b")]],
    ["CR LF on two chunks", ["data: a\r", "\n\r", "\n"], [message("a")]],
    ["CR at the end of a chunk, LF LF at the next", ["data: a\r", "\n\n"], [message("a")]],
    ["a line on many chunks", ["da", "ta:", " a", "b\n", "\n"], [message("ab")]],
    ["an event that breaks off", ["data: a\n\ndata: b\n"], [message("a")]],
    ["nothing", [], []],
  ];
  it.each(rows)("%s", async (_name, given, want) => {
    expect(await all(parseEvents(chunksOf(...given)))).toEqual(want);
    // The same, a character at a time.
    expect(await all(parseEvents(chunksOf(...given.join(""))))).toEqual(want);
  });

  it("are read in linear time, whatever the chunks", async () => {
    const time = async (length: number): Promise<number> => {
      const start = performance.now();
      await all(parseEvents(longEvent(length)));
      return performance.now() - start;
    };
    await time(20_000);
    const [short, long] = [await time(20_000), await time(200_000)];
    expect(long).toBeLessThan(40 * Math.max(short, 5));
  });

  it("do not fill the memory", async () => {
    const endless = records(chunksOf(..."abcdef"), /\n/g, false, 5);
    await expect(all(endless)).rejects.toThrow("A record of the stream is longer than 5 characters.");
    const events = parseEvents(chunksOf(...Array(100).fill("data: a\n")), 20);
    await expect(all(events)).rejects.toThrow("An event of the stream is longer than 20 characters.");
    const short = Array(100).fill("data: a\n\n");
    expect(await all(parseEvents(chunksOf(...short), 20))).toHaveLength(100);
  });
});

const EVENTS: Operation = { ...GET, response: eventStream() };
const DATA: Operation = { ...GET, response: eventStream({ data: "json" }) };
const LINES: Operation = { ...GET, response: jsonLines("application/x-ndjson") };
const SEQUENCE: Operation = { ...GET, response: jsonLines("application/json-seq") };

const start = (response: ServerResponse, type = "text/event-stream"): void => {
  response.writeHead(200, { "content-type": type, "x-request-id": "req_1" });
  response.flushHeaders();
};

async function calling(
  operation: Operation,
  answer: (response: ServerResponse) => unknown,
  options: object = {},
  perCall: object = {},
) {
  const server = await serve((_, response) => answer(response));
  const client = sample({ baseURL: server.url, maxRetries: 0, ...options });
  return {
    server,
    call: () => client.things.call<AsyncIterable<unknown>>(operation, undefined, perCall),
  };
}

describe("a stream as an answer", () => {
  const rows: [
    name: string,
    operation: Operation,
    type: string,
    body: string | Uint8Array,
    want: readonly unknown[],
  ][] = [
    ["events", EVENTS, "text/event-stream; charset=utf-8", "\uFEFFdata: ä\n\n", [message("ä")]],
    [
      "JSON in events",
      DATA,
      "text/event-stream",
      'data: {"a":1}\n\ndata: [DONE]\n\ndata: never\n\n',
      [{ a: 1 }],
    ],
    ["lines of JSON", LINES, "application/x-ndjson", '{"a":1}\r\n\n[2]\n3', [{ a: 1 }, [2], 3]],
    ["lines under another name", LINES, "application/json", "1\n2\n", [1, 2]],
    ["a JSON sequence", SEQUENCE, "application/json-seq", '\x1e{"a":\n1}\n\x1e2\n', [{ a: 1 }, 2]],
    ["nothing", LINES, "application/x-ndjson", "", []],
  ];
  it.each(rows)("%s", async (_name, operation, type, body, want) => {
    const { server, call } = await calling(operation, (response) => {
      start(response, type);
      response.end(body);
    });
    expect(await all(await call())).toEqual(want);
    const accept = typeof operation.response === "object" ? operation.response.accept : "";
    expect(server.seen[0]?.headers.accept).toBe(accept);
  });

  it("gives what has come, at once", async () => {
    let more: (() => void) | undefined;
    const { call } = await calling(DATA, (response) => {
      start(response);
      response.write("data: 1\n\n");
      more = () => response.end("data: 2\n\n");
    });
    const walk = (await call())[Symbol.asyncIterator]();
    expect(await walk.next()).toEqual({ done: false, value: 1 });
    more?.();
    expect(await walk.next()).toEqual({ done: false, value: 2 });
    expect((await walk.next()).done).toBe(true);
  });

  it("ends the connection when the loop is left", async () => {
    const { server, call } = await calling(DATA, (response) => {
      start(response);
      response.write("data: 1\n\ndata: 2\n\n");
    });
    for await (const value of await call()) {
      expect(value).toBe(1);
      break;
    }
    await expect.poll(() => server.open.size).toBe(0);
  });

  it("is an error when it falls silent, while comments keep it alive", async () => {
    const { call } = await calling(
      DATA,
      async (response) => {
        start(response);
        for (let count = 0; count < 4; count++) {
          response.write(": still here\n");
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
        response.write("data: 1\n\n");
      },
      { idleTimeout: 150, timeout: 100 },
    );
    const walk = (await call())[Symbol.asyncIterator]();
    expect((await walk.next()).value).toBe(1);
    await expect(walk.next()).rejects.toBeInstanceOf(APIConnectionTimeoutError);
  });

  it("is an error when the connection is lost, or its caller aborts", async () => {
    const lost = await calling(DATA, (response) => {
      start(response);
      response.write("data: 1\n\n");
      setTimeout(() => response.destroy(), 20);
    });
    expect(await errorOf(lost.call().then(all))).toBeInstanceOf(APIConnectionError);
    const controller = new AbortController();
    const aborted = await calling(DATA, (response) => start(response), {}, { signal: controller.signal });
    const walk = all(await aborted.call());
    controller.abort();
    expect(await errorOf(walk)).toBeInstanceOf(APIUserAbortError);
  });

  it("is walked once", async () => {
    const { call } = await calling(DATA, (response) => {
      start(response);
      response.end("data: 1\n\n");
    });
    const stream = await call();
    await all(stream);
    expect(() => stream[Symbol.asyncIterator]()).toThrow(UsageError);
  });

  it("that is none says so", async () => {
    const other = await calling(DATA, (response) =>
      json(response, { error: "no streams here" }, 200, { "x-request-id": "req_1" }),
    );
    const error = await errorOf(other.call());
    expect(error).toBeInstanceOf(APIResponseError);
    expect(error.message).toBe(
      'GET /things was answered 200 with application/json where a stream of server-sent events was promised. It begins: {"error":"no streams here"}',
    );
    expect(error).toMatchObject({
      operation: "things.get",
      attempts: 1,
      requestId: "req_1",
      excerpt: '{"error":"no streams here"}',
    });
  });

  it.each([
    ["an event", DATA, "text/event-stream", "data: {\n\n", "the data of an event is no JSON. It begins: {"],
    ["a line", LINES, "application/x-ndjson", "<p>", "a record is no JSON. It begins: <p>"],
  ] as const)("with %s that is no JSON says where", async (_name, operation, type, body, want) => {
    const { call } = await calling(operation, (response) => {
      start(response, type);
      response.end(body);
    });
    const error = await errorOf(call().then(all));
    expect(error).toBeInstanceOf(APIResponseError);
    expect(error.message).toContain(want);
    expect(error).toMatchObject({ operation: "things.get", requestId: "req_1", status: 200 });
  });

  it("comes as it is with asResponse()", async () => {
    const { call } = await calling(DATA, (response) => {
      start(response);
      response.end("data: 1\n\n");
    });
    expect(await (await call().asResponse()).text()).toBe("data: 1\n\n");
  });

  it("errors before it begins are errors of the call", async () => {
    const { call } = await calling(DATA, (response) => json(response, {}, 404));
    expect(await errorOf(call())).toMatchObject({ status: 404 });
  });
});
