import type { ServerResponse } from "node:http";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { growthBetween, MOST, TIMES } from "../../house/growth/measure.ts";
import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIResponseError,
  APIUserAbortError,
  type EventStream,
  eventStream,
  jsonLines,
  type Operation,
  UsageError,
} from "../src/client.ts";
import { parseEvents } from "../src/streams/parse-events.ts";
import { records } from "../src/streams/records.ts";
import { errorOf, GET, KEY, sample } from "./support/sample.ts";
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
    ["a time that is not a number", ["retry: 5s\ndata: 1\n\n"], [message("1")]],
    ["one space is taken away, not two", ["data:  a\n\ndata:b\n\n"], [message(" a"), message("b")]],
    ["comments and unknown fields", [": hi\nfoo: bar\ndata: a\n\n"], [message("a")]],
    ["a comment alone is not an event", [": ping\n\n"], []],
    ["a name alone is not an event", ["event: a\n\ndata: b\n\n"], [message("b")]],
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
    const given = (length: number) => () => all(parseEvents(longEvent(length)));
    expect(await growthBetween(given(20_000), given(20_000 * TIMES))).toBeLessThanOrEqual(MOST);
  });

  it("do not fill the memory", async () => {
    const endless = records(chunksOf(..."abcdef"), /\n/g, false, undefined, 5);
    await expect(all(endless)).rejects.toThrow("A record of the stream is longer than 5 characters.");
    const events = parseEvents(chunksOf(...Array(100).fill("data: a\n")), undefined, 20);
    await expect(all(events)).rejects.toThrow("An event of the stream is longer than 20 characters.");
    const short = Array(100).fill("data: a\n\n");
    expect(await all(parseEvents(chunksOf(...short), undefined, 20))).toHaveLength(100);
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

/** The media type that it asks for. */
const typeOf = ({ response }: Operation): string => (typeof response === "object" ? response.accept : "");

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

const PINNED: Operation = {
  ...GET,
  response: eventStream({
    data: "json",
    errors: ["failed"],
    heartbeats: ["tick"],
    end: ["[END]", "bye"],
    error: false,
  }),
};
const FALLIBLE: Operation = {
  ...GET,
  response: jsonLines("application/x-ndjson", { error: "/error", end: ["null"] }),
};

const STREAMS: [name: string, operation: Operation, body: string, want: readonly unknown[]][] = [
  ["an event with a name and empty data", DATA, "event: ping\ndata:\n\ndata: 1\n\n", [1]],
  ["empty data alone", DATA, "data:\n\ndata\n\ndata:  \n\ndata: 1\n\n", [1]],
  ["comments", DATA, ": ping\n\n:\n\ndata: 1\n\n", [1]],
  ["heartbeats with data", DATA, "event: ping\ndata: {}\n\nevent: heartbeat\ndata: now\n\ndata: 1\n\n", [1]],
  ["other names", DATA, 'event: add\ndata: 1\n\nevent: done\ndata: {"b":2}\n\n', [1, { b: 2 }]],
  ["an error that is null", DATA, 'data: {"error":null}\n\n', [{ error: null }]],
  ["values that are false or null", DATA, "data: null\n\ndata: false\n\ndata: 0\n\n", [null, false, 0]],
  [
    "names that the document gives",
    PINNED,
    'event: error\ndata: 1\n\nevent: tick\ndata: 2\n\nevent: ping\ndata: 3\n\ndata: {"error":4}\n\ndata: [END]\n\ndata: 5\n\n',
    [1, 3, { error: 4 }],
  ],
  ["another mark of the end", PINNED, "data: 1\n\ndata: bye\n\ndata: 2\n\n", [1]],
  ["errors of lines, where none is declared", LINES, '{"error":{"a":1}}\n2\n', [{ error: { a: 1 } }, 2]],
  ["a mark at the end of lines", LINES, "1\n[DONE]\n2\n", [1]],
  ["a mark of the document at the end of lines", FALLIBLE, "1\nnull\n2\n", [1]],
  ["lines without an error", FALLIBLE, '{"error":null}\n', [{ error: null }]],
];

const FAILURES: [name: string, operation: Operation, body: string, want: object][] = [
  [
    "an event named error",
    DATA,
    'data: {"a":1}\n\nevent: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n',
    {
      name: "APIError",
      message: "The stream ended with an error: Overloaded",
      body: { type: "error", error: { type: "overloaded_error", message: "Overloaded" } },
    },
  ],
  [
    "an event named error with text",
    DATA,
    'data: {"a":1}\n\nevent: error\ndata: out of memory\n\n',
    { message: "The stream ended with an error: out of memory", body: "out of memory" },
  ],
  [
    "an event named error without data",
    DATA,
    'data: {"a":1}\n\nevent: error\ndata:\n\n',
    { message: "The stream ended with an error: The answer has no message.", body: undefined },
  ],
  [
    "an event named error without a line of data, as servers send that fail while they fail",
    DATA,
    'data: {"a":1}\n\nevent: error\n\ndata: {"b":2}\n\n',
    { message: "The stream ended with an error: The answer has no message.", body: undefined },
  ],
  [
    "an event named error with an id alone",
    DATA,
    'data: {"a":1}\n\nid: 7\nevent:error\n\n',
    { message: "The stream ended with an error: The answer has no message.", body: undefined },
  ],
  [
    "an event that holds an error",
    DATA,
    'data: {"a":1}\n\ndata: {"error":{"message":"Rate limit reached","code":429}}\n\n',
    { message: "The stream ended with an error: Rate limit reached" },
  ],
  [
    "an event that the document names",
    {
      ...GET,
      response: eventStream({ data: "json", errors: ["failed"] }),
    },
    'data: {"a":1}\n\nevent: failed\ndata: {"reason":"no"}\n\n',
    { message: "The stream ended with an error: no", body: { reason: "no" } },
  ],
  [
    "a line that holds an error",
    FALLIBLE,
    '{"a":1}\n{"error":"model crashed"}\n',
    { message: "The stream ended with an error: model crashed", body: { error: "model crashed" } },
  ],
];

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

  it.each(STREAMS)("of JSON: %s", async (_name, operation, body, want) => {
    const { call } = await calling(operation, (response) => {
      start(response, typeOf(operation));
      response.end(body);
    });
    expect(await all(await call())).toEqual(want);
  });

  it.each(FAILURES)("that says that it failed is thrown: %s", async (_name, operation, body, want) => {
    const { server, call } = await calling(operation, (response) => {
      start(response, typeOf(operation));
      response.write(body);
    });
    const seen: unknown[] = [];
    const walk = (async () => {
      for await (const value of await call()) seen.push(value);
    })();
    const error = await errorOf(walk);
    expect(seen).toEqual([{ a: 1 }]);
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({
      status: 200,
      requestId: "req_1",
      operation: "things.get",
      attempts: 1,
      ...want,
    });
    await expect.poll(() => server.open.size).toBe(0);
  });

  it("that says that it failed is an error of the vendor's shape and class, without the key", async () => {
    class SampleError extends APIError {}
    const server = await serve((_, response) => {
      start(response);
      response.end(`event: error\ndata: {"error":{"id":"overloaded","text":"No ${KEY}"},"trace":"t_1"}\n\n`);
    });
    const errors = {
      code: ["/error/id"],
      message: ["/error/text"],
      requestId: ["/trace"],
      requestIdHeaders: ["x-trace"],
      base: SampleError,
    };
    const client = sample({ baseURL: server.url }, { errors });
    const error = await errorOf(client.things.call<AsyncIterable<unknown>>(DATA).then(all));
    expect(error).toMatchObject({
      name: "SampleError",
      code: "overloaded",
      message: "The stream ended with an error: No [redacted]",
      requestId: "t_1",
    });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
  });

  it("of JSON shows names and ids of its events, and fails there too", async () => {
    const { call } = await calling(DATA, (response) => {
      start(response);
      response.end(
        'event: add\nid: 7\ndata: {"a":1}\n\nevent: ping\ndata: {}\n\nretry: 9\ndata: 2\n\nevent: error\ndata: no\n\n',
      );
    });
    const seen: unknown[] = [];
    const stream = (await call()) as EventStream<unknown>;
    const walk = (async () => {
      for await (const event of stream.events()) seen.push(event);
    })();
    expect(await errorOf(walk)).toMatchObject({ message: "The stream ended with an error: no", body: "no" });
    expect(seen).toEqual([
      { event: "add", id: "7", data: { a: 1 }, retry: undefined },
      { event: "message", id: "7", data: 2, retry: 9 },
    ]);
    expect(() => stream.events()[Symbol.asyncIterator]()).toThrow(UsageError);
  });

  it("is kept alive by heartbeats of every kind", async () => {
    const beats = [": still here\n\n", "event: ping\n\n", "data:\n\n", "event: ping\ndata: now\n\n"];
    const { call } = await calling(
      DATA,
      async (response) => {
        start(response);
        for (const beat of beats) {
          response.write(beat);
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
        response.end("data: 1\n\n");
      },
      { idleTimeout: 150, timeout: 100 },
    );
    expect(await all(await call())).toEqual([1]);
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
      "GET /things was answered 200 with application/json where a stream of server-sent events was promised. It says: no streams here",
    );
    expect(error).toMatchObject({
      operation: "things.get",
      attempts: 1,
      requestId: "req_1",
      excerpt: '{"error":"no streams here"}',
    });
  });

  it.each([
    [
      "JSON",
      "application/json",
      '{"error":{"reason":"No streams for this key."},"trace":"t_1"}',
      "It says: No streams for this key.",
    ],
    ["HTML", "text/html", "<h1>Sign in</h1>", "It begins: <h1>Sign in</h1>"],
    ["text", "text/plain", "busy", "It begins: busy"],
  ] as const)(
    "that is %s has the id and the reason where the vendor puts them",
    async (_, type, body, want) => {
      const server = await serve((_request, response) => {
        response.writeHead(200, {
          "content-type": type,
          "x-trace": type === "application/json" ? "" : "t_1",
        });
        response.end(body);
      });
      const errors = { requestIdHeaders: ["x-trace"], requestId: ["/trace"], message: ["/error/reason"] };
      for (const operation of [DATA, EVENTS]) {
        const client = sample({ baseURL: server.url }, { errors });
        const error = await errorOf(client.things.call(operation));
        expect(error).toBeInstanceOf(APIResponseError);
        expect(error).toMatchObject({ status: 200, contentType: type, requestId: "t_1", excerpt: body });
        expect(error.message).toContain(want);
      }
    },
  );

  it("that falls silent or breaks off tells the id of its request", async () => {
    const server = await serve((_request, response, index) => {
      response.writeHead(200, { "content-type": "text/event-stream", "x-trace": `t_${index}` });
      response.write("data: 1\n\n");
      if (index === 0) setTimeout(() => response.destroy(), 20);
    });
    const client = sample(
      { baseURL: server.url, idleTimeout: 60 },
      { errors: { requestIdHeaders: ["x-trace"] } },
    );
    const call = (): Promise<unknown> => client.things.call<AsyncIterable<unknown>>(DATA).then(all);
    expect(await errorOf(call())).toMatchObject({ name: "APIConnectionError", requestId: "t_0" });
    expect(await errorOf(call())).toMatchObject({ name: "APIConnectionTimeoutError", requestId: "t_1" });
  });

  it.each([
    ["an event", DATA, "text/event-stream", "data: {\n\n", "the data of an event is not JSON. It begins: {"],
    ["a line", LINES, "application/x-ndjson", "<p>", "a record is not JSON. It begins: <p>"],
  ] as const)("with %s that is not JSON says where", async (_name, operation, type, body, want) => {
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
