import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { basic, bearer, type Transport, tokenExchange, UsageError } from "../../src/client.ts";
import { memoryQuota, type NamedWindow, QuotaError, type QuotaStore, storeQuota } from "../../src/quota.ts";
import { countingServer } from "../support/counting.ts";
import { errorOf, GET, KEY, KEYED, POST, sample } from "../support/sample.ts";
import { serve } from "../support/server.ts";

const account = (limit: number, per: number) => ({ limit, per, scope: "account" });
/** Where nothing listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

const json = { "content-type": "application/json" };

describe("a client with a quota", () => {
  it("is not refused once, and uses what is allowed", async () => {
    const server = await countingServer([
      [20, 300],
      [50, 1000],
    ]);
    const quotas = [account(20, 300), account(50, 1000)];
    const client = sample({ baseURL: server.url, quota: memoryQuota() }, { quotas });
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 120 }, () => client.things.call(GET)));
    expect([server.refused(), server.arrivals.length]).toEqual([0, 120]);
    expect(server.mostIn(300)).toBeLessThanOrEqual(20);
    expect(server.mostIn(1000)).toBe(50);
    // 50 at once (20, 20, 10), 50 a second later, the rest after two.
    expect(performance.now() - startedAt).toBeLessThan(3200);
  });

  it("lets the wait be no part of timeout, and calls go in the order of asking", async () => {
    const order: string[] = [];
    const server = await countingServer([[5, 600]], (request, response) => {
      order.push(request.url);
      response.writeHead(200, json).end("{}");
    });
    const client = sample({
      baseURL: server.url,
      timeout: 1000,
      quota: memoryQuota({ windows: [account(5, 600)] }),
    });
    const calls = Array.from({ length: 20 }, (_, index) =>
      client.things.call({ ...GET, path: `/things/${index}` }),
    );
    await Promise.all(calls);
    const batches = order.map((url) => Math.floor(Number(url.split("/").at(-1)) / 5));
    expect(batches).toEqual([...batches].sort());
    expect(server.refused()).toBe(0);
  });

  it("fails a call at once that would have to wait longer than it may, and says how long", async () => {
    const server = await countingServer([]);
    const quota = memoryQuota({ windows: [account(1, 60_000)] });
    const client = sample({ baseURL: server.url, quota });
    await client.things.call(GET);
    const startedAt = performance.now();
    const error = await errorOf(client.things.call(GET, {}, { totalTimeout: 5000 }));
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(error).toBeInstanceOf(QuotaError);
    expect(error).toMatchObject({ name: "QuotaError", client: "Sample", operation: "things.get" });
    expect(error.waitMs).toBeGreaterThan(58_000);
    expect(error.waitMs).toBeLessThanOrEqual(60_001);
    expect(error.message).toMatch(/^The quota has no place for the next \d+ ms/);
    expect(server.arrivals).toHaveLength(1);
  });

  it("has a longest wait of its own", async () => {
    const server = await countingServer([]);
    const windows = [account(1, 400)];
    const patient = sample({ baseURL: server.url, quota: memoryQuota({ windows, maxWait: 1000 }) });
    const hurried = sample({ baseURL: server.url, quota: memoryQuota({ windows, maxWait: 100 }) });
    await Promise.all([patient.things.call(GET), patient.things.call(GET)]);
    await hurried.things.call(GET);
    expect(await errorOf(hurried.things.call(GET))).toMatchObject({ name: "QuotaError", attempts: 1 });
  });

  it("gives the place in the line up when its signal aborts", async () => {
    const server = await countingServer([]);
    const quota = memoryQuota({ windows: [account(1, 300)] });
    const client = sample({ baseURL: server.url, quota });
    await client.things.call(GET);
    const controller = new AbortController();
    const startedAt = performance.now();
    const aborted = errorOf(client.things.call(GET, {}, { signal: controller.signal }));
    const next = client.things.call(GET);
    controller.abort(new Error("enough"));
    expect(await aborted).toMatchObject({ name: "APIUserAbortError", unsent: true });
    await next;
    expect(performance.now() - startedAt).toBeLessThan(550);
    expect(server.arrivals).toHaveLength(2);
  });

  it("counts retries and hops, and not what certainly was not sent", async () => {
    const server = await serve((request, response, index) => {
      if (request.url === "/things" && index === 0) return response.writeHead(503).end();
      if (request.url === "/things") return response.writeHead(307, { location: "/other" }).end();
      response.writeHead(200, json).end("{}");
    });
    const quota = memoryQuota({ windows: [account(10, 60_000)] });
    const retry = { baseDelay: 1, maxDelay: 1 };
    const client = sample({ baseURL: server.url, quota, retry });
    await client.things.call(GET);
    expect(server.seen.map(({ url }) => url)).toEqual(["/things", "/things", "/other"]);
    expect(await client.quota()).toMatchObject([{ remaining: 7 }]);
    const nobody = sample({
      baseURL: await closedPort(),
      quota: memoryQuota({ windows: [account(3, 60_000)] }),
      retry,
    });
    expect(await errorOf(nobody.things.call(POST, {}))).toMatchObject({ unsent: true, attempts: 3 });
    expect(await nobody.quota()).toMatchObject([{ remaining: 3, resetsIn: 0 }]);
  });

  it("counts exchanges of tokens and replays, in the windows of the key", async () => {
    let tokens = 0;
    let calls = 0;
    const server = await serve((request, response) => {
      if (request.url === "/token") {
        tokens += 1;
        return response.writeHead(200, json).end(JSON.stringify({ token: `tok_${tokens}` }));
      }
      calls += 1;
      const isGood = request.headers.authorization === (calls === 1 ? "Bearer tok_1" : "Bearer tok_2");
      response.writeHead(isGood ? 200 : 401, json).end("{}");
    });
    const exchange = {
      option: "apiKey",
      method: "POST",
      path: "/token",
      operation: "auth.exchange",
      request: "/key",
      token: "/token",
    } as const;
    const schemes = { Token: tokenExchange({ option: "accessToken", exchange }) };
    const quota = memoryQuota({ windows: [account(10, 60_000)] });
    const client = sample({ baseURL: server.url, quota }, { schemes, security: [["Token"]] });
    await client.things.call(GET);
    await client.things.call(GET);
    expect(server.seen.map(({ url }) => url)).toEqual(["/token", "/things", "/things", "/token", "/things"]);
    expect(await client.quota()).toMatchObject([{ remaining: 5 }]);
  });

  it("is shared by the clients that are given it, by account, key and address", async () => {
    const server = await countingServer([]);
    const windows = [account(10, 60_000), { limit: 10, per: 60_000, scope: "address" }];
    const quota = memoryQuota({ windows });
    const one = sample({ baseURL: server.url, quota });
    const two = sample({ baseURL: server.url, quota, apiKey: "sk_another_0123456789" });
    await one.things.call(GET);
    await one.withOptions({ timeout: 1000 }).things.call(GET);
    await two.things.call(GET);
    expect(await one.quota()).toMatchObject([
      { scope: "account", remaining: 8 },
      { scope: "address", remaining: 7 },
    ]);
    expect(await two.quota()).toMatchObject([{ remaining: 9 }, { remaining: 7 }]);
    const named = memoryQuota({
      windows: [account(10, 60_000), { limit: 10, per: 60_000, scope: "key" }],
      account: "acme",
    });
    const three = sample({ baseURL: server.url, quota: named });
    const four = sample({ baseURL: server.url, quota: named, apiKey: "sk_another_0123456789" });
    await three.things.call(GET);
    await four.things.call(GET);
    expect(await three.quota()).toMatchObject([
      { scope: "account", remaining: 8 },
      { scope: "key", remaining: 9 },
    ]);
  });

  it("counts operations and groups of them by themselves, and origins apart", async () => {
    const [server, other] = [await countingServer([]), await countingServer([])];
    const quotas = [
      { limit: 10, per: 60_000, scope: "operation" },
      { limit: 5, per: 60_000, scope: "uploads" },
    ];
    const upload = { ...POST, quotas: ["uploads"] };
    const quota = memoryQuota();
    const client = sample({ baseURL: server.url, quota }, { quotas });
    await client.things.call(GET);
    await client.things.call(upload, {});
    await client.things.call(upload, {});
    const elsewhere = sample({ baseURL: other.url, quota }, { quotas });
    await elsewhere.things.call(upload, {});
    const states = await client.quota();
    expect(states.map(({ scope, remaining }) => [scope, remaining])).toEqual([
      ["operation", 9],
      ["operation", 8],
      ["uploads", 3],
    ]);
  });

  it("tells basic credentials and those of functions apart, and prints none", async () => {
    const server = await countingServer([]);
    const quota = memoryQuota({ windows: [account(10, 60_000)] });
    const schemes = {
      Basic: basic({ option: "username" }, { option: "password" }),
      Token: bearer({ option: "accessToken" }),
    };
    const security = [["Basic"], ["Token"]];
    const make = (options: object) =>
      sample({ baseURL: server.url, quota, ...options }, { schemes, security });
    const ada = make({ username: "ada", password: "pw_canary_1" });
    const bob = make({ username: "bob", password: "pw_canary_1" });
    let turn = 0;
    const many = make({ accessToken: () => `tok_canary_${turn++ % 2}` });
    await ada.things.call(GET);
    await ada.things.call(GET);
    await bob.things.call(GET);
    for (let call = 0; call < 3; call++) await many.things.call(GET);
    expect(await ada.quota()).toMatchObject([{ remaining: 8 }]);
    expect(await bob.quota()).toMatchObject([{ remaining: 9 }]);
    expect((await many.quota()).map(({ remaining }) => remaining)).toEqual([8, 9]);
    expect(JSON.stringify([quota, await many.quota()])).not.toContain("canary");
  });

  it("takes places when the transport lets requests go, and asks again after each wait", async () => {
    const server = await countingServer([[10, 200]]);
    let most = 0;
    let waiting = 0;
    const quota = memoryQuota({ windows: [account(10, 200)] });
    // One connection, and a queue.
    let last: Promise<unknown> = Promise.resolve();
    const transport: Transport = {
      send(request) {
        const turn = last.then(async () => {
          for (let wait = request.onReleased(); wait; wait = request.onReleased()) await wait;
          waiting = 10 - ((await client.quota())[0]?.remaining ?? 0);
          request.onSending();
          const { url, method, headers, signal } = request;
          return fetch(url, { method, headers, signal });
        });
        last = turn.catch(() => {});
        return turn;
      },
    };
    const client = sample({ baseURL: server.url, transport, quota });
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        await client.things.call(GET);
        most = Math.max(most, waiting);
      }),
    );
    expect(server.refused()).toBe(0);
    expect(server.mostIn(200)).toBeLessThanOrEqual(10);
    expect(most).toBeLessThanOrEqual(10);
  });

  it("believes what answers say of the window that they describe", async () => {
    const reset = String(Math.ceil(Date.now() / 1000) + 60);
    const server = await serve((request, response) => {
      const window = request.url === "/things" ? "minute" : "day";
      response.writeHead(200, { ...json, "x-left": "2", "x-reset": reset, "x-window": window }).end("{}");
    });
    const fields = (value: string) => ({
      remaining: "X-Left",
      reset: "X-Reset",
      only: { header: "X-Window", value },
    });
    const quotas = [
      { limit: 10, per: 60_000, scope: "account", headers: fields("minute") },
      { limit: 100, per: 3_600_000, scope: "account", headers: fields("hour") },
    ];
    const client = sample({ baseURL: server.url, quota: memoryQuota() }, { quotas });
    await client.things.call({ ...GET, path: "/other" });
    expect(await client.quota()).toMatchObject([{ remaining: 9 }, { remaining: 99 }]);
    await client.things.call(GET);
    const states = await client.quota();
    expect(states.map(({ remaining }) => remaining)).toEqual([2, 98]);
    expect(states[0]?.resetsIn).toBeGreaterThan(58_000);
    expect(states[0]?.resetsIn).toBeLessThan(62_000);
    await client.things.call(GET, {}, { totalTimeout: 500 });
  });

  it.each([
    ["nothing", {}],
    ["words", { "x-left": "many" }],
    ["less than nothing", { "x-left": "-1" }],
    ["a fraction", { "x-left": "0.5" }],
    ["more than the limit", { "x-left": "5000" }],
  ])("takes %s in a header field for no statement", async (_, headers) => {
    const server = await serve((_request, response) =>
      response.writeHead(200, { ...json, ...headers }).end("{}"),
    );
    const quotas = [{ ...account(10, 60_000), headers: { remaining: "X-Left" } }];
    const client = sample({ baseURL: server.url, quota: memoryQuota() }, { quotas });
    await client.things.call(GET);
    expect(await client.quota()).toMatchObject([{ remaining: 9 }]);
  });

  it("has all wait where the vendor refuses for a while, and goes on then", async () => {
    const server = await serve((_, response, index) => {
      if (index === 0) return response.writeHead(429, { "retry-after-ms": "300" }).end();
      response.writeHead(200, json).end("{}");
    });
    const quota = memoryQuota({ windows: [account(100, 60_000)] });
    const one = sample({ baseURL: server.url, quota });
    const two = sample({ baseURL: server.url, quota });
    const first = one.things.call(GET);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const startedAt = performance.now();
    await two.things.call(GET);
    expect(performance.now() - startedAt).toBeGreaterThan(150);
    await first;
    expect(server.seen).toHaveLength(3);
  });

  it("does not stop where an answer says that nothing remains: it counts by itself", async () => {
    const server = await serve((_, response) =>
      response.writeHead(200, { ...json, "ratelimit-remaining": "0", "ratelimit-reset": "1" }).end("{}"),
    );
    const quota = memoryQuota({ windows: [account(100, 60_000)] });
    const client = sample({ baseURL: server.url, quota });
    const startedAt = performance.now();
    await client.things.call(GET);
    await client.things.call(GET);
    expect(performance.now() - startedAt).toBeLessThan(900);
  });

  it("has an empty list without one, and full windows before the first call", async () => {
    expect(await sample({}).quota()).toEqual([]);
    expect(await sample({ quota: memoryQuota() }, { quotas: [account(7, 1000)] }).quota()).toEqual([
      { limit: 7, per: 1000, scope: "account", remaining: 7, resetsIn: 0 },
    ]);
  });
});

describe("what a quota may not be", () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      "a limit of zero",
      () => memoryQuota({ windows: [account(0, 1000)] }),
      /limit is 0; a whole number, 1 or more/,
    ],
    ["half a request", () => memoryQuota({ windows: [account(0.5, 1000)] }), /limit is 0.5/],
    ["no limit", () => memoryQuota({ windows: [account(Number.NaN, 1000)] }), /limit is NaN/],
    [
      "a window without end",
      () => memoryQuota({ windows: [account(1, Number.POSITIVE_INFINITY)] }),
      /per is Infinity/,
    ],
    ["a window of nothing", () => memoryQuota({ windows: [account(1, 0)] }), /per is 0/],
    [
      "a window without a length",
      () => memoryQuota({ windows: [{ limit: 1, scope: "account" } as never] }),
      /per is undefined/,
    ],
    ["a window without a scope", () => memoryQuota({ windows: [{ limit: 1, per: 1 } as never] }), /no scope/],
    ["no window", () => memoryQuota({ windows: [] }), /one at least/],
    [
      "a window that is not in a list",
      () => memoryQuota({ windows: account(1, 1) as never }),
      /one at least/,
    ],
    ["null in place of a window", () => memoryQuota({ windows: [null as never] }), /limit is undefined/],
    ["a wait below nothing", () => memoryQuota({ windows: [account(1, 1)], maxWait: -1 }), /maxWait is -1/],
    ["a wait in words", () => memoryQuota({ maxWait: "1 s" as never }), /maxWait is 1 s/],
    ["an empty account", () => memoryQuota({ account: "" }), /account is expected/],
    ["an option that is none", () => memoryQuota({ window: [] } as never), /no option window/],
    [
      "a document without quotas",
      () => sample({ quota: memoryQuota() }),
      /document of Sample states no quotas/,
    ],
    [
      "an object of the caller's",
      () => sample({ quota: { limit: 1 } as never }),
      /quota is .*, not made by memoryQuota\(\)/,
    ],
    ["a number", () => sample({ quota: 100 as never }), /quota is 100, not made by memoryQuota\(\)/],
  ])("%s", (_, make, message) => {
    expect(make).toThrow(UsageError);
    expect(make).toThrow(message);
  });
});

it("asks a store of one's own, by names that it gives", async () => {
  const server = await countingServer([]);
  const taken: (readonly NamedWindow[])[] = [];
  const settled: boolean[] = [];
  const store: QuotaStore = {
    nameOf: async (text) => `n${text.includes(KEY) ? "key" : ""}`,
    async take(windows) {
      taken.push(windows);
      return { settle: (isCounted) => settled.push(isCounted) };
    },
    close: () => {},
    state: async (windows) => windows.map((one) => ({ ...one, remaining: 1, resetsIn: undefined })),
  };
  const quota = storeQuota(store, { windows: [account(5, 1000)] });
  const client = sample({ baseURL: server.url, quota });
  await client.things.call(KEYED, {});
  await client.things.call(KEYED, {});
  expect(taken.map((windows) => windows.map(({ name }) => name))).toEqual([["nkey"], ["nkey"]]);
  expect(taken[0]).toBe(taken[1]);
  expect(settled).toEqual([true, true]);
  expect(await client.quota()).toMatchObject([{ remaining: 1 }]);
});
