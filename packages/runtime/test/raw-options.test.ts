import { describe, expect, it } from "vitest";
import { UsageError } from "../src/client.ts";
import { createRawClient, type RawClient, type RawOptions } from "../src/raw.ts";
import { errorOf, KEY, type SampleOptions, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

type Send = (path: string, init?: object) => Promise<{ data?: unknown; response: Response }>;

/** A raw client of routes that belong to no document. */
type Loose = Pick<RawClient<object>, "use"> & Readonly<Record<"GET" | "POST", Send>>;

const echo = () => serve((_, response) => json(response, { id: "t_1" }));

function raw(baseURL: string, options?: RawOptions, ofClient: SampleOptions = {}): Loose {
  return createRawClient<object>(sample({ baseURL, retry: { baseDelay: 1 }, ...ofClient }), options) as never;
}

describe("options of a raw client", () => {
  it.each<[path: string, query: object | undefined, url: string]>([
    ["/responses?beta=true", undefined, "/responses?beta=true"],
    ["/responses?beta=true", { limit: 5 }, "/responses?beta=true&limit=5"],
    ["/responses?beta=true", { beta: false }, "/responses?beta=false"],
    ["/things#add_link", { fields: "a" }, "/things?fields=a"],
    ["/things#a?b=c", undefined, "/things"],
  ])("sends the query of %s, and never its fragment", async (path, query, url) => {
    const server = await echo();
    await raw(server.url).GET(path, query && { params: { query } });
    expect(server.seen[0]?.url?.slice(-url.length)).toBe(url);
  });

  it("puts header fields over the client's, and a call's over both; null takes one away", async () => {
    const server = await echo();
    const client = raw(
      server.url,
      { headers: { "x-mine": "1", "x-gone": "2", "x-list": ["a", "b"] } },
      { defaultHeaders: { "x-mine": "0", "x-kept": "0" } },
    );
    await client.GET("/things", { headers: { "x-gone": null, "x-call": 3 } });
    const { headers } = server.seen[0] ?? {};
    expect(headers).toMatchObject({
      "x-mine": "1",
      "x-kept": "0",
      "x-list": "a, b",
      "x-call": "3",
      "x-api-key": KEY,
    });
    expect(headers).not.toHaveProperty("x-gone");
  });

  const queries: [string, RawOptions["querySerializer"], object, string][] = [
    ["none: lists", undefined, { a: [1, 2], s: "x y" }, "a=1&a=2&s=x%20y"],
    ["none: an object is deepObject", undefined, { o: { a: 1, b: "x" } }, "o%5Ba%5D=1&o%5Bb%5D=x"],
    ["none: an empty list", undefined, { a: [], b: 1 }, "b=1"],
    ["none: a date", undefined, { d: new Date(0) }, "d=1970-01-01T00%3A00%3A00.000Z"],
    ["lists with commas", { array: { style: "form", explode: false } }, { a: [1, 2] }, "a=1,2"],
    ["lists with pipes", { array: { style: "pipeDelimited", explode: false } }, { a: ["x", "y"] }, "a=x|y"],
    ["objects as form", { object: { style: "form", explode: true } }, { o: { a: 1, b: 2 } }, "a=1&b=2"],
    ["reserved characters", { allowReserved: true }, { p: "a/b:c" }, "p=a/b:c"],
    ["dates in a style", { allowReserved: true }, { d: new Date(0) }, "d=1970-01-01T00:00:00.000Z"],
    ["a function", (query) => `q=${Object.keys(query).join("+")}`, { x: 1, y: 2 }, "q=always+x+y"],
    ["a function with its ?", () => "?q=1", { x: 1 }, "q=1"],
  ];
  it.each(queries)("writes queries with querySerializer, %s", async (_, querySerializer, query, want) => {
    const server = await echo();
    const always = typeof querySerializer === "function" ? { defaultQuery: { always: 1 } } : {};
    const client = raw(server.url, { ...(querySerializer && { querySerializer }) }, always);
    await client.GET("/things", { params: { query } });
    await raw(server.url, undefined, always).GET("/things", { params: { query }, querySerializer });
    expect(server.seen.map(({ url }) => url)).toEqual([`/things?${want}`, `/things?${want}`]);
  });

  it("sends the client's own query whatever the serializer, and a call's options over the client's", async () => {
    const server = await echo();
    const client = raw(
      server.url,
      { querySerializer: { array: { style: "form", explode: false } } },
      { defaultQuery: { tenant: "t" } },
    );
    await client.GET("/things", { params: { query: { a: [1, 2], p: "/" } } });
    await client.GET("/things", {
      params: { query: { a: [1, 2], p: "/" } },
      querySerializer: { allowReserved: true },
    });
    expect(server.seen.map(({ url }) => url)).toEqual([
      "/things?tenant=t&a=1,2&p=%2F",
      "/things?tenant=t&a=1,2&p=/",
    ]);
  });

  it("writes bodies with bodySerializer, of the client and of a call", async () => {
    const server = await echo();
    const client = raw(server.url, { bodySerializer: (body) => `mine:${JSON.stringify(body)}` });
    await client.POST("/things", { body: { a: 1 } });
    await client.POST("/things", { body: { a: 1 }, bodySerializer: () => new URLSearchParams({ b: "2" }) });
    await client.POST("/things", {
      body: { a: 1 },
      bodySerializer: () => {
        const form = new FormData();
        form.set("c", "3");
        return form;
      },
    });
    expect(server.seen[0]).toMatchObject({ body: 'mine:{"a":1}', headers: { "x-api-key": KEY } });
    expect(server.seen[1]?.body).toBe("b=2");
    expect(server.seen[2]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  });

  it("writes paths with pathSerializer, of the client and of a call", async () => {
    const server = await echo();
    const colons = (path: string, values: Record<string, unknown>): string =>
      path.replace(/:([a-z]+)(?=\/|$)/g, (_, name) => encodeURIComponent(String(values[name])));
    await raw(`${server.url}/v1`, { pathSerializer: colons }).GET("/things/:id", {
      params: { path: { id: "a/b" } },
    });
    await raw(`${server.url}/v1`).GET("/things/:id", {
      params: { path: { id: 7 } },
      pathSerializer: colons,
    });
    expect(server.seen.map(({ url }) => url)).toEqual(["/v1/things/a%2Fb", "/v1/things/7"]);
  });

  it("fills the styles that openapi-fetch's templates name", async () => {
    const server = await echo();
    await raw(server.url).GET("/{a}/{b*}/{.c}/{.d*}/{;e}/{;f*}/{g}", {
      params: {
        path: { a: [1, 2], b: { x: 1, y: 2 }, c: [3, 4], d: [5, 6], e: "7", f: ["8", "9"], g: { h: 1 } },
      },
    });
    expect(server.seen[0]?.url).toBe("/1,2/x=1,y=2/.3,4/.5.6/;e=7/;f=8;f=9/h,1");
  });

  it("sends each attempt through fetch as a Request of the given class, credentials and all", async () => {
    class Mine extends Request {}
    const seen: Request[] = [];
    const through = async (request: Request): Promise<Response> => {
      seen.push(request);
      return seen.length < 3 ? new Response("no", { status: 503 }) : Response.json({ id: "t_1" });
    };
    const client = raw("https://api.sample.test/v1", { fetch: through, Request: Mine });
    const { data } = await client.GET("/things/{id}", { params: { path: { id: "a" } }, mark: "here" });
    expect(data).toEqual({ id: "t_1" });
    expect(seen).toHaveLength(3);
    for (const request of seen) {
      expect(request).toBeInstanceOf(Mine);
      expect(request).toMatchObject({ url: "https://api.sample.test/v1/things/a", mark: "here" });
      expect(request.headers.get("x-api-key")).toBe(KEY);
    }
  });

  it("sends a call through a fetch of its own, with the same care", async () => {
    let asked = 0;
    const own = async (request: Request): Promise<Response> => {
      asked += 1;
      expect(request.headers.get("x-api-key")).toBe(KEY);
      return Response.redirect("https://elsewhere.test/", 307);
    };
    const call = raw("https://api.sample.test/v1").GET("/things", { fetch: own });
    await expect(call).rejects.toThrow(/elsewhere\.test/);
    expect(asked).toBe(1);
  });

  it("tells onError what fetch threw, as the cause of an error of ours", async () => {
    const own = async (): Promise<Response> => {
      throw new TypeError("no network");
    };
    const client = raw("https://api.sample.test/v1", { fetch: own }, { maxRetries: 0 });
    const seen: unknown[] = [];
    client.use({
      onError: ({ error }) => {
        seen.push(error);
      },
    });
    await errorOf(client.GET("/things"));
    expect(seen).toMatchObject([{ name: "APIConnectionError", cause: { message: "no network" } }]);
  });

  it("hands on what a request says to fetch, and only that", async () => {
    const said: RequestInit[] = [];
    const fetch = async (_: string, init: RequestInit): Promise<Response> => {
      said.push(init);
      return Response.json({});
    };
    const client = (options?: RawOptions): Loose =>
      raw("https://api.sample.test", options, { fetch, fetchOptions: { cache: "no-cache" } });
    await client().GET("/things");
    await client({
      cache: "no-store",
      keepalive: true,
      priority: "low",
      requestInitExt: { cf: 1 },
    } as RawOptions).GET("/things");
    await client().GET("/things", { credentials: "include", next: { revalidate: 1 } });
    expect(said[0]).toMatchObject({ cache: "no-cache", redirect: "manual" });
    expect(said[0]).not.toHaveProperty("mode");
    expect(said[1]).toMatchObject({ cache: "no-store", keepalive: true, priority: "low", cf: 1 });
    expect(said[2]).toMatchObject({ cache: "no-cache", credentials: "include", next: { revalidate: 1 } });
  });

  it("takes a baseUrl below the client's", async () => {
    const server = await echo();
    await raw(`${server.url}/v1`, { baseUrl: `${server.url}/v1/eu/` }).GET("/things/{id}", {
      params: { path: { id: 1 } },
    });
    await raw(`${server.url}/v1`).GET("/things", { baseUrl: `${server.url}/v1/us` });
    expect(server.seen.map(({ url }) => url)).toEqual(["/v1/eu/things/1", "/v1/us/things"]);
  });

  it("ends with the signal of all its calls", async () => {
    const server = await serve(() => {});
    const call = raw(server.url, { signal: AbortSignal.timeout(50) }).GET("/things");
    expect(await errorOf(call)).toMatchObject({ name: "APIUserAbortError" });
  });
});

describe("what a raw client refuses", () => {
  const base = "https://api.sample.test/v1";
  const options: [string, object, RegExp][] = [
    ["an unknown option", { querySerialiser: () => "" }, /no option "querySerialiser"; is querySerializer/],
    ["another spelling", { baseURL: base }, /no option "baseURL"; is baseUrl meant/],
    ["an option of the client", { maxRetries: 1 }, /option of the client: createRaw\(client\.withOptions/],
    ["a credential", { apiKey: "x" }, /apiKey is an option of the client/],
    ["a fetch that is not a function", { fetch: "x" }, /^fetch is a string; a function is expected/],
    ["a Request that is not a class", { Request: 1 }, /^Request is \d; a function is expected/],
    ["a body serializer of another kind", { bodySerializer: 5 }, /^bodySerializer is \d; a function/],
    ["a path serializer of another kind", { pathSerializer: "x" }, /^pathSerializer is a string; a function/],
    ["a query serializer of another kind", { querySerializer: 5 }, /^querySerializer is \d; a function, or/],
    ["header fields of another kind", { headers: 5 }, /^headers is \d; an object/],
    ["a signal of another kind", { signal: 1 }, /^signal is \d; an AbortSignal/],
    ["fetch's further options of another kind", { requestInitExt: 3 }, /^requestInitExt is \d; an object/],
    ["a redirect rule", { redirect: "manual" }, /redirect is not an option of createRaw/],
    ["a body", { body: "x" }, /body is not an option of createRaw: each call has its own/],
    [
      "another origin",
      { baseUrl: "https://elsewhere.test/v1" },
      /must stay below https:\/\/api\.sample\.test/,
    ],
    ["another path", { baseUrl: "https://api.sample.test/v10" }, /must stay below/],
    ["a way out", { baseUrl: `${base}/../v2` }, /must stay below/],
    ["a user's name", { baseUrl: "https://u:p@api.sample.test/v1" }, /must stay below/],
    ["no address", { baseUrl: "/v1" }, /must stay below/],
    ["a header field that cannot be sent", { headers: { "x-a": "sk_secret\n" } }, /"x-a" holds a character/],
  ];
  it.each(options)("%s", (_, given, message) => {
    const make = (): unknown => raw(base, given as RawOptions);
    expect(make).toThrow(UsageError);
    expect(make).toThrow(message);
    expect(make).not.toThrow(/sk_secret|u:p/);
  });
  it.each([null, 5, "x", []])("%j in place of options", (given) => {
    expect(() => raw(base, given as never)).toThrow(/options of createRaw are/);
  });

  const calls: [string, object, RegExp][] = [
    ["a path of more segments", { pathSerializer: () => `${base}/things/a/b` }, /another path/],
    ["a way up", { pathSerializer: () => `${base}/things/..` }, /another path/],
    ["a way up, encoded", { pathSerializer: () => `${base}/%2E%2e/x` }, /another path/],
    ["a way up with spaces", { pathSerializer: () => `${base}/things/.. ` }, /another path/],
    ["a backslash", { pathSerializer: () => `${base}/things/..\\..\\x` }, /another path/],
    ["a line break", { pathSerializer: () => `${base}/things/.\n.` }, /another path/],
    ["an empty segment", { pathSerializer: () => `${base}/things/` }, /another path/],
    ["a query in a path", { pathSerializer: () => `${base}/things/a?x=1` }, /another path/],
    [
      "another origin",
      { pathSerializer: () => "https://elsewhere.test/things/a" },
      /begin with https:\/\/api/,
    ],
    ["no text", { pathSerializer: () => undefined }, /begin with/],
    ["a query that ends", { querySerializer: () => "a=#b" }, /a #, which ends the query/],
    ["a query that is not text", { querySerializer: () => ({}) }, /querySerializer returned an object/],
    [
      "a body that is not a body",
      { body: 1, bodySerializer: () => ({}) },
      /bodySerializer returned an object/,
    ],
    ["a redirect rule", { redirect: "manual" }, /redirect is not an option of a raw call/],
    ["a field that cannot be sent", { headers: { "x-a": "sk_secret\n" } }, /"x-a" holds a character/],
    ["an address that is elsewhere", { baseUrl: "https://elsewhere.test/v1" }, /must stay below/],
    ["a value that leads elsewhere", { params: { path: { id: [".."] } } }, /would go to another resource/],
  ];
  it.each(calls)("%s", async (_, given, message) => {
    const fetch = async (): Promise<Response> => Response.json({});
    const sent: unknown[] = [];
    const client = raw(base, undefined, { hooks: { request: (event) => sent.push(event) }, fetch });
    const error = await errorOf(client.POST("/things/{id}", { params: { path: { id: "a" } }, ...given }));
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain("sk_secret");
    expect(sent).toEqual([]);
  });
});
