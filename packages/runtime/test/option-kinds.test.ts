import { describe, expect, it, vi } from "vitest";
import { errorOf, GET, KEY, type SampleOptions, sample, sampleClass } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const promise = Promise.resolve({ "x-a": "1" });
const PROMISE = "a Promise (is an `await` missing?)";
const later = async (): Promise<object> => ({});

/** Values that would be taken for something else, or for nothing, and what is said of them. */
const OF_CLIENT: readonly [options: Readonly<Record<string, unknown>>, said: string][] = [
  [{ defaultHeaders: promise }, `defaultHeaders is ${PROMISE}; an object with the fields is expected.`],
  [{ defaultHeaders: later }, "defaultHeaders is a function; an object with the fields is expected."],
  [{ defaultHeaders: "x-a: 1" }, "defaultHeaders is a string; an object with the fields is expected."],
  [{ defaultHeaders: { "x-a": promise } }, 'Header field "x-a" is not a text (object Promise); a string'],
  [{ defaultHeaders: { "x-a": () => "1" } }, 'Header field "x-a" is not a text (function); a string'],
  [{ defaultHeaders: { "x-a": { b: 1 } } }, 'Header field "x-a" is not a text (object Object); a string'],
  [
    { defaultHeaders: { "x-a": Object.create(null) } },
    'Header field "x-a" is not a text (object Object); a string',
  ],
  [{ defaultHeaders: { "x-a": Symbol("1") } }, 'Header field "x-a" is not a text (symbol); a string'],
  [{ defaultHeaders: ["x-a"] }, "A header field is not a pair of a name and a value."],
  [{ defaultHeaders: new Set(["x-a"]) }, "A header field is not a pair of a name and a value."],
  [{ defaultQuery: promise }, `defaultQuery is ${PROMISE}; an object with the fields is expected.`],
  [
    { defaultQuery: new URLSearchParams("a=1") },
    "defaultQuery is an object of type URLSearchParams; an object",
  ],
  [{ defaultQuery: new Map([["a", 1]]) }, "defaultQuery is an object of type Map; an object with the fields"],
  [{ userAgent: promise }, `userAgent is ${PROMISE}; a string is expected.`],
  [{ userAgent: () => "a" }, "userAgent is a function; a string is expected."],
  [{ fetch: Promise.resolve(fetch) }, `fetch is ${PROMISE}; a function is expected.`],
  [{ fetch: { fetch } }, "fetch is an object; a function is expected."],
  [{ fetchOptions: promise }, `fetchOptions is ${PROMISE}; an object with the fields is expected.`],
  [
    { retry: { statuses: "5XX" } },
    'statuses is a string; a list of statuses and families such as 503 and "5XX" is',
  ],
  [{ retry: { statuses: ["5xx"] } }, "statuses is an array; a list of statuses"],
  [{ retry: { statuses: [99] } }, "statuses is an array; a list of statuses"],
  [{ retry: { statuses: [503, 5030] } }, "statuses is an array; a list of statuses"],
  [{ retry: { statuses: () => [503] } }, "statuses is a function; a list of statuses"],
  [{ retry: { baseDelay: -1 } }, "baseDelay is -1; milliseconds, 0 or more, is expected."],
  [{ retry: { maxDelay: Number.NaN } }, "maxDelay is NaN; milliseconds, 0 or more, is expected."],
  [{ retry: { maxDelay: "8" } }, "maxDelay is a string; milliseconds, 0 or more, is expected."],
  [
    { logger: Promise.resolve(console) },
    `logger is ${PROMISE}; an object with error, warn, info and debug is`,
  ],
  [
    { logger: () => console },
    "logger is a function; an object with error, warn, info and debug is expected.",
  ],
  [{ logger: { info: console.info } }, "logger is an object; an object with error, warn, info and debug is"],
  [{ logLevel: "DEBUG" }, "logLevel is a string; one of off, error, warn, info, debug is expected."],
  [{ logLevel: "" }, "logLevel is an empty string; one of off, error"],
  [{ hooks: { request: "x" } }, "request is a string; a function is expected."],
  [{ tokenStore: {} }, "tokenStore is an object; an object with get and set is expected."],
  [
    { shouldRetry: async () => true },
    "shouldRetry is a function; a function that returns true or false at once is",
  ],
  [{ dangerouslyAllowHTTP: "false" }, "dangerouslyAllowHTTP is a string; true or false is expected."],
  [{ dangerouslyAllowBrowser: 1 }, "dangerouslyAllowBrowser is 1; true or false is expected."],
];

describe("an option of a client that is of another kind is refused", () => {
  it.each(OF_CLIENT)("%o", (options, said) => {
    const Sample = sampleClass({});
    expect(() => new Sample({ apiKey: KEY, ...options } as SampleOptions)).toThrow(said);
    expect(() => new Sample({ apiKey: KEY }).withOptions(options as object)).toThrow(said);
  });
});

describe("an option of a call that is of another kind is refused, and nothing is sent", () => {
  it.each<[options: object, said: string]>([
    [{ headers: promise }, `headers is ${PROMISE}; an object with the fields is expected.`],
    [{ headers: later }, "headers is a function; an object with the fields is expected."],
    [{ headers: { "x-a": later } }, 'Header field "x-a" is not a text (function); a string'],
    [{ query: promise }, `query is ${PROMISE}; an object with the fields is expected.`],
    [{ query: new URLSearchParams("a=1") }, "query is an object of type URLSearchParams; an object"],
    [{ signal: promise }, `signal is ${PROMISE}; an AbortSignal is expected.`],
    [{ signal: { aborted: true } }, "signal is an object; an AbortSignal is expected."],
    [{ signal: new AbortController() }, "signal is an object of type AbortController; an AbortSignal is"],
    [{ shouldRetry: later }, "shouldRetry is a function; a function that returns true or false at once is"],
  ])("%o", async (options, said) => {
    const server = await serve((_, response) => json(response, {}));
    const client = sample({ baseURL: server.url });
    expect((await errorOf(client.things.call(GET, {}, options))).message).toContain(said);
    expect((await errorOf(client.get("/a", options))).message).toContain(said);
    expect(server.seen).toEqual([]);
  });

  it.each<[options: object, said: string]>([
    [{ response: promise }, `response is ${PROMISE}; one of json, text, binary, none is expected.`],
    [{ response: "JSON" }, "response is a string; one of json, text, binary, none is expected."],
    [{ path: promise }, `path is ${PROMISE}; an object with the fields is expected.`],
  ])("%o of a route of no document", async (options, said) => {
    const server = await serve((_, response) => json(response, {}));
    const call = sample({ baseURL: server.url }).get("/a", options);
    expect((await errorOf(call)).message).toContain(said);
    expect(server.seen).toEqual([]);
  });
});

it("options of their kind are taken, of whatever class they are", async () => {
  class Log {
    readonly #lines: string[] = [];
    readonly error = (message: string): number => this.#lines.push(message);
    warn = this.error;
    info = this.error;
    debug = this.error;
  }
  const server = await serve((_, response) => json(response, {}));
  const client = sample({
    baseURL: server.url,
    defaultHeaders: new Map<string, unknown>([
      ["x-date", new Date(0)],
      ["x-url", new URL("https://a.test/")],
      ["x-list", [1, 2]],
      ["x-none", null],
      ["x-big", 2n ** 60n],
    ]) as never,
    defaultQuery: Object.assign(Object.create(null), { a: 1 }),
    fetch: vi.fn((url: string, init: RequestInit) => fetch(url, init)),
    logger: new Log() as never,
    logLevel: "debug",
    hooks: new (class {
      request = vi.fn();
    })(),
    retry: { statuses: [503, "5XX"], baseDelay: 0, maxDelay: Number.POSITIVE_INFINITY },
    shouldRetry: new Proxy(() => true, {}),
    tokenStore: { get: () => undefined, set: () => undefined },
    dangerouslyAllowHTTP: false,
  });
  await client.things.call(GET, {}, { signal: null, headers: [["x-b", "1"]], query: { b: [1] } });
  expect(server.seen).toHaveLength(1);
  expect(server.seen[0]?.headers).toMatchObject({
    "x-date": String(new Date(0)),
    "x-url": "https://a.test/",
    "x-list": "1,2",
    "x-big": "1152921504606846976",
    "x-b": "1",
  });
});
