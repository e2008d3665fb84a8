import { afterEach, describe, expect, it, vi } from "vitest";
import {
  APIResponseError,
  APIUserAbortError,
  AuthenticationError,
  type ClientDefinition,
  InternalServerError,
  type Operation,
  type StoredToken,
  type TokenStore,
  tokenExchange,
} from "../src/client.ts";
import { errorOf, GET, KEY, type SampleOptions, sample } from "./support/sample.ts";
import { type Handler, json, type Loopback, serve } from "./support/server.ts";

afterEach(() => vi.restoreAllMocks());

const scheme = tokenExchange({
  option: "accessToken",
  env: "SAMPLE_ACCESS_TOKEN",
  exchange: {
    option: "apiKey",
    env: "SAMPLE_API_KEY",
    method: "POST",
    path: "/login",
    operation: "authentication.login",
    request: "/credentials/api_key",
    token: "/access_token",
    expiresIn: "/expires_in",
  },
});
const definition: Partial<ClientDefinition> = { schemes: { Bearer: scheme }, security: [["Bearer"]] };
const client = (server: Loopback, options: SampleOptions = {}) =>
  sample({ baseURL: server.url, retry: { baseDelay: 1 }, ...options }, definition);

/** Issues token-1, token-2 …; everything else is for `handler`. */
function vendor(
  handler: (token: string, ...rest: Parameters<Handler>) => unknown,
  issue: (count: number) => object = () => ({ expires_in: 3600 }),
): Promise<Loopback & { logins: () => number }> {
  let count = 0;
  const server = serve((request, response, index) => {
    if (request.url === "/login")
      return json(response, { access_token: `token-${++count}`, ...issue(count) });
    return handler(request.headers.authorization?.slice("Bearer ".length) ?? "", request, response, index);
  });
  return server.then((loopback) => ({ ...loopback, logins: () => count }));
}

const accept =
  (...good: string[]) =>
  (token: string, ...[, response]: Parameters<Handler>) =>
    good.includes(token) ? json(response, { token }) : json(response, { error: "unauthorized" }, 401);

describe("a token", () => {
  it("is got on first use and used from then on; the key travels in the body alone", async () => {
    const server = await vendor(accept("token-1"));
    const one = client(server);
    expect(server.seen).toHaveLength(0);
    await one.things.call(GET);
    await one.things.call(GET);
    expect(server.logins()).toBe(1);
    const [login, ...calls] = server.seen;
    expect(JSON.parse(login?.body ?? "")).toEqual({ credentials: { api_key: KEY } });
    expect(login?.headers).not.toHaveProperty("authorization");
    for (const { headers, body } of calls) expect(JSON.stringify([headers, body])).not.toContain(KEY);
  });

  it("is got anew shortly before it expires", async () => {
    const server = await vendor(accept("token-1", "token-2"), () => ({ expires_in: 600 }));
    const one = client(server);
    const start = Date.now();
    await one.things.call(GET);
    const clock = vi.spyOn(Date, "now");
    clock.mockReturnValue(start + 500_000);
    await one.things.call(GET);
    expect(server.logins()).toBe(1);
    clock.mockReturnValue(start + 541_000);
    await expect(one.things.call(GET)).resolves.toEqual({ token: "token-2" });
    expect(server.logins()).toBe(2);
  });

  const lifetimes: [name: string, answer: object][] = [
    ["missing", {}],
    ["zero", { expires_in: 0 }],
    ["negative", { expires_in: -5 }],
    ["null", { expires_in: null }],
    ["words", { expires_in: "soon" }],
    ["absurd", { expires_in: 1e300 }],
    ["a number as text", { expires_in: "3600" }],
  ];
  it.each(lifetimes)("whose lifetime is %s is used until it is refused", async (_, answer) => {
    const server = await vendor(accept("token-1", "token-2"), () => answer);
    const one = client(server);
    for (let call = 0; call < 3; call++) await one.things.call(GET);
    expect(server.logins()).toBe(1);
  });

  it("is judged by our own clock, whatever the server's says", async () => {
    const server = await vendor(
      (_, __, response) => json(response, {}, 200, { date: "Sun, 06 Nov 1994 08:49:37 GMT" }),
      () => ({ expires_in: 3600 }),
    );
    const one = client(server);
    await one.things.call(GET);
    await one.things.call(GET);
    expect(server.logins()).toBe(1);
  });

  const unusable: [name: string, token: unknown, message: RegExp][] = [
    [
      "is missing",
      undefined,
      /^POST \/login was answered 200 with JSON without a token at \/access_token\.$/,
    ],
    ["is empty", "", /JSON without a token at/],
    ["is not text", 5, /JSON without a token at/],
    ["has a line break", "token\nX-Evil: 1", /a token at \/access_token that no header can carry\.$/],
    ["is of another alphabet", "tökén", /that no header can carry/],
  ];
  it.each(unusable)("that %s in the answer is an error of the exchange", async (_, token, message) => {
    const server = await vendor(accept(), () => ({ access_token: token }));
    const one = client(server);
    for (const error of await Promise.all([1, 2].map(() => errorOf(one.things.call(GET))))) {
      expect(error).toBeInstanceOf(APIResponseError);
      expect(error).toMatchObject({
        status: 200,
        operation: "authentication.login",
        path: "/login",
        excerpt: "",
      });
      expect(error.message).toMatch(message);
      expect(error.message).not.toMatch(/Evil|tökén/);
    }
    expect(server.logins()).toBe(1);
    expect(server.seen).toHaveLength(1);
  });

  it("may be given instead of a key, and is then never exchanged", async () => {
    const server = await vendor(accept("ready"));
    await client(server, { accessToken: "ready" }).things.call(GET);
    await client(server, { accessToken: async () => "ready", apiKey: undefined }).things.call(GET);
    expect(server.logins()).toBe(0);
  });

  it("in the environment gives way to a key that is given", async () => {
    vi.stubEnv("SAMPLE_ACCESS_TOKEN", "stale");
    const server = await vendor(accept("token-1"));
    await client(server).things.call(GET);
    vi.unstubAllEnvs();
    expect(server.logins()).toBe(1);
  });

  const ready: [name: string, env: Readonly<Record<string, string>>, options: SampleOptions][] = [
    ["both in the environment", { SAMPLE_ACCESS_TOKEN: "ready", SAMPLE_API_KEY: KEY }, { apiKey: undefined }],
    ["both given in code", {}, { accessToken: "ready" }],
    ["the token from a function", {}, { accessToken: async () => "ready" }],
  ];
  it.each(ready)("beside a key, %s, is used while it is good and then renewed", async (_, env, options) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    let good = "ready";
    const server = await vendor((token, ...rest) => accept(good)(token, ...rest));
    const one = client(server, { maxRetries: 0, ...options });
    const post: Operation = { id: "things.post", method: "POST", path: "/things", body: "fields" };
    await one.things.call(post, { a: 1 });
    expect(server.logins()).toBe(0);
    good = "token-1";
    await expect(one.things.call(post, { a: 2 })).resolves.toEqual({ token: "token-1" });
    await one.things.call(GET);
    await one.withOptions({ timeout: 1000 }).things.call(GET);
    expect(server.logins()).toBe(1);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer ready",
      "Bearer ready",
      undefined,
      "Bearer token-1",
      "Bearer token-1",
      "Bearer token-1",
    ]);
    vi.unstubAllEnvs();
  });

  it("that is given is not renewed with a key of the environment, which is somebody else's", async () => {
    vi.stubEnv("SAMPLE_API_KEY", "of-the-process");
    const server = await vendor(accept());
    const error = await errorOf(
      client(server, { accessToken: "of-this-user", apiKey: undefined }).things.call(GET),
    );
    vi.unstubAllEnvs();
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(server.seen).toHaveLength(1);
  });

  it("that is refused is not renewed for a body that cannot be repeated, but for the next call", async () => {
    const server = await vendor(accept("token-1"));
    const one = client(server, { accessToken: "expired" });
    const encode = () => ({ body: new Blob(["x"]).stream(), contentType: "text/plain", repeatable: false });
    const upload: Operation = {
      id: "things.put",
      method: "PUT",
      path: "/things",
      body: { in: "body", encode },
    };
    expect(await errorOf(one.things.call(upload, { body: 1 }))).toBeInstanceOf(AuthenticationError);
    await expect(one.things.call(GET)).resolves.toEqual({ token: "token-1" });
    expect(server.logins()).toBe(1);
  });

  it("from a function that has a new one by then is carried again", async () => {
    let given = "old";
    const server = await vendor((token, ...rest) => accept("token-1", "new")(token, ...rest));
    const one = client(server, { accessToken: () => given });
    await expect(one.things.call(GET)).resolves.toEqual({ token: "token-1" });
    given = "new";
    await expect(one.things.call(GET)).resolves.toEqual({ token: "new" });
  });
});

describe("a 401", () => {
  it("is answered by one more request where the endpoint issues the same token again", async () => {
    let asked = 0;
    const server = await vendor(
      (_token, _request, response) =>
        ++asked === 2 ? json(response, { error: "unauthorized" }, 401) : json(response, { asked }),
      () => ({ access_token: "token-for-ever", expires_in: 3600 }),
    );
    const one = client(server);
    await one.things.call(GET);
    expect(await one.things.call(GET)).toEqual({ asked: 3 });
    expect(server.logins()).toBe(2);
  });

  it("leads to one exchange and one replay, which is not a retry", async () => {
    const server = await vendor(accept("token-2"));
    await expect(client(server, { maxRetries: 0 }).things.call(GET).withResponse()).rejects.toBeInstanceOf(
      AuthenticationError,
    );
    // The first token was fresh: getting another one is not a remedy, but the next call may try.
    expect(server.logins()).toBe(1);
    const before = server.seen.length;
    let given = 0;
    const tokenStore = { get: () => ({ token: `old-${Math.floor(given++ / 2)}` }), set: () => {} };
    await expect(client(server, { maxRetries: 0, tokenStore }).things.call(GET)).rejects.toBeInstanceOf(
      AuthenticationError,
    );
    expect(server.seen.slice(before).map(({ headers }) => headers.authorization)).toEqual([
      "Bearer old-0",
      "Bearer old-1",
    ]);
  });

  it("leads to an exchange also where the store does not let go of the token", async () => {
    const server = await vendor(accept("token-1"));
    const tokenStore = { get: () => ({ token: "old" }), set: () => {} };
    const one = client(server, { maxRetries: 0, tokenStore });
    await expect(one.things.call(GET)).resolves.toEqual({ token: "token-1" });
  });

  it("on a token from before is mended without the caller's doing", async () => {
    let good = "token-1";
    const server = await vendor((token, ...rest) => accept(good)(token, ...rest));
    const one = client(server, { maxRetries: 0 });
    await one.things.call(GET);
    good = "token-2";
    const post: Operation = { id: "things.post", method: "POST", path: "/things", body: "fields" };
    await expect(one.things.call(post, { a: 1 })).resolves.toEqual({ token: "token-2" });
    expect(server.logins()).toBe(2);
    expect(server.seen.filter(({ url }) => url === "/things").map(({ body }) => body)).toEqual([
      "",
      '{"a":1}',
      '{"a":1}',
    ]);
  });

  it("on a new token is an AuthenticationError, not a loop", async () => {
    const server = await vendor(accept());
    const one = client(server);
    const error = await errorOf(one.things.call(GET));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(server.logins()).toBe(1);
    await errorOf(one.things.call(GET));
    expect(server.logins()).toBe(2);
    expect(server.seen.filter(({ url }) => url === "/things")).toHaveLength(2);
  });

  it("with a body that cannot be repeated is the caller's, and the next call gets a new token", async () => {
    let good = "token-1";
    const server = await vendor((token, ...rest) => accept(good)(token, ...rest));
    const one = client(server);
    await one.things.call(GET);
    good = "token-2";
    const encode = () => ({ body: new Blob(["x"]).stream(), contentType: "text/plain", repeatable: false });
    const upload: Operation = {
      id: "things.put",
      method: "PUT",
      path: "/things",
      body: { in: "body", encode },
    };
    expect(await errorOf(one.things.call(upload, { body: 1 }))).toBeInstanceOf(AuthenticationError);
    expect(server.logins()).toBe(1);
    await expect(one.things.call(GET)).resolves.toEqual({ token: "token-2" });
  });

  it("on the exchange itself is an AuthenticationError of the exchange, without the key", async () => {
    const server = await serve((_, response) => json(response, { message: `no such key ${KEY}` }, 401));
    const error = await errorOf(client(server).things.call(GET));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ operation: "authentication.login", attempts: 1 });
    expect(JSON.stringify(error) + error.message).not.toContain(KEY);
    expect(server.seen).toHaveLength(1);
  });

  it.each<[string, number, number]>([
    ["another key", 2, 200],
    ["the same key", 1, 401],
  ])("on the exchange itself asks a function once more: %s", async (_, changesAt, status) => {
    const server = await serve((request, response) => {
      const isGood =
        String(request.headers.authorization).endsWith("token") || request.body?.includes("key-2");
      json(response, isGood ? { access_token: "token" } : { message: "no such key" }, isGood ? 200 : 401);
    });
    let asked = 0;
    const apiKey = (): string => `key-${++asked >= changesAt && changesAt > 1 ? 2 : 1}-of-a-tenant`;
    const outcome = await client(server, { apiKey })
      .things.call(GET)
      .then(
        () => 200,
        (error: { status: number }) => error.status,
      );
    expect([outcome, asked]).toEqual([status, 2]);
    expect(server.seen.map(({ url }) => url)).toEqual(
      status === 200 ? ["/login", "/login", "/things"] : ["/login"],
    );
  });
});

describe("an exchange", () => {
  it("goes on for the others when the limits of one caller end", async () => {
    let login = (): void => {};
    const server = await serve((request, response) => {
      if (request.url !== "/login") return json(response, { ok: true });
      login = () => json(response, { access_token: "token-1" });
    });
    const one = client(server, { maxRetries: 0 });
    const limited = [
      one.things.call(GET, {}, { timeout: 50 }),
      one.things.call(GET, {}, { totalTimeout: 60 }),
      one.things.call(GET, {}, { signal: AbortSignal.timeout(70) }),
    ].map((call) => errorOf(call));
    const patient = one.things.call(GET);
    expect((await Promise.all(limited)).map(({ name, unsent }) => [name, unsent])).toEqual([
      ["APIConnectionTimeoutError", true],
      ["APIConnectionTimeoutError", true],
      ["APIUserAbortError", true],
    ]);
    login();
    await expect(patient).resolves.toEqual({ ok: true });
    expect(server.seen.map(({ url }) => url)).toEqual(["/login", "/things"]);
  });

  it("is one however many wait: 1,000 calls on an expired token", { timeout: 30_000 }, async () => {
    let good = "token-1";
    const server = await vendor(
      (token, ...rest) => accept(good)(token, ...rest),
      () => ({ expires_in: 3600 }),
    );
    const one = client(server);
    await one.things.call(GET);
    good = "token-2";
    const later = Date.now() + 4_000_000;
    vi.spyOn(Date, "now").mockImplementation(() => later);
    await Promise.all(Array.from({ length: 1000 }, () => one.things.call(GET)));
    expect(server.logins()).toBe(2);
  });

  it("is one when 1,000 calls find out by a 401", { timeout: 30_000 }, async () => {
    let good = "token-1";
    const server = await vendor((token, ...rest) => accept(good)(token, ...rest));
    const one = client(server);
    await one.things.call(GET);
    good = "token-2";
    await Promise.all(Array.from({ length: 1000 }, () => one.things.call(GET)));
    expect(server.logins()).toBe(2);
  });

  it("is repeated after a 503, though it is a POST without a key", async () => {
    let refused = 0;
    const server = await serve((request, response) => {
      if (request.url === "/login" && refused++ < 2) return json(response, {}, 503);
      return json(response, { access_token: "token" });
    });
    await client(server).things.call(GET);
    expect(refused).toBe(3);
  });

  it("that fails for good fails every call that waited, and the next call tries again", async () => {
    let up = false;
    const server = await serve((request, response) =>
      request.url === "/login" && !up ? json(response, {}, 500) : json(response, { access_token: "token" }),
    );
    const one = client(server, { maxRetries: 0 });
    const errors = await Promise.all([1, 2, 3].map(() => errorOf(one.things.call(GET))));
    for (const error of errors) expect(error).toBeInstanceOf(InternalServerError);
    expect(server.seen).toHaveLength(1);
    up = true;
    await one.things.call(GET);
  });

  it("is not asked for by a call that is aborted already", async () => {
    const server = await vendor(accept("token-1"));
    const error = await errorOf(client(server).things.call(GET, {}, { signal: AbortSignal.abort() }));
    expect(error).toBeInstanceOf(APIUserAbortError);
    expect(server.seen).toHaveLength(0);
  });

  it("goes on for the others when one caller gives up", async () => {
    const server = await vendor(accept("token-1"));
    const one = client(server);
    const controller = new AbortController();
    const leaver = errorOf(one.things.call(GET, {}, { signal: controller.signal }));
    const stayer = one.things.call(GET);
    setTimeout(() => controller.abort(), 0);
    await leaver;
    await expect(stayer).resolves.toEqual({ token: "token-1" });
    expect(server.logins()).toBe(1);
  });
});

describe("a store", () => {
  it("is asked before exchanging, and told of new and refused tokens", async () => {
    const log: (StoredToken | undefined)[] = [];
    let kept: StoredToken | undefined = { token: "shared" };
    const tokenStore = {
      get: async () => kept,
      set: async (token: StoredToken | undefined) => {
        kept = token;
        log.push(token);
      },
    };
    let good = "shared";
    const server = await vendor((token, ...rest) => accept(good)(token, ...rest));
    const one = client(server, { tokenStore });
    await one.things.call(GET);
    expect(server.logins()).toBe(0);
    good = "token-1";
    await one.things.call(GET);
    expect(log).toEqual([undefined, { token: "token-1", expiresAt: expect.any(Number) }]);
  });

  it("that another process has filled meanwhile saves the exchange", async () => {
    let kept: StoredToken | undefined = { token: "old" };
    const tokenStore = { get: () => kept, set: () => {} };
    let good = "old";
    const server = await vendor((token, ...rest) => accept(good)(token, ...rest));
    const one = client(server, { tokenStore });
    await one.things.call(GET);
    good = "from elsewhere";
    kept = { token: "elsewhere" };
    good = "elsewhere";
    await expect(one.things.call(GET)).resolves.toEqual({ token: "elsewhere" });
    expect(server.logins()).toBe(0);
  });
});

describe("a store that fails", () => {
  const never = new Promise<never>(() => {});
  const fails = async (token?: StoredToken): Promise<never> => {
    throw new Error(`no connection${token ? ` for ${token.token}` : ""}`);
  };
  const stores: readonly [name: string, store: TokenStore, warnings: number, timeout?: number][] = [
    ["gives null, as JSON has it", { get: () => null, set: () => {} }, 0],
    ["cannot be read", { get: () => fails(), set: () => {} }, 1],
    ["cannot be written", { get: () => undefined, set: fails }, 1],
    ["never answers", { get: () => never, set: () => never }, 2, 100],
  ];
  it.each(stores)("and %s fails no call", async (_, tokenStore, warnings, timeout) => {
    const server = await vendor(accept("token-1"));
    const warned: string[] = [];
    const logger = { error() {}, info() {}, debug() {}, warn: (text: string) => void warned.push(text) };
    const one = client(server, { tokenStore, logger, logLevel: "warn", timeout });
    await expect(one.things.call(GET)).resolves.toEqual({ token: "token-1" });
    await expect(one.things.call(GET)).resolves.toEqual({ token: "token-1" });
    expect(server.logins()).toBe(1);
    expect(warned).toHaveLength(warnings);
    expect(warned.join()).not.toContain("token-1");
  });

  it("holds no call beyond its signal while a token is refused", async () => {
    let isSlow = false;
    const tokenStore: TokenStore = { get: () => (isSlow ? never : { token: "old" }), set: () => {} };
    const controller = new AbortController();
    const server = await vendor((_, __, response) => {
      if (!isSlow) return json(response, {});
      json(response, {}, 401);
      setTimeout(() => controller.abort(), 20);
    });
    const one = client(server, { tokenStore });
    await one.things.call(GET);
    isSlow = true;
    const error = await errorOf(one.things.call(GET, {}, { signal: controller.signal }));
    expect(error).toBeInstanceOf(APIUserAbortError);
  });

  it("is not believed when it still gives a token that was refused", async () => {
    let free = (): void => {};
    const slow = new Promise<void>((resolve) => {
      free = resolve;
    });
    let kept: StoredToken | null = { token: "old" };
    let isRefused = false;
    const tokenStore: TokenStore = {
      async get() {
        const found = kept;
        // The call that was refused waits for the store to forget the token; others read it meanwhile.
        if (isRefused) await slow;
        return found;
      },
      set: (token) => {
        kept = token ?? null;
      },
    };
    let good = "old";
    const server = await vendor((token, request, response) => {
      isRefused ||= token !== good;
      accept(good)(token, request, response, 0);
    });
    const one = client(server, { tokenStore });
    await one.things.call(GET);
    good = "token-1";
    const first = one.things.call(GET);
    await vi.waitUntil(() => isRefused);
    const second = one.things.call(GET);
    setTimeout(free, 20);
    expect(await Promise.all([first, second])).toEqual([{ token: "token-1" }, { token: "token-1" }]);
    expect(server.logins()).toBe(1);
  });
});

describe("a store that runs one exchange at a time", () => {
  const shared = (exclusive: TokenStore["exclusive"]): TokenStore => {
    let kept: StoredToken | undefined;
    return {
      get: () => kept,
      set: (token) => {
        kept = token;
      },
      ...(exclusive && { exclusive }),
    };
  };

  it("is looked into again when it is one's turn", async () => {
    const server = await vendor((_, __, response) => json(response, {}));
    let last: Promise<unknown> = Promise.resolve();
    const tokenStore = shared((run) => {
      last = last.then(run, run);
      return last;
    });
    const clients = Array.from({ length: 5 }, () => client(server, { tokenStore }));
    await Promise.all(clients.map(({ things }) => things.call(GET)));
    expect(server.logins()).toBe(1);
  });

  it.each<[string, TokenStore["exclusive"]]>([
    ["fails", () => Promise.reject(new Error("no lock"))],
    [
      "throws",
      () => {
        throw new Error("no lock");
      },
    ],
    ["never comes to it", () => new Promise(() => {})],
    ["forgets to run it", async () => {}],
    ["runs it twice", async (run) => [await run(), await run()]],
  ])("and %s costs no call", async (_, exclusive) => {
    const server = await vendor((_token, __, response) => json(response, {}));
    await client(server, { tokenStore: shared(exclusive), timeout: 400 }).things.call(GET);
    expect(server.logins()).toBe(1);
  });

  it("has the error of the exchange told, and not taken for its own", async () => {
    const lines: string[] = [];
    const note = (line: string): number => lines.push(line);
    const logger = { error: note, warn: note, info: note, debug: note };
    const tokenStore = shared((run) => run());
    const nobody = { url: "http://127.0.0.1:1" } as Awaited<ReturnType<typeof vendor>>;
    const one = client(nobody, { tokenStore, logger, logLevel: "warn", maxRetries: 0 });
    expect(await errorOf(one.things.call(GET))).toMatchObject({ name: "APIConnectionError" });
    expect(lines.filter((line) => line.includes("tokenStore"))).toEqual([]);
  });
});

describe("withOptions", () => {
  it("shares the token, unless credential or base URL change", async () => {
    const server = await vendor((_, __, response) => json(response, {}));
    const one = client(server);
    await one.things.call(GET);
    await one.withOptions({ timeout: 1000 }).things.call(GET);
    expect(server.logins()).toBe(1);
    await one.withOptions({ apiKey: "another-key-0123" }).things.call(GET);
    expect(server.logins()).toBe(2);
    await one.withOptions({ baseURL: `${server.url}/` }).things.call(GET);
    expect(server.logins()).toBe(2);
    await one.withOptions({ baseURL: server.url.replace("127.0.0.1", "localhost") }).things.call(GET);
    expect(server.logins()).toBe(3);
  });
});
