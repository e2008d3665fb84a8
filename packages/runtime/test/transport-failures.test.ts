import { generate } from "selfsigned";
// Of a later line than the one in Node.js 24.
import {
  Agent as Agent6,
  interceptors as interceptors6,
  MockAgent as MockAgent6,
  Pool as Pool6,
  ProxyAgent as ProxyAgent6,
  RetryAgent as RetryAgent6,
} from "undici-6";
import { Agent, interceptors, ProxyAgent, RetryAgent, fetch as undiciFetch } from "undici-8";
import { expect, it, onTestFinished, vi } from "vitest";
import { APIConnectionTimeoutError, type Fetch, UsageError } from "../src/client.ts";
import { tellCause } from "../src/retry/tell-cause.ts";
import { errorOf, GET, POST, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

it("a certificate that nobody vouches for ends the call after one attempt", async () => {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
  });
  const server = await serve((_, response) => json(response, {}), { key, cert });
  const error = await errorOf(sample({ baseURL: server.url }).things.call(GET));
  expect(error).toMatchObject({ name: "APIConnectionError", unsent: true, attempts: 1 });
  expect((error as Error).message).toMatch(/self-signed certificate.*NODE_EXTRA_CA_CERTS/);
  expect(server.seen).toHaveLength(0);
});

it("https to a server that speaks http ends the call after one attempt", async () => {
  const server = await serve((_, response) => json(response, {}));
  const baseURL = server.url.replace("http:", "https:");
  const error = await errorOf(sample({ baseURL }).things.call(POST));
  expect(error).toMatchObject({ name: "APIConnectionError", unsent: true, attempts: 1 });
});

it("a port that no fetch asks ends the call after one attempt", async () => {
  const error = await errorOf(sample({ baseURL: "http://127.0.0.1:9" }).things.call(GET));
  expect(error).toMatchObject({ name: "APIConnectionError", unsent: true, attempts: 1 });
  expect((error as Error).message).toContain("bad port");
});

it.each([
  [{ code: "CERT_HAS_EXPIRED" }, "barred"],
  [{ code: "ERR_TLS_CERT_ALTNAME_INVALID" }, "barred"],
  [{ code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }, "barred"],
  [{ message: "client error (Connect): invalid peer certificate: UnknownIssuer" }, "barred"],
  [{ code: "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED" }, "declined"],
  [{ code: "UND_ERR_ABORTED", message: "Proxy response (407) !== 200 when HTTP Tunneling" }, "barred"],
  [{ code: "UND_ERR_ABORTED", message: "Proxy response (502) !== 200 when HTTP Tunneling" }, "unsent"],
  [{ code: "ETIMEDOUT", syscall: "connect" }, "unsent"],
  [{ code: "ECONNRESET", syscall: "read" }, undefined],
  [{ code: "UND_ERR_BODY_TIMEOUT" }, "timeout"],
  [{ errors: [{ code: "ECONNREFUSED" }, { code: "CERT_HAS_EXPIRED" }] }, "unsent"],
  [{ errors: [{ code: "CERT_HAS_EXPIRED" }, { code: "CERT_HAS_EXPIRED" }] }, "barred"],
])("%j tells: %s", (cause, told) => {
  expect(tellCause(new TypeError("fetch failed", { cause }))).toBe(told);
});

it("a limit of fetch's own is a timeout in words, and a misfit of its dispatcher is refused", async () => {
  const failing = (code: string, message: string) =>
    vi.fn(async () => {
      throw new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
    });
  const slow = failing("UND_ERR_HEADERS_TIMEOUT", "Headers Timeout Error");
  const late = await errorOf(sample({ fetch: slow, maxRetries: 0 }).things.call(GET));
  expect(late).toBeInstanceOf(APIConnectionTimeoutError);
  expect((late as Error).message).toMatch(/Headers Timeout Error.*headersTimeout/);
  const misfit = failing("UND_ERR_INVALID_ARG", "invalid onRequestStart method");
  const refused = await errorOf(sample({ fetch: misfit }).things.call(GET));
  expect(refused).toBeInstanceOf(UsageError);
  expect(misfit).toHaveBeenCalledTimes(1);
});

it.each([
  ["alone", () => new Agent()],
  ["that repeats", () => new RetryAgent(new Agent())],
  ["with interceptors", () => new Agent().compose(interceptors.retry(), interceptors.redirect())],
  ["behind a proxy", () => new ProxyAgent("http://127.0.0.1:1")],
])(
  "a dispatcher of another undici, %s, is refused at construction, and goes with its own fetch",
  async (_, make) => {
    const server = await serve((__, response) => json(response, { a: 1 }));
    const dispatcher = make();
    onTestFinished(() => dispatcher.close());
    const refuse = (): unknown => sample({ baseURL: server.url, fetchOptions: { dispatcher } });
    expect(refuse).toThrow(UsageError);
    expect(refuse).toThrow(/fetch and its dispatcher do not fit: .*undici 8 or later, .*undici\.fetch/);
    expect(server.seen).toHaveLength(0);
    const fetch = undiciFetch as unknown as Fetch;
    expect(() => sample({ baseURL: server.url, fetchOptions: { dispatcher }, fetch })).not.toThrow();
    vi.stubGlobal("fetch", fetch);
    expect(refuse).not.toThrow();
    vi.unstubAllGlobals();
  },
);

it.each([
  ["alone", () => new Agent6()],
  ["of a pool", () => new Pool6("http://127.0.0.1:1")],
  ["that repeats", () => new RetryAgent6(new Agent6())],
  ["with interceptors", () => new Agent6().compose(interceptors6.retry(), interceptors6.redirect())],
  ["with an interceptor that drops bodies", () => new Agent6().compose(interceptors6.dump())],
  ["behind a proxy", () => new ProxyAgent6("http://127.0.0.1:1")],
  ["of a test", () => new MockAgent6()],
])("a dispatcher of undici 6, %s, is refused by a fetch of undici 8, as Node.js 26 has it", (_, make) => {
  const dispatcher = make();
  onTestFinished(() => dispatcher.close());
  const client = (): unknown => sample({ fetchOptions: { dispatcher } });
  expect(client).not.toThrow();
  vi.stubGlobal("process", { ...process, versions: { ...process.versions, undici: "8.10.2" } });
  onTestFinished(() => void vi.unstubAllGlobals());
  expect(client).toThrow(UsageError);
  expect(client).toThrow(/fetch and its dispatcher do not fit: .*of undici before 7, .*of undici 8\.10\.2/);
  const fitting = new Agent();
  onTestFinished(() => fitting.close());
  expect(() => sample({ fetchOptions: { dispatcher: fitting } })).not.toThrow();
});

it.each([{}, 5, "http://proxy.test", null, [], () => undefined, { dispatch: true }])(
  "what is not a dispatcher (%j) is refused at construction, and not when a call fails again and again",
  (dispatcher) => {
    const make = (fetch?: Fetch): unknown =>
      sample({ fetchOptions: { dispatcher }, ...(fetch && { fetch }) });
    expect(() => make()).toThrow(UsageError);
    expect(() => make()).toThrow(/^The dispatcher in fetchOptions is .*; an object with a method dispatch/);
    expect(() => make()).not.toThrow(/proxy\.test/);
    expect(() => make(async () => Response.json({}))).not.toThrow();
  },
);

it("a dispatcher that fits, and one that is a test's, are not refused", async () => {
  const server = await serve((_, response) => json(response, { a: 1 }));
  // undici 8 puts one here that speaks both ways.
  const mine = (globalThis as Record<symbol, unknown>)[Symbol.for("undici.globalDispatcher.1")];
  const dispatch = vi.fn();
  sample({ baseURL: server.url, fetchOptions: { dispatcher: { dispatch } } });
  expect(dispatch).not.toHaveBeenCalled();
  expect(await sample({ baseURL: server.url, fetchOptions: { dispatcher: mine } }).things.call(GET)).toEqual({
    a: 1,
  });
  const fitting = new Agent();
  onTestFinished(() => fitting.close());
  const fetch = undiciFetch as unknown as Fetch;
  const client = sample({ baseURL: server.url, fetchOptions: { dispatcher: fitting }, fetch });
  expect(await client.things.call(GET)).toEqual({ a: 1 });
});

it("limits beyond those of Node's fetch are handed to its dispatcher", async () => {
  const server = await serve((_, response) => json(response, { a: 1 }));
  const seen: unknown[] = [];
  const real = globalThis.fetch;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    seen.push("dispatcher" in init);
    return real(url, init);
  });
  expect(await sample({ baseURL: server.url, timeout: 400_000 }).things.call(GET)).toEqual({ a: 1 });
  expect(await sample({ baseURL: server.url }).things.call(GET)).toEqual({ a: 1 });
  vi.unstubAllGlobals();
  expect(seen).toEqual([true, false]);
});

const used: Response = new Response("{}");
await used.text();
const held: Response = new Response("{}");
held.body?.getReader();
const branched: Response = new Response("{}");
branched.body?.tee();

it.each([
  ["nothing", undefined],
  ["a text", "{}"],
  ["what looks like one", { ok: true, json: async () => ({}) }],
  ["one with plain headers", { ok: true, status: 200, headers: {}, text: async (): Promise<string> => "{}" }],
  ["one that was read", used],
  ["one whose body somebody else reads", held],
  ["one whose body was branched", branched],
  ["a network error", Response.error()],
])("a fetch that resolves with %s is refused at once", async (_, answer) => {
  const fetch = vi.fn(async () => answer as Response);
  const error = await errorOf(sample({ fetch }).things.call(GET));
  expect(error).toBeInstanceOf(UsageError);
  expect((error as Error).message).toContain("fetch resolved with");
  expect(fetch).toHaveBeenCalledTimes(1);
});

it.each([
  ["another one", ["old", "new"], ["old", "new"], 200],
  ["the same one", ["old", "old"], ["old"], 401],
  ["another one that is refused too", ["old", "older"], ["old", "older"], 401],
])("a function that gives %s after a 401", async (_, given, want, status) => {
  const server = await serve((request, response) => {
    const isGood = request.headers["x-api-key"] === "new";
    json(response, {}, isGood ? 200 : 401);
  });
  const apiKey = vi.fn(async () => given[Math.min(apiKey.mock.calls.length, given.length) - 1] as string);
  const call = sample({ baseURL: server.url, apiKey }).things.call(POST, { name: "Ada" });
  if (status === 200) await call;
  else expect(await errorOf(call)).toMatchObject({ name: "AuthenticationError", status });
  expect(server.seen.map(({ headers }) => headers["x-api-key"])).toEqual(want);
  expect(apiKey).toHaveBeenCalledTimes(2);
});
