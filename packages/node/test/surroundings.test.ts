import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import nock from "nock";
import { Agent as Agent7, getGlobalDispatcher, MockAgent as MockAgent7, setGlobalDispatcher } from "undici";
import * as undici6 from "undici-6";
import {
  Agent as Agent8,
  MockAgent as MockAgent8,
  setGlobalDispatcher as setGlobalDispatcher8,
} from "undici-8";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { type Dispatcher, nodeTransport } from "../src/index.ts";
import { clientOf, errorOf, GET, POST, transportOf } from "./support/client.ts";
import { identityOf } from "./support/identities.ts";
import { json, serve } from "./support/server.ts";

const API = "https://api.sample.test";
const nodesOwn = getGlobalDispatcher();
const GLOBAL: unique symbol = Symbol.for("undici.globalDispatcher.1");

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("a replaced fetch is followed", () => {
  it("nock's", async () => {
    nock.disableNetConnect();
    onTestFinished(() => {
      nock.cleanAll();
      nock.enableNetConnect();
      nock.restore();
    });
    nock(API).get("/things").reply(200, { by: "nock" });
    const { things } = clientOf(API, transportOf());
    expect(await things.call(GET)).toEqual({ by: "nock" });
    expect(
      (await errorOf(clientOf("https://elsewhere.test", transportOf()).things.call(GET))).message,
    ).toMatch(/No match|Disallowed net connect|No answer/i);
  });

  it("msw's", async () => {
    const mocks = setupServer(http.get(`${API}/things`, () => HttpResponse.json({ by: "msw" })));
    mocks.listen();
    onTestFinished(() => mocks.close());
    expect(await clientOf(API, transportOf()).things.call(GET)).toEqual({ by: "msw" });
  });

  it("a stub's, and no longer when it is gone", async () => {
    const server = await serve((_, response) => json(response, { by: "server" }));
    const { things } = clientOf(server.url, transportOf());
    expect(await things.call(GET)).toEqual({ by: "server" });
    vi.stubGlobal("fetch", async () => Response.json({ by: "stub" }));
    expect(await things.call(GET)).toEqual({ by: "stub" });
    vi.unstubAllGlobals();
    expect(await things.call(GET)).toEqual({ by: "server" });
  });
});

describe("a replaced fetch is ignored, and that is said once", () => {
  it.each([
    ["a dispatcher", () => ({ dispatcher: new Agent7() })],
    ["certificates", () => ({ tls: { minVersion: "TLSv1.2" as const } })],
  ])("where %s is given", async (_, options) => {
    const server = await serve((__, response) => json(response, { by: "server" }));
    const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    const stub = vi.fn(async () => Response.json({ by: "stub" }));
    vi.stubGlobal("fetch", stub);
    const { things } = clientOf(server.url, transportOf(options()));
    expect(await things.call(GET)).toEqual({ by: "server" });
    expect(await things.call(GET)).toEqual({ by: "server" });
    expect(stub).not.toHaveBeenCalled();
    expect(
      warn.mock.calls.filter(([message]) => /global fetch was replaced/.test(String(message))),
    ).toHaveLength(1);
  });

  it("where a proxy is given, so that no credential goes around it", async () => {
    const stub = vi.fn(async () => Response.json({}));
    vi.stubGlobal("fetch", stub);
    vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    const { things } = clientOf(API, transportOf({ proxy: "http://127.0.0.1:1" }), { maxRetries: 0 });
    expect(await errorOf(things.call(GET))).toMatchObject({ unsent: true });
    expect(stub).not.toHaveBeenCalled();
  });
});

describe("a global dispatcher of somebody's is followed", () => {
  const restore = (): void => {
    onTestFinished(() => {
      setGlobalDispatcher(nodesOwn);
    });
  };

  it.each([
    ["undici 7's", () => new MockAgent7(), setGlobalDispatcher],
    ["undici 8's", () => new MockAgent8() as unknown as MockAgent7, setGlobalDispatcher8],
  ])("%s", async (_, make, set) => {
    restore();
    const mock = make();
    mock.disableNetConnect();
    mock.get(API).intercept({ path: "/things" }).reply(200, { by: "mock" });
    (set as (dispatcher: unknown) => void)(mock);
    expect(await clientOf(API, transportOf()).things.call(GET)).toEqual({ by: "mock" });
  });

  it("one of Node's own class, which somebody has made with certificates", async () => {
    restore();
    const identity = await identityOf("localhost");
    const server = await serve((_, response) => json(response, { a: 1 }), identity);
    void globalThis.Response;
    const own = (globalThis as Record<symbol, unknown>)[GLOBAL] as object;
    const Agent = own.constructor as new (options: object) => { close(): Promise<void> };
    const { things } = clientOf(server.url, transportOf());
    expect(await errorOf(things.call(GET))).toMatchObject({ unsent: true, attempts: 1 });
    const agent = new Agent({ connect: { ca: identity.cert } });
    onTestFinished(() => agent.close());
    Reflect.set(globalThis, GLOBAL, agent);
    onTestFinished(() => {
      Reflect.set(globalThis, GLOBAL, own);
    });
    expect(await things.call(GET)).toEqual({ a: 1 });
  });

  it("one that knows the older handlers alone, by way of fetch", async () => {
    restore();
    const server = await serve((_, response) => json(response, { a: 1 }));
    const agent = new undici6.Agent();
    onTestFinished(() => agent.close());
    const dispatch = vi.spyOn(agent, "dispatch");
    undici6.setGlobalDispatcher(agent);
    expect(await clientOf(server.url, transportOf()).things.call(GET)).toEqual({ a: 1 });
    // The attempt's clock is the client's.
    expect(dispatch.mock.calls.at(-1)?.[0]).toMatchObject({ headersTimeout: 0, bodyTimeout: 0 });
  });
});

describe("a dispatcher of the caller's", () => {
  it.each([
    ["undici 7's", () => new Agent7()],
    ["undici 8's", () => new Agent8()],
  ])("%s sends, aborts and fails as the transport's own does", async (_, make) => {
    const server = await serve(({ url }, response) => {
      if (url === "/things") json(response, { a: 1 });
    });
    const dispatcher = make();
    onTestFinished(() => dispatcher.destroy());
    const transport = transportOf({ dispatcher: dispatcher as unknown as Dispatcher });
    const { things } = clientOf(server.url, transport);
    expect(await things.call(POST, { name: "Ada" })).toEqual({ a: 1 });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const aborted = things.call({ ...GET, path: "/silent" }, {}, { signal: controller.signal });
    expect(await errorOf(aborted)).toMatchObject({ name: "APIUserAbortError" });
    const gone = clientOf("http://127.0.0.1:1", transport, { maxRetries: 0 });
    expect(await errorOf(gone.things.call(POST, { name: "Ada" }))).toMatchObject({ unsent: true });
    await transport.close();
    expect(dispatcher.closed).toBe(false);
  });

  it.each([
    ["alone", () => new undici6.Agent()],
    ["of a pool", () => new undici6.Pool("http://127.0.0.1:1")],
    ["that repeats", () => new undici6.RetryAgent(new undici6.Agent())],
    ["with interceptors", () => new undici6.Agent().compose(undici6.interceptors.retry())],
    ["of a test", () => new undici6.MockAgent()],
  ])("of undici 6, %s, is refused when the transport is made", (_, make) => {
    const dispatcher = make();
    onTestFinished(() => dispatcher.close());
    const transport = (): unknown => nodeTransport({ dispatcher: dispatcher as unknown as Dispatcher });
    expect(transport).toThrow(/dispatcher is of an undici before 7: a dispatcher of undici 7 or 8/);
    expect(transport).toThrow(expect.objectContaining({ name: "UsageError" }));
  });

  it.each([
    ["undici 7's", () => new MockAgent7()],
    ["undici 8's", () => new MockAgent8() as unknown as MockAgent7],
  ])("of a test, %s, answers in place of the network", async (_, make) => {
    const agent = make();
    agent.disableNetConnect();
    agent.get("http://api.test").intercept({ path: "/things", method: "POST" }).reply(200, { mocked: true });
    const transport = transportOf({ dispatcher: agent as unknown as Dispatcher });
    const { things } = clientOf("http://api.test", transport, { dangerouslyAllowHTTP: true, maxRetries: 0 });
    expect(await things.call(POST, { name: "Ada" })).toEqual({ mocked: true });
    await expect(things.call(GET)).rejects.toThrow();
  });

  it("has no limits of its own, and is not asked by the check where it is a test's", async () => {
    const dispatch = vi.fn((_: object, handler: object) => {
      (handler as { onResponseError(controller: undefined, error: Error): void }).onResponseError(
        undefined,
        new Error("never"),
      );
      return true;
    });
    const transport = transportOf({ dispatcher: { dispatch } });
    expect(dispatch).not.toHaveBeenCalled();
    await errorOf(clientOf("http://127.0.0.1:1", transport, { maxRetries: 0 }).things.call(GET));
    expect(dispatch.mock.calls[0]?.[0]).toMatchObject({ headersTimeout: 0, bodyTimeout: 0 });
  });

  it("goes before proxy and tls, which is said", () => {
    const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    nodeTransport({ dispatcher: new Agent7(), proxy: "http://127.0.0.1:1", connections: 3 });
    expect(warn.mock.calls[0]?.[0]).toMatch(/has its own: connections, proxy are not used/);
  });
});

describe("in a program of its own", () => {
  const run = async (code: string, ...flags: string[]): Promise<string> => {
    const source = new URL("../src/index.ts", import.meta.url).href;
    const program = `import { nodeTransport } from ${JSON.stringify(source)};
import { createServer } from "node:http";
const server = createServer((request, response) => response.end("{}"));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = "http://127.0.0.1:" + server.address().port;
const send = async (transport) => (await transport.send({ url, method: "GET", headers: {}, patience: 1,
  signal: new AbortController().signal, onReleased() {}, onSending() {} })).text();
${code}`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...flags,
      "--input-type=module",
      "-e",
      program,
    ]);
    return stdout.trim();
  };

  it("undici is not loaded before the first call, and the process's fetch stays Node's own", async () => {
    const printed = await run(`
const key = Symbol.for("undici.globalDispatcher.1");
const transport = nodeTransport();
const before = globalThis[key];
console.log(await send(transport));
console.log(before === globalThis[key]);
void fetch; await fetch(url);
try { globalThis[key].dispatch(); } catch (error) { console.log(/node:internal/.test(error.stack)); }
server.close(); await transport.close();`);
    expect(printed.split("\n")).toEqual(["{}", "true", "true"]);
  });

  it("an idle transport keeps no program alive", async () => {
    const started = performance.now();
    expect(
      await run(
        `await send(nodeTransport({ keepAliveTimeout: 60_000 })); server.close(); server.closeAllConnections(); console.log("end");`,
      ),
    ).toBe("end");
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("Bun, whose undici is a stub, sends through its fetch, and refuses what that would not obey", async () => {
    const bun = `Object.defineProperty(process.versions, "bun", { value: "1.3.0" });`;
    const refused = await run(`${bun}
console.log(await send(nodeTransport({ connections: 1 })));
for (const options of [{ proxy: "http://127.0.0.1:1" }, { tls: {} }, { dispatcher: { dispatch() {} } }]) {
  try { nodeTransport(options); } catch (error) { console.log(error.name); }
}
server.close(); server.closeAllConnections();`);
    expect(refused.split("\n")).toEqual(["{}", "UsageError", "UsageError", "UsageError"]);
  });
});

it("calls go on under fake timers, which hold undici's timers of idle connections too", async () => {
  const server = await serve((_, response) => json(response, { a: 1 }));
  const { things } = clientOf(server.url, transportOf());
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  expect(await things.call(GET)).toEqual({ a: 1 });
  expect(await things.call(GET)).toEqual({ a: 1 });
  expect((globalThis as Record<symbol, unknown>)[GLOBAL]).toBeDefined();
});
