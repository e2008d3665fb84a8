import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import {
  APIConnectionTimeoutError,
  type APIError,
  APIUserAbortError,
  apiKeyCookie,
  apiKeyQuery,
  bearer,
  type ClientOptions,
  chainMiddleware,
  cursorPages,
  eventStream,
  type Middleware,
  type MiddlewareRequest,
  type Operation,
  tokenExchange,
  UsageError,
} from "../src/client.ts";
import { createRawClient } from "../src/raw.ts";
import { errorOf, GET, KEY, KEYED, POST, sample } from "./support/sample.ts";
import { serve } from "./support/server.ts";

const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json" } });

/** Answers each request with what it was asked, and keeps it. */
function recording(answer: (init: RequestInit, url: string) => Response = () => json({ ok: true })) {
  const sent: { url: string; headers: Record<string, string> }[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push({ url, headers: init.headers as Record<string, string> });
    return answer(init, url);
  };
  return { fetch, sent };
}

/** What the last function of a chain saw. */
function watching(): { readonly seen: MiddlewareRequest[]; readonly watch: Middleware } {
  const seen: MiddlewareRequest[] = [];
  return {
    seen,
    watch: (request, next) => {
      seen.push(request);
      return next();
    },
  };
}

describe("what middleware sees", () => {
  it("sees operation, template, attempt, address, fields and a text body, and no credential", async () => {
    const { fetch } = recording();
    const { seen, watch } = watching();
    const client = sample({ fetch, middleware: chainMiddleware(watch), defaultQuery: { a: 1 } });
    await client.things.call(POST, { name: "Ada" });
    expect(seen).toMatchObject([
      {
        client: "Sample",
        operation: "things.post",
        method: "POST",
        path: "/things",
        attempt: 1,
        url: "https://api.sample.test/v1/things?a=1",
        headers: { accept: "application/json", "content-type": "application/json" },
        body: '{"name":"Ada"}',
      },
    ]);
    expect(inspect(seen, { depth: 9 })).not.toContain(KEY);
    expect(() => Object.assign(seen[0] as object, { url: "x" })).toThrow(TypeError);
    expect(() => Object.assign((seen[0] as MiddlewareRequest).headers, { a: "x" })).toThrow(TypeError);
  });

  it("counts attempts, those that it answers itself too", async () => {
    const attempts: number[] = [];
    const { fetch, sent } = recording();
    const busy: Middleware = (request, next) => {
      attempts.push(request.attempt);
      return request.attempt < 3 ? json({}, 503) : next();
    };
    const { seen, watch } = watching();
    const middleware = chainMiddleware(busy, watch);
    await sample({ fetch, middleware, retry: { baseDelay: 1 } }).things.call(GET);
    expect([attempts, seen.map(({ attempt }) => attempt), sent.length]).toEqual([[1, 2, 3], [3], 1]);
  });

  it.each<[string, ClientOptions["defaultHeaders"], object]>([
    ["a header", { "x-api-key": "sk_own_0123456789" }, {}],
    ["another case", { "X-Api-Key": "sk_own_0123456789" }, {}],
    ["authorization", { authorization: "Bearer sk_own_0123456789" }, {}],
    ["a cookie", { cookie: "session=sk_own_0123456789" }, {}],
    ["a query field", {}, { query: { key: "sk_own_0123456789", page: 2 } }],
  ])("does not see what the caller put into the place of a credential: %s", async (_, headers, options) => {
    const { fetch, sent } = recording();
    const { seen, watch } = watching();
    const schemes = {
      Key: apiKeyQuery("key", { option: "apiKey" }),
      Header: { ...bearer({ option: "accessToken" }), header: "x-api-key" },
    };
    const client = sample(
      { fetch, middleware: chainMiddleware(watch), defaultHeaders: headers },
      { schemes },
    );
    await client.things.call(GET, {}, options);
    expect(inspect(seen)).not.toContain("sk_own");
    expect(inspect(sent)).toContain("sk_own");
  });

  it("passes no exchange of tokens, and no call of the operation that issues them", async () => {
    const { fetch, sent } = recording((_, url) =>
      json(url.endsWith("/token") ? { token: "t_0123456789" } : {}),
    );
    const { seen, watch } = watching();
    const client = exchanging({ fetch, middleware: chainMiddleware(watch) });
    await client.things.call(GET);
    await client.post("/token", { body: { key: "sk_other" } });
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(["/v1/token", "/v1/things", "/v1/token"]);
    expect(seen.map(({ operation }) => operation)).toEqual(["things.get"]);
  });
});

function exchanging(options: object) {
  const exchange = {
    option: "apiKey",
    method: "POST",
    path: "/token",
    operation: "auth.token",
    request: "/key",
    token: "/token",
  } as const;
  return sample(options, { schemes: { Key: tokenExchange({ option: "accessToken", exchange }) } });
}

describe("what middleware changes", () => {
  it("sends header and query fields of its own, in place of those of the same name", async () => {
    const { fetch, sent } = recording();
    const trace: Middleware = (_, next) =>
      next({ headers: { "X-Trace": "1", "accept-language": null }, query: { page: 2, "a b": ["ä", "c"] } });
    const copy: Middleware = (request, next) =>
      next({ ...request, headers: { ...request.headers, "x-copied": request.headers["x-trace"] ?? "none" } });
    const client = sample({ fetch, middleware: chainMiddleware(trace, copy) });
    await client.things.call(GET, {}, { query: { page: 1, size: 5 }, headers: { "accept-language": "de" } });
    const [{ url = "", headers = {} } = {}] = sent;
    expect([...new URL(url).searchParams]).toEqual([
      ["size", "5"],
      ["page", "2"],
      ["a b", "ä"],
      ["a b", "c"],
    ]);
    expect(headers).toMatchObject({ "x-trace": "1", "x-copied": "1", "x-api-key": KEY });
    expect(headers).not.toHaveProperty("accept-language");
  });

  it.each<[string, unknown, RegExp]>([
    ["a credential's field", { headers: { "X-API-Key": "k" } }, /"x-api-key", which the client itself sets/],
    ["authorization", { headers: new Headers({ Authorization: "Bearer x" }) }, /"authorization"/],
    ["taking one out", { headers: { authorization: null } }, /"authorization"/],
    ["a cookie", { headers: [["Cookie", "a=b"]] }, /"cookie"/],
    ["idempotency-key", { headers: { "Idempotency-Key": "1" } }, /"idempotency-key"/],
    ["host", { headers: { HOST: "evil.test" } }, /"host"/],
    ["content-type", { headers: { "content-type": "text/plain" } }, /"content-type"/],
    ["content-length", { headers: { "content-length": "1" } }, /"content-length"/],
    ["transfer-encoding", { headers: { "Transfer-Encoding": "chunked" } }, /"transfer-encoding"/],
    ["accept", { headers: { accept: "text/html" } }, /"accept"/],
    ["the query field of a key", { query: { key: "x" } }, /query field "key", which carries a credential/],
    ["the same in capitals", { query: { KEY: "x" } }, /query field "KEY"/],
    ["the origin", { url: "https://evil.test/v1/things" }, /changed the origin/],
    ["the origin's port", { url: "https://api.sample.test:444/v1/things" }, /changed the origin/],
    ["an address that is none", { url: "evil" }, /changed the origin/],
    ["the path", { url: "https://api.sample.test/v1/others" }, /changed url of the request/],
    ["the method", { method: "DELETE" }, /changed method of the request/],
    ["the operation", { operation: "things.delete" }, /changed operation/],
    ["the identity", { identity: "mine" }, /changed identity/],
    ["the body", { body: "{}" }, /changed body/],
    ["a field that is none", { header: { a: "b" } }, /no option "header"; is headers meant/],
    ["a text", "https://evil.test", /a string; an object is expected/],
    ["a list as query", { query: [["a", "b"]] }, /query that is an array/],
    ["a field that splits the header", { headers: { "x-a": "b\r\nhost: evil" } }, /cannot carry/],
    ["a value that is none", { query: { a: Symbol("x") } }, /Query parameter "a"/],
  ])("refuses %s, in words that name the function", async (_, changes, words) => {
    const { fetch, sent } = recording();
    const sneaky: Middleware = async (_, next) => {
      try {
        return await next(changes as object);
      } catch {
        return json({ hidden: true });
      }
    };
    const schemes = {
      Key: { ...bearer({ option: "apiKey" }), header: "x-api-key" },
      Query: apiKeyQuery("key", { option: "accessToken" }),
      Cookie: apiKeyCookie("session", { option: "username" }),
    };
    const client = sample(
      { fetch, middleware: chainMiddleware(async (_, next) => next(), sneaky) },
      { schemes },
    );
    const error = await errorOf(client.things.call(KEYED, { name: "Ada" }));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(words);
    if (!/carry|Query parameter/.test(error.message))
      expect(error.message).toMatch(/[Mm]iddleware 2 \(sneaky\)/);
    expect(error).toMatchObject({ operation: "things.create", method: "POST", path: "/things", attempts: 0 });
    expect(sent).toEqual([]);
  });
});

describe("what middleware returns", () => {
  it("answers in place of the network", async () => {
    const { fetch, sent } = recording();
    const stub: Middleware = () => json({ from: "stub" });
    const client = sample({ fetch, middleware: chainMiddleware(stub) });
    const { data, response } = await client.things.call(GET).withResponse();
    expect([data, response.status, sent]).toEqual([{ from: "stub" }, 200, []]);
  });

  it("may read, copy and replace an answer", async () => {
    const { fetch } = recording((_, url) => json({ url }, url.includes("bad") ? 404 : 200));
    const texts: string[] = [];
    const read: Middleware = async (_, next) => {
      const response = await next();
      texts.push(await response.text());
      return response;
    };
    const copied: Middleware = async (_, next) => {
      const response = await next();
      texts.push(await response.clone().text());
      return response;
    };
    const made: Middleware = async (request, next) => {
      const response = await next();
      return request.url.includes("made")
        ? new Response((await response.text()).toUpperCase(), { headers: { "x-made": "1" } })
        : response;
    };
    const client = sample({ fetch, middleware: chainMiddleware(read, copied, made) });
    expect(await client.things.call(GET)).toEqual({ url: "https://api.sample.test/v1/things" });
    expect(texts[0]).toBe(texts[1]);
    const { data, response } = await client.things.call(GET, {}, { query: { made: 1 } }).withResponse();
    expect(data).toEqual({ URL: "HTTPS://API.SAMPLE.TEST/V1/THINGS?MADE=1" });
    expect(response.headers.get("x-made")).toBe("1");
    const error = await errorOf(client.things.call(GET, {}, { query: { bad: 1 } }));
    expect(error).toMatchObject({
      status: 404,
      attempts: 1,
      body: { url: expect.stringContaining("bad=1") },
    });
  });

  it.each<[string, unknown, RegExp]>([
    ["nothing", undefined, /returned no reply/],
    ["null", null, /returned null; what next\(\) gives/],
    ["the value", { id: 1 }, /an object without a status/],
    ["a text", "{}", /a string/],
    ["an error as answer", Response.error(), /Response\.error\(\)/],
  ])("names the function that returns %s", async (_, returned, words) => {
    for (const sends of [false, true]) {
      const { fetch } = recording();
      const forgetful: Middleware = async (_, next) => {
        if (sends) await next();
        return returned as Response;
      };
      const error = await errorOf(
        sample({ fetch, middleware: chainMiddleware(forgetful) }).things.call(POST),
      );
      expect(error).toBeInstanceOf(UsageError);
      expect(error.message).toMatch(words);
      expect(error.message).toMatch(/^Middleware 1 \(forgetful\) /);
      expect(error).toMatchObject({ operation: "things.post", attempts: sends ? 1 : 0 });
      expect(error.message.includes("The request was sent")).toBe(sends);
    }
  });

  it("names the function whose answer was read before", async () => {
    const used = json({ a: 1 });
    const cache: Middleware = () => used;
    const client = sample({ middleware: chainMiddleware(cache) });
    expect(await client.things.call(GET)).toEqual({ a: 1 });
    expect((await errorOf(client.things.call(GET))).message).toMatch(/^Middleware 1 \(cache\) .*clone\(\)/);
  });

  it.each<[string, Middleware]>([
    [
      "one after the other",
      async function twice(_, next) {
        await next();
        return next();
      },
    ],
    [
      "at the same time",
      async function twice(_, next) {
        const [first] = await Promise.all([next(), next().catch(() => undefined)]);
        return first as Response;
      },
    ],
    [
      "after a failure",
      async function twice(_, next) {
        try {
          await next();
          throw new Error("retry");
        } catch {
          return next().catch(() => json({}));
        }
      },
    ],
  ])("names the function that calls next twice: %s", async (_, twice) => {
    const { fetch, sent } = recording();
    const error = await errorOf(sample({ fetch, middleware: chainMiddleware(twice) }).things.call(GET));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(/^Middleware 1 \(twice\) called next\(\) a second time/);
    expect(error).toMatchObject({ operation: "things.get", attempts: 1 });
    expect(sent).toHaveLength(1);
  });

  it("ends a call with what it throws, as it is, and does not repeat it", async () => {
    const { fetch, sent } = recording();
    const broken = new RangeError("circuit open");
    const breaker: Middleware = () => {
      throw broken;
    };
    const hooks = { error: vi.fn() };
    const client = sample({ fetch, hooks, middleware: chainMiddleware(breaker) });
    expect(await errorOf(client.things.call(GET))).toBe(broken);
    expect([sent.length, hooks.error.mock.calls.length]).toEqual([0, 1]);
  });

  it("repeats what fails below or by its answer, as without middleware", async () => {
    let calls = 0;
    const fetch = async (): Promise<Response> => {
      calls += 1;
      if (calls === 1) throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
      return calls === 2 ? json({}, 503) : json({ calls });
    };
    const { seen, watch } = watching();
    const client = sample({ fetch, middleware: chainMiddleware(watch), retry: { baseDelay: 1 } });
    expect(await client.things.call(GET)).toEqual({ calls: 3 });
    expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  });

  it("may answer when the network fails", async () => {
    const fetch = async (): Promise<Response> => {
      throw new TypeError("fetch failed");
    };
    const fallback: Middleware = (_, next) => next().catch(() => json({ stale: true }));
    expect(await sample({ fetch, middleware: chainMiddleware(fallback) }).things.call(GET)).toEqual({
      stale: true,
    });
  });

  it("stands outside the credentials: a replay after a 401 is not seen", async () => {
    let asked = 0;
    const { fetch, sent } = recording((init) =>
      json({}, (init.headers as Record<string, string>)["x-api-key"] === "key_2" ? 200 : 401),
    );
    const { seen, watch } = watching();
    const client = sample({ apiKey: () => `key_${++asked}`, fetch, middleware: chainMiddleware(watch) });
    await client.things.call(GET);
    expect([asked, sent.length, seen.length]).toEqual([2, 2, 1]);
  });
});

describe("the time of middleware", () => {
  it("counts in totalTimeout", async () => {
    const { fetch } = recording();
    const slow: Middleware = () => new Promise<Response>(() => {});
    const client = sample({ fetch, middleware: chainMiddleware(slow), totalTimeout: 30 });
    const error = await errorOf(client.things.call(GET));
    expect(error).toBeInstanceOf(APIConnectionTimeoutError);
    expect(error).toMatchObject({
      operation: "things.get",
      unsent: true,
      message: expect.stringContaining("totalTimeout"),
    });
  });

  it("counts a body of its own that never ends", async () => {
    const stuck: Middleware = () => new Response(new ReadableStream());
    const client = sample({ middleware: chainMiddleware(stuck), totalTimeout: 30 });
    expect(await errorOf(client.things.call(GET))).toBeInstanceOf(APIConnectionTimeoutError);
  });

  it("does not count in timeout", async () => {
    const { fetch } = recording();
    const slow: Middleware = async (_, next) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return next();
    };
    const client = sample({ fetch, middleware: chainMiddleware(slow), timeout: 40 });
    expect(await client.things.call(GET)).toEqual({ ok: true });
  });

  it("ends with the caller's signal, which middleware is told, and leaves no listener", async () => {
    const { fetch } = recording();
    const told: unknown[] = [];
    const slow: Middleware = ({ signal }) =>
      new Promise<Response>((_, reject) => {
        signal.addEventListener("abort", () => {
          told.push(signal.reason);
          reject(signal.reason);
        });
      });
    const controller = new AbortController();
    const removed = vi.spyOn(controller.signal, "removeEventListener");
    const added = vi.spyOn(controller.signal, "addEventListener");
    const client = sample({ fetch, middleware: chainMiddleware(slow) });
    const call = errorOf(client.things.call(GET, {}, { signal: controller.signal }));
    setTimeout(() => controller.abort(new Error("enough")), 10);
    expect(await call).toBeInstanceOf(APIUserAbortError);
    expect(told).toMatchObject([{ message: "enough" }]);
    expect(removed.mock.calls.length).toBeGreaterThanOrEqual(added.mock.calls.length);
    const before = await errorOf(client.things.call(GET, {}, { signal: AbortSignal.abort() }));
    expect(before).toBeInstanceOf(APIUserAbortError);
  });
});

describe("every kind of call", () => {
  const events: Operation = { ...GET, id: "things.watch", response: eventStream() };
  const bytes: Operation = { ...GET, id: "things.file", response: "binary" };

  it("passes streams, binary answers and answers that are handed over", async () => {
    const fetch = async (): Promise<Response> =>
      new Response("data: 1\n\ndata: 2\n\n", { headers: { "content-type": "text/event-stream" } });
    const { seen, watch } = watching();
    const piped: Middleware = async (_, next) => {
      const { body, headers } = await next();
      return new Response((body as ReadableStream).pipeThrough(new TransformStream()), { headers });
    };
    const cloned: Middleware = async (_, next) => {
      const response = await next();
      response.clone();
      return response;
    };
    for (const chain of [[watch], [watch, piped], [cloned], [piped, cloned]]) {
      const client = sample({ fetch, middleware: chainMiddleware(...chain) });
      const found: unknown[] = [];
      for await (const event of await client.things.call<AsyncIterable<unknown>>(events)) found.push(event);
      expect(found).toMatchObject([{ data: "1" }, { data: "2" }]);
      expect(await (await client.things.call<Response>(bytes)).text()).toContain("data: 1");
      expect(await (await client.things.call(GET).asResponse()).text()).toContain("data: 2");
    }
    expect(seen).toHaveLength(6);
  });

  it("lets middleware keep an answer, and return copies of it", async () => {
    const { fetch, sent } = recording();
    const kept = new Map<string, Response>();
    const cache: Middleware = async ({ operation }, next) => {
      const answer = kept.get(operation) ?? (await next());
      kept.set(operation, answer);
      return answer.clone();
    };
    const client = sample({ fetch, middleware: chainMiddleware(cache) });
    for (let count = 0; count < 2; count += 1) {
      expect(await client.things.call(GET)).toEqual({ ok: true });
      expect(await (await client.things.call<Response>(bytes)).json()).toEqual({ ok: true });
      expect(await (await client.things.call({ ...GET, id: "things.whole" }).asResponse()).json()).toEqual({
        ok: true,
      });
    }
    expect(sent).toHaveLength(3);
  });

  it("names the function that read the body of a stream", async () => {
    const fetch = async (): Promise<Response> => new Response("data: 1\n\n");
    const greedy: Middleware = async (_, next) => {
      const response = await next();
      await response.text();
      return response;
    };
    const client = sample({ fetch, middleware: chainMiddleware(greedy) });
    const error = await errorOf(client.things.call(GET).asResponse());
    expect(error.message).toMatch(/^Middleware 1 \(greedy\) .*clone\(\).*was sent/);
  });

  it("lets go of a stream that it answers otherwise", async () => {
    const cancel = vi.fn();
    const fetch = async (): Promise<Response> => new Response(new ReadableStream({ cancel }));
    const other: Middleware = async (_, next) => {
      await next();
      return new Response("other");
    };
    const client = sample({ fetch, middleware: chainMiddleware(other) });
    expect(await (await client.things.call(GET).asResponse()).text()).toBe("other");
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledTimes(1));
  });

  it("sees each page of a walk", async () => {
    const { fetch } = recording((_, url) =>
      json(url.includes("cursor=2") ? { data: [2] } : { data: [1], next: "2" }),
    );
    const { seen, watch } = watching();
    const list = {
      ...GET,
      id: "things.list",
      query: ["cursor"],
      page: cursorPages({ items: "/data", cursor: "cursor", next: "/next" }),
    };
    const client = sample({ fetch, middleware: chainMiddleware(watch) });
    expect(await client.things.page(list).toArray()).toEqual([1, 2]);
    expect(seen.map(({ url }) => new URL(url).search)).toEqual(["", "?cursor=2"]);
  });

  it("sees routes of no document and calls of the raw client", async () => {
    const { fetch, sent } = recording();
    const { seen, watch } = watching();
    const trace: Middleware = (_, next) => next({ headers: { "x-trace": "1" }, query: { t: 1 } });
    const client = sample({ fetch, middleware: chainMiddleware(watch, trace) });
    await client.get("/others/{id}", { path: { id: 1 } });
    const raw = createRawClient<Record<string, Record<string, object>>>(client);
    const { data } = await (
      raw as unknown as { GET: (path: string, init: object) => Promise<{ data: unknown }> }
    ).GET("/things/{id}", { params: { path: { id: 2 } } });
    expect(data).toEqual({ ok: true });
    expect(seen.map(({ path }) => path)).toEqual(["/others/{id}", "/things/{id}"]);
    expect(sent.map(({ url, headers }) => [url, headers["x-trace"]])).toEqual([
      ["https://api.sample.test/v1/others/1?t=1", "1"],
      ["https://api.sample.test/v1/things/2?t=1", "1"],
    ]);
  });

  it("answers a HEAD, a 204 and a status beyond those of Response", async () => {
    const server = await serve((request, response) => {
      response.writeHead(request.method === "HEAD" ? 200 : request.url === "/odd" ? 999 : 204).end();
    });
    const { watch } = watching();
    const client = sample({ baseURL: server.url, middleware: chainMiddleware(watch) });
    expect(await client.things.call({ ...GET, method: "HEAD", response: "none" })).toBeUndefined();
    expect(await client.things.call({ ...GET, response: "none" })).toBeUndefined();
    expect(await errorOf(client.get("/odd"))).toMatchObject({ status: 999 });
  });
});

describe("the option", () => {
  it.each<[string, unknown]>([
    ["a function", () => json({})],
    ["a list", [() => json({})]],
    ["null", null],
    ["an object", { request: () => {} }],
  ])("refuses %s at construction, and says what to do", (_, middleware) => {
    expect(() => sample({ middleware } as never)).toThrow(
      /^middleware is .*, not made by chainMiddleware\(\)/,
    );
  });

  it.each<[string, unknown]>([
    ["a list", [() => json({})]],
    ["null", null],
    ["an answer", json({})],
  ])("refuses %s in a chain, by its number", (_, member) => {
    expect(() => chainMiddleware(() => json({}), member as never)).toThrow(/^Middleware 2 is .*; a function/);
  });

  it("nests chains, and counts through them", async () => {
    const { fetch } = recording();
    const order: string[] = [];
    const named =
      (name: string): Middleware =>
      (_, next) => {
        order.push(name);
        return next();
      };
    const silent = function silent() {} as unknown as Middleware;
    const inner = chainMiddleware(named("b"), named("c"));
    await sample({ fetch, middleware: chainMiddleware(named("a"), inner, named("d")) }).things.call(GET);
    expect(order).toEqual(["a", "b", "c", "d"]);
    const error = await errorOf(
      sample({ fetch, middleware: chainMiddleware(inner, silent) }).things.call(GET),
    );
    expect(error.message).toMatch(/^Middleware 3 \(silent\)/);
  });

  it("is taken on and replaced by withOptions", async () => {
    const { fetch } = recording();
    const first = watching();
    const second = watching();
    const client = sample({ fetch, middleware: chainMiddleware(first.watch) });
    await client.withOptions({ timeout: 5000 }).things.call(GET);
    await client.withOptions({ middleware: chainMiddleware(second.watch) }).things.call(GET);
    expect([first.seen.length, second.seen.length]).toEqual([1, 1]);
  });

  it("leaves facts of the answer's error whole", async () => {
    const { fetch } = recording(() => json({ message: "no" }, 422));
    const { watch } = watching();
    const error = (await errorOf(
      sample({ fetch, middleware: chainMiddleware(watch) }).things.call(KEYED, {}, { idempotencyKey: "k1" }),
    )) as unknown as APIError;
    expect(error).toMatchObject({
      client: "Sample",
      operation: "things.create",
      status: 422,
      attempts: 1,
      idempotencyKey: "k1",
    });
  });
});
