import { describe, expect, expectTypeOf, it, vi } from "vitest";
import { cursorPages, type Fetch, headerParameters, type Operation } from "../src/client.ts";
import { errorOf, GET, KEY, KEYED, POST, type SampleOptions, sample, sampleClass } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const echo = () => serve((request, response) => json(response, request));

describe("headers", () => {
  const sent = async (
    options: object,
    call: object = {},
    operation: Operation = GET,
    params: object = {},
  ) => {
    const server = await echo();
    await sample({ baseURL: server.url, ...options }).things.call(operation, params, call);
    return server.seen[0]?.headers ?? {};
  };

  it("say who calls and what is expected", async () => {
    expect(await sent({})).toMatchObject({
      accept: "application/json",
      "user-agent": "trunkline-sample/1.2.3",
    });
    expect(await sent({ userAgent: "shop/7" })).toMatchObject({
      "user-agent": "shop/7 trunkline-sample/1.2.3",
    });
    expect(await sent({}, {}, { ...GET, response: "text" })).toMatchObject({ accept: "*/*" });
    expect(await sent({}, {}, { ...GET, accept: "text/csv" })).toMatchObject({ accept: "text/csv" });
    expect(await sent({})).not.toHaveProperty("content-type");
    expect(await sent({}, {}, POST, { a: 1 })).toMatchObject({ "content-type": "application/json" });
  });

  it("of the call count more than parameters, and those more than the client's", async () => {
    const operation: Operation = { ...GET, header: headerParameters("X-Team", "X-Trace") };
    const headers = await sent(
      { defaultHeaders: { "x-team": "client", "X-Extra": 1 } },
      { headers: { "x-trace": "call" } },
      operation,
      {
        "X-Team": "param",
        "X-Trace": "param",
      },
    );
    expect(headers).toMatchObject({ "x-team": "param", "x-trace": "call", "x-extra": "1" });
  });

  it("are removed by null, and left alone by undefined", async () => {
    const headers = await sent(
      { defaultHeaders: { "x-team": "client", "x-other": "kept" } },
      { headers: { "X-TEAM": null, "x-other": undefined } },
    );
    expect(headers).not.toHaveProperty("x-team");
    expect(headers).toMatchObject({ "x-other": "kept" });
    expect(
      await sent({}, { headers: { "content-type": "application/vnd.x+json" } }, POST, { a: 1 }),
    ).toMatchObject({
      "content-type": "application/vnd.x+json",
    });
  });

  it.each([
    ["Headers", new Headers({ "x-a": "1" })],
    ["pairs", [["X-A", "1"]]],
    ["an object", { "X-a": 1 }],
  ])("may be given as %s", async (_, headers) => {
    expect(await sent({}, { headers })).toMatchObject({ "x-a": "1" });
  });

  it.each([{ "bad name": "x" }, { "": "x" }, { "x:": "x" }, { "x-a": "a\r\nb: c" }])(
    "%j are refused",
    async (headers) => {
      const error = await errorOf(
        sample().things.call(GET, {}, { headers: headers as Record<string, string> }),
      );
      expect(error.name).toBe("UsageError");
    },
  );
});

describe("query", () => {
  it("of the call counts more than parameters, and those more than the client's", async () => {
    const server = await echo();
    const client = sample({ baseURL: server.url, defaultQuery: { team: "client", region: "eu" } });
    await client.things.call(
      { ...GET, query: ["team", "limit"] },
      { team: "param", limit: 5 },
      { query: { limit: 6, debug: true } },
    );
    expect(server.seen[0]?.url).toBe("/things?team=param&region=eu&limit=6&debug=true");
  });
});

describe("params", () => {
  it("are never changed", async () => {
    const params = Object.freeze({ a: Object.freeze({ b: 1 }), limit: 1 });
    await sample({ baseURL: (await echo()).url }).things.call({ ...POST, query: ["limit"] }, params);
    expect(params).toEqual({ a: { b: 1 }, limit: 1 });
  });

  it("that are unknown are refused, with the call's names on the error", async () => {
    const error = await errorOf(sample().things.call({ ...GET, query: ["limit"] }, { limt: 5 }));
    expect(error).toMatchObject({
      name: "UsageError",
      client: "Sample",
      operation: "things.get",
      method: "GET",
      path: "/things",
    });
    expect(error.message).toMatch(/limt.*limit/);
  });

  it.each(["..", ".", "", "%2e%2e", null, undefined, {}])(
    "a path parameter %j is refused before anything is sent",
    async (value) => {
      const server = await echo();
      const call = sample({ baseURL: server.url }).things.call(
        { ...GET, path: "/things/{id}" },
        {},
        {},
        value,
      );
      expect(await errorOf(call)).toMatchObject({ name: "UsageError", path: "/things/{id}" });
      expect(server.seen).toHaveLength(0);
    },
  );

  it("a GET with a body is refused", async () => {
    expect(await errorOf(sample().things.call({ ...POST, method: "GET" }, { a: 1 }))).toMatchObject({
      name: "UsageError",
    });
  });
});

describe("withOptions", () => {
  it("changes what is given, keeps what is not, and leaves the client as it was", async () => {
    const server = await echo();
    const one = sample({ baseURL: server.url, userAgent: "one", defaultHeaders: { "x-team": "a" } });
    const two = one.withOptions({ userAgent: "two", defaultHeaders: undefined });
    expect(two).toBeInstanceOf(one.constructor);
    await two.things.call(GET);
    await one.things.call(GET);
    expect(
      server.seen.map(({ headers }) => [
        headers["user-agent"]?.split(" ")[0],
        headers["x-team"],
        headers["x-api-key"],
      ]),
    ).toEqual([
      ["two", "a", KEY],
      ["one", "a", KEY],
    ]);
  });

  it("lets the later of baseURL and environment count", () => {
    const one = sample({ environment: "sandbox" });
    expect(one.withOptions({ baseURL: "https://mock.test" }).baseURL).toBe("https://mock.test");
    expect(
      one.withOptions({ baseURL: "https://mock.test" }).withOptions({ environment: "production" }).baseURL,
    ).toBe("https://api.sample.test/v1");
    expect(() => one.withOptions({ environment: "x" })).toThrow(/no environment/);
  });

  it("survives a constructor that spreads its options", async () => {
    const Base = sampleClass();
    class Spreading extends Base {
      constructor(options: object = {}) {
        super({ ...options, userAgent: "spread" });
      }
    }
    const preview = await new Spreading({ apiKey: KEY }).preview((c) => c.things.call(GET));
    expect(preview.headers["user-agent"]).toMatch(/^spread/);
  });
});

describe("preview", () => {
  it("gives method, address, redacted headers and body; nothing is sent", async () => {
    const fetch = vi.fn();
    const preview = await sample({ fetch }).preview((c) =>
      c.things.call(
        { ...KEYED, query: ["limit"] },
        { limit: 5, name: "Ada" },
        { idempotencyKey: "k-1", headers: { "x-b": "2" } },
      ),
    );
    expect(preview).toEqual({
      operation: "things.create",
      method: "POST",
      path: "/things",
      url: "https://api.sample.test/v1/things?limit=5",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        "idempotency-key": "k-1",
        "user-agent": "trunkline-sample/1.2.3",
        "x-api-key": "[redacted]",
        "x-b": "[redacted]",
      },
      body: '{"name":"Ada"}',
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("asks no provider for its secret", async () => {
    const apiKey = vi.fn();
    await sample({ apiKey }).preview((c) => c.things.call(GET));
    expect(apiKey).not.toHaveBeenCalled();
  });

  it("fails as the call would, and where there is none", async () => {
    await expect(sample().preview((c) => c.things.call(GET, { x: 1 }))).rejects.toThrow(/unknown/);
    await expect(sample().preview(() => 1)).rejects.toThrow(/made no call/);
    await expect(sample().preview(() => Promise.reject(new Error("mine")))).rejects.toThrow("mine");
  });

  it("leaves no rejection behind where the function does not return its promise", async () => {
    const preview = await sample().preview((c) => void c.things.call(GET));
    expect(preview.operation).toBe("things.get");
    const late = sample().preview((c) => void setTimeout(() => c.things.call(GET)));
    await expect(late).rejects.toThrow(/did not return its promise/);
    // An unhandled rejection would fail this file.
    await new Promise((resolve) => setTimeout(resolve, 10));
  });

  it("is of the first of several calls, even where the function catches what it throws", async () => {
    const preview = await sample().preview(async (c) => {
      await c.things.call(GET).catch(() => {});
      await c.things.call(POST, {});
    });
    expect(preview.operation).toBe("things.get");
  });
});

describe("undocumented routes", () => {
  it.each(["get", "post", "put", "patch", "delete"] as const)(
    "%s carries credentials, query, headers and body",
    async (method) => {
      const server = await echo();
      const client = sample({ baseURL: `${server.url}/v1` });
      const body = method === "get" ? undefined : { a: 1n };
      const seen = await client[method]<{ url: string }>("/teams/{id}:archive", {
        path: { id: "a/b" },
        query: { x: 1 },
        headers: { "x-a": "b" },
        body,
      });
      expect(seen).toMatchObject({
        method: method.toUpperCase(),
        url: "/v1/teams/a%2Fb:archive?x=1",
        body: body ? '{"a":1}' : "",
        headers: { "x-api-key": KEY, "x-a": "b" },
      });
    },
  );

  it("have every safety", async () => {
    const server = await serve((_, response) => json(response, {}, 503));
    const client = sample({ baseURL: server.url, retry: { baseDelay: 1 } });
    expect(await errorOf(client.post("/x", { body: {} }))).toMatchObject({
      status: 503,
      attempts: 1,
      operation: "POST /x",
    });
    expect(await errorOf(client.get("/x"))).toMatchObject({ status: 503, attempts: 3 });
  });

  it.each([
    "x",
    "",
    "//evil.test/../..",
    "/a/../b",
    "/a/%2e%2e/b",
    "/a/.\t./b",
    "/a\\..\\b",
    "https://evil.test",
    "@evil.test",
    "/a?b=1",
    "/a#b",
    "/a b",
    5,
  ])("%j is refused", async (path) => {
    const server = await echo();
    expect(await errorOf(sample({ baseURL: server.url }).get(path as string))).toMatchObject({
      name: "UsageError",
    });
    expect(server.seen).toHaveLength(0);
  });

  it("refuse values for parameters that the path does not have", async () => {
    await expect(sample().get("/x", { path: { id: 1 } })).rejects.toThrow(/id/);
    await expect(sample().get("/x/{id}/{b}", { path: { id: 1, b: 2, c: 3 } })).rejects.toThrow(/c/);
  });

  it("send other bodies as they are", async () => {
    const server = await echo();
    const client = sample({ baseURL: server.url });
    const form = new FormData();
    form.set("a", "1");
    await client.post("/x", { body: form });
    await client.post("/x", { body: new URLSearchParams({ a: "1 2" }) });
    await client.post("/x", { body: new Blob(["blob"], { type: "text/x" }) });
    await client.post("/x", { body: new TextEncoder().encode("bytes") });
    await client.post("/x", { body: new Blob(["stream"]).stream() });
    await client.post("/x", { body: "text" });
    expect(
      server.seen.map(({ headers, body }) => [headers["content-type"]?.split(";")[0], body.slice(0, 6)]),
    ).toEqual([
      ["multipart/form-data", "------"],
      ["application/x-www-form-urlencoded", "a=1+2"],
      ["text/x", "blob"],
      ["application/octet-stream", "bytes"],
      ["application/octet-stream", "stream"],
      ["application/json", '"text"'],
    ]);
  });
});

describe("fetch", () => {
  it("gets the caller's options, but the client's own fields win", async () => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => new Response("{}"));
    const dispatcher = { mine: true };
    await sample({
      fetch,
      fetchOptions: { dispatcher, redirect: "follow", method: "DELETE", cache: "no-store" },
    }).things.call(GET);
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      dispatcher,
      redirect: "manual",
      method: "GET",
      cache: "no-store",
    });
  });

  it("is typed so that every runtime's own fits", () => {
    expectTypeOf(globalThis.fetch).toExtend<Fetch>();
    expectTypeOf(async () => new Response()).toExtend<Fetch>();
  });

  it("is called without a receiver, as browsers demand", async () => {
    let receiver: unknown = "not called";
    async function fetch(this: unknown): Promise<Response> {
      receiver = this;
      return new Response("{}");
    }
    await sample({ fetch }).things.call(GET);
    expect(receiver).toBeUndefined();
  });

  it("is looked up at every call", async () => {
    const client = sample();
    vi.stubGlobal("fetch", async () => new Response('{"late":true}'));
    await expect(client.things.call(GET)).resolves.toEqual({ late: true });
    vi.unstubAllGlobals();
  });
});

describe("arguments", () => {
  it("are read when the method is called, whatever becomes of them", async () => {
    const server = await serve((_, response) => json(response, { data: [] }));
    const client = sample({ baseURL: server.url });
    const params = { name: "" };
    const list = {
      ...GET,
      query: ["name"],
      page: cursorPages({ items: "/data", cursor: "name", next: "/n" }),
    };
    const calls = ["a", "b", "c"].map((name) => {
      params.name = name;
      return [client.things.call(POST, params), client.things.page(list, params)];
    });
    params.name = "later";
    await Promise.all(calls.flat());
    expect(server.seen.flatMap(({ body }) => body || []).sort()).toEqual(
      ["a", "b", "c"].map((name) => JSON.stringify({ name })),
    );
    expect(server.seen.flatMap(({ url }) => url.split("?")[1] ?? []).sort()).toEqual([
      "name=a",
      "name=b",
      "name=c",
    ]);
  });

  it("leave what is there where they are undefined, in the query as in headers", async () => {
    const server = await serve((_, response) => json(response, {}));
    const client = sample({ baseURL: server.url, defaultQuery: { a: 1, b: 2 } });
    await client.things.call({ ...GET, query: ["b"] }, { b: undefined }, { query: { a: undefined, c: 3 } });
    expect(server.seen[0]?.url).toBe("/things?a=1&b=2&c=3");
  });

  it("give one header field more than one value as fetch does", async () => {
    const server = await serve((_, response) => json(response, {}));
    const headers: [string, string][] = [
      ["x-a", "1"],
      ["X-A", "2"],
    ];
    await sample({ baseURL: server.url }).things.call(GET, {}, { headers });
    expect(server.seen[0]?.headers["x-a"]).toBe("1, 2");
  });

  it("of an undocumented route are read at once as well", async () => {
    const server = await serve((_, response) => json(response, {}));
    const body = { name: "a" };
    const call = sample({ baseURL: server.url }).post("/x", { body });
    body.name = "later";
    await call;
    expect(server.seen[0]?.body).toBe('{"name":"a"}');
  });
});

describe("a preview of a client that differs", () => {
  it.each<[string, SampleOptions]>([
    ["a limit", { timeout: 1000 }],
    ["a base URL", { baseURL: "https://other.sample.test" }],
    ["a credential", { apiKey: "sk_other_0123456789" }],
    ["a retry budget", { retryBudget: 10 }],
  ])("in %s sends nothing either", async (_, changes) => {
    let sent = 0;
    const fetch = async (): Promise<Response> => {
      sent += 1;
      return Response.json({});
    };
    const { method } = await sample({ fetch }).preview((c) => c.withOptions(changes).things.call(GET));
    expect([method, sent]).toEqual(["GET", 0]);
  });
});
