import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  basic,
  type ClientDefinition,
  clientCredentials,
  cursorPages,
  eventStream,
  jsonLines,
  type Logger,
  linkPages,
  type Operation,
  type TokenStore,
  tokenExchange,
} from "../src/client.ts";
import { errorOf, GET, type SampleOptions, sample, sampleClass } from "./support/sample.ts";
import { serve } from "./support/server.ts";

const KEY = "canary-sk/live+0123456789==";
const SPELLED = KEY.replace(/\W/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Everything that a person or a program gets to see of a value. */
const printed = (value: unknown): string =>
  [
    inspect(value, {
      depth: 12,
      showHidden: true,
      getters: true,
      maxStringLength: null,
      maxArrayLength: null,
    }),
    JSON.stringify(value),
    String(value),
  ].join("\n");

function hides(value: unknown, told = /canary|canARY|0123456|MDEyMzQ1/i): void {
  expect(printed(value)).not.toMatch(told);
}

/** A client that gets one answer to everything. */
const answered = (
  response: () => Response | Promise<Response>,
  options: SampleOptions = {},
  definition: Partial<ClientDefinition> = {},
) => {
  // A client refuses options that none of its schemes has.
  const key = definition.schemes ? {} : { apiKey: KEY };
  return new (sampleClass(definition))({ ...key, maxRetries: 0, fetch: async () => response(), ...options });
};

describe("a body that is cut in the middle of a key", () => {
  it.each([401, 500])("does not show its beginning in an error (%i)", async (status) => {
    for (const spelled of [KEY, SPELLED, encodeURIComponent(encodeURIComponent(KEY))]) {
      for (let length = 1; length <= spelled.length; length++) {
        const text = "x".repeat(65_536 - length) + spelled + "y".repeat(100);
        const error = await errorOf(answered(() => new Response(text, { status })).things.call(GET));
        // Seven characters of it tell nothing.
        hides(error, /canary-s/);
        expect(error.body).toMatch(/^x{60000}/);
      }
    }
  });

  it("does not show it where the connection breaks, nor where the server cut it", async () => {
    const server = await serve((_, response) => {
      response.writeHead(400, { "content-type": "application/json" });
      response.end(`{"error":"unknown key ${KEY.slice(0, -3)}`);
    });
    hides(await errorOf(sample({ baseURL: server.url, apiKey: KEY }).things.call(GET)));
  });

  it("does not show a piece of it in an excerpt", async () => {
    const token = `canary.${"eyJhbGciOiJSUzI1NiJ9".repeat(100)}.sig`;
    for (const filler of ["", "x", "xy".repeat(50)]) {
      const text = `<p>${filler}${token.repeat(20)}`;
      const error = await errorOf(answered(() => new Response(text), { apiKey: token }).things.call(GET));
      hides(error, /canary|eyJ/);
      expect(error.excerpt).toMatch(/^<p>x?.*\[redacted\]/);
    }
  });
});

describe("a header field that repeats the key", () => {
  // One that can be the name of a field and a part of a path.
  const apiKey = "canary-sk-live-0123456789";
  const spelled = apiKey.replace(/[^a-z]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const HEADERS = {
    "x-request-id": `req ${apiKey}`,
    "content-type": `application/json; x=${apiKey}`,
    "retry-after": apiKey,
    date: spelled,
    [`x-${apiKey}`]: spelled,
    "ratelimit-remaining": spelled,
  };

  it.each([200, 400, 429, 503])("shows it to no hook and in no log (%i)", async (status) => {
    const seen: unknown[] = [];
    const hook = (event: unknown): void => void seen.push(event);
    const note = (...told: unknown[]): void => void seen.push(told);
    const logger: Logger = { error: note, warn: note, info: note, debug: note };
    const options: SampleOptions = {
      hooks: { request: hook, response: hook, retry: hook, error: hook },
      logger,
      logLevel: "debug",
      apiKey,
      defaultHeaders: { "user-agent": `mine ${apiKey}` },
      maxRetries: 1,
      retry: { baseDelay: 1 },
    };
    const client = answered(() => new Response("{}", { status, headers: HEADERS }), options, {
      rateLimit: { remaining: "ratelimit-remaining" },
    } as Partial<ClientDefinition>);
    await client.things.call(GET, {}, { query: { again: apiKey } }).catch(hook);
    await client.get(`/keys/${apiKey}`).catch(() => {});
    expect(seen.length).toBeGreaterThan(4);
    expect(printed(seen)).toContain("req [redacted]");
    for (const event of seen) hides(event);
  });

  it("leaves the others as they are", async () => {
    const headers = new Headers({ "x-told": KEY, "x-other": "a" });
    headers.append("set-cookie", "a=1");
    headers.append("set-cookie", `b=${KEY}`);
    const error = await errorOf(
      answered(() => new Response(null, { status: 400, headers })).things.call(GET),
    );
    expect([...(error.headers as Headers)]).toEqual([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=[redacted]"],
      ["x-other", "a"],
      ["x-told", "[redacted]"],
    ]);
  });
});

describe("a message", () => {
  const streams: readonly Operation[] = [
    { ...GET, response: eventStream() },
    { ...GET, response: jsonLines("application/jsonl") },
  ];
  it.each(streams)("of another type than a stream's shows no key", async (operation) => {
    for (const told of [KEY, SPELLED, encodeURIComponent(KEY)]) {
      const headers = { "content-type": `text/html; x=${told}` };
      const error = await errorOf(answered(() => new Response("<p>", { headers })).things.call(operation));
      expect(error.message).toContain("text/html; x=[redacted] where a stream");
      hides(error);
    }
  });

  it.each(["canary-key-of-32-characters-abcd", "Canary-Key-Of-32-Characters-ABCD"])(
    "of a redirect to a host that is called %s shows no key",
    async (apiKey) => {
      for (const location of [
        `https://${apiKey}.evil.test/`,
        `https://a.${apiKey}.evil.test:81/x`,
        `//${apiKey.replace("-", "%2D")}.test`,
        `${apiKey}:nothing`,
      ]) {
        const error = await errorOf(
          answered(() => new Response(null, { status: 302, headers: { location } }), { apiKey }).things.call(
            GET,
          ),
        );
        expect(error.name).toBe("APIRedirectError");
        expect(error.message).toContain("[redacted]");
        hides(error);
      }
    },
  );

  it("of pages shows no key", async () => {
    const page = (next: unknown): Response => Response.json({ items: [1], next });
    const walk = (client: ReturnType<typeof sample>, operation: object) =>
      errorOf(client.things.page({ ...GET, query: ["cursor"], ...operation } as never).toArray());
    const cursor = cursorPages({ items: "/items", cursor: "cursor", next: "/next" });
    const again = await walk(
      answered(() => page(KEY)),
      { page: cursor },
    );
    expect(again.message).toContain('The cursor "[redacted]" came a second time');
    const links = linkPages({ items: "/items", next: "/next" });
    const host = "canary-key-of-32-characters-abcd";
    for (const link of [`https://${host}.evil.test/`, `/v1/things?${host}=1`]) {
      const error = await walk(
        answered(() => page(link), { apiKey: host }),
        { page: links },
      );
      expect(error.message).toContain("[redacted]");
      expect(error.message).not.toContain("canary");
    }
  });

  it("of a tokenStore that fails shows no token", async () => {
    const logged: unknown[] = [];
    const note = (...told: unknown[]): void => void logged.push(told);
    const tokenStore: TokenStore = {
      get: () => undefined,
      set: (token) => {
        throw new Error(`cannot write ${encodeURIComponent(String(token?.token))}`);
      },
    };
    const client = answered(
      () => Response.json({ token: KEY }),
      {
        tokenStore,
        apiKey: "the-key-for-the-token",
        logger: { error: note, warn: note, info: note, debug: note },
        logLevel: "warn",
      } as SampleOptions,
      { schemes: { Token: exchange }, security: [["Token"]] },
    );
    await client.things.call(GET);
    expect(printed(logged)).toContain("cannot write [redacted]");
    hides(logged);
  });
});

const exchange = tokenExchange({
  option: "accessToken",
  exchange: {
    option: "apiKey",
    method: "POST",
    path: "/login",
    operation: "login",
    request: "/api_key",
    token: "/token",
  },
});
const grant = clientCredentials({
  option: "accessToken",
  path: "/oauth/token",
  clientId: { option: "username" },
  clientSecret: { option: "password" },
});

describe.each([
  ["an exchange", exchange, { apiKey: "the-key-for-the-token" }],
  ["client credentials", grant, { username: "ada", password: "the-key-for-the-token" }],
])("the answer of a token endpoint: %s", (_, scheme, options) => {
  const definition = { schemes: { Token: scheme }, security: [["Token"]] };
  const answers: readonly [name: string, answer: () => Response][] = [
    ["breaks off", () => new Response(`{"access_token":"${KEY}", oops`)],
    ["is HTML", () => new Response(`<p>${KEY}`, { headers: { "content-type": "text/html" } })],
    ["has another shape", () => Response.json({ tokens: [KEY] })],
    [
      "has a token that no header can carry",
      () => Response.json({ token: `${KEY}\n.`, access_token: `${KEY}\n.` }),
    ],
    [
      "is a status",
      () => Response.json({ token: KEY, access_token: KEY, error: KEY, code: KEY }, { status: 500 }),
    ],
    ["is a status and text", () => new Response(KEY, { status: 403 })],
    ["is a status and breaks off", () => new Response(`{"token":"${KEY}`, { status: 400 })],
  ];

  it.each(answers)("%s, and is not shown", async (_name, answer) => {
    const seen: unknown[] = [];
    const hook = (event: unknown): void => void seen.push(event);
    const errors = { code: ["/error", "/code"], message: ["/error", "/code"], details: [""] };
    const client = answered(
      answer,
      { hooks: { error: hook, retry: hook }, ...options },
      { ...definition, errors },
    );
    const error = await errorOf(client.things.call(GET));
    hides(error);
    hides(seen);
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      hides([cause.message, cause.stack, (cause as { body?: unknown }).body]);
    }
  });

  it("tells by the codes of OAuth 2.0 what is wrong", async () => {
    const answer = (): Response => Response.json({ error: "invalid_client", told: KEY }, { status: 401 });
    const error = await errorOf(answered(answer, options, definition).things.call(GET));
    expect(error).toMatchObject({ status: 401, code: "invalid_client", body: undefined });
    expect(error.message).toBe("401 invalid_client. The body is not shown: it may hold a token.");
  });
});

describe("a token endpoint that the caller asks", () => {
  const definition = { schemes: { Token: exchange }, security: [["Token"]] };
  const OPTIONS = { apiKey: "the-key-for-the-token" };
  const login: Operation = { id: "login", method: "POST", path: "/login", security: [] };
  const called = async (answer: () => Response) =>
    errorOf(answered(answer, OPTIONS, definition).things.call(login));

  it("shows the error that it documents", async () => {
    const body = { error: "invalid_api_key", message: "The API key was not accepted.", tries: 3 };
    expect((await called(() => Response.json(body, { status: 401 }))).body).toEqual(body);
  });

  it.each<[name: string, body: object]>([
    ["by its field", { error: "x", token: "canary" }],
    ["below its field", { tokens: [{ value: 1 }, "canary"] }],
    ["in a field of another name", { told: KEY, inner: [{ told: `see ${KEY}.` }] }],
    ["as a JWT in a sentence", { message: "cannot keep eyJhbGciOiJub25lIn0.canary0123456.x" }],
  ])("shows no token of an error: %s", async (_name, body) => {
    const error = await called(() => Response.json(body, { status: 500 }));
    hides(error);
    expect(Object.keys(error.body as object)).toEqual(Object.keys(body));
  });

  it.each(["/login", "/log%69n", "/login/", "//login", "/{p}"])("is known as %s", async (path) => {
    const client = answered(
      () => new Response(`{"token":"${KEY}`, { status: 500 }),
      { accessToken: "a-token-at-hand" },
      definition,
    );
    const error = await errorOf(client.post(path, path === "/{p}" ? { path: { p: "login" } } : {}));
    hides(error);
    expect(error.body).toBeUndefined();
  });

  it.each<[field: string, value: string]>([
    ["set-cookie", `t=${KEY}`],
    ["x-token", KEY],
    ["authorization-info", `Bearer ${KEY}`],
    ["content-type", `application/json; x=${KEY}`],
    ["location", `/done?token=${KEY}`],
  ])("shows no token in a header field: %s", async (field, value) => {
    const seen: unknown[] = [];
    const hook = (event: unknown): void => void seen.push(event);
    for (const status of [200, 400]) {
      const answer = () => Response.json({}, { status, headers: { [field]: value, "retry-after": "7" } });
      const options = { ...OPTIONS, hooks: { response: hook, error: hook } };
      const outcome = await answered(answer, options, definition)
        .things.call(login)
        .then(
          () => undefined,
          (error: unknown) => error,
        );
      hides(outcome);
      if (status === 400) expect((outcome as { headers: Headers }).headers.get("retry-after")).toBe("7");
    }
    expect(seen).toHaveLength(3);
    hides(seen);
  });

  it("takes header fields of a class of the caller's own", async () => {
    const answer = (): Response => {
      const response = Response.json({}, { status: 400 });
      const headers = new Map([["x-token", KEY]]);
      const own = {
        get: (name: string) => headers.get(name) ?? null,
        [Symbol.iterator]: () => headers.entries(),
      };
      return Object.defineProperty(response, "headers", { value: own });
    };
    const error = await called(answer);
    hides(error);
    expect(error).toMatchObject({ status: 400 });
  });

  it("shows nothing of what is not JSON", async () => {
    const error = await called(() => new Response(`{"token":"${KEY}`, { status: 500 }));
    hides(error);
    expect(error.body).toBeUndefined();
  });

  it("ends in the status for brackets of any depth", async () => {
    const text = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    expect(await called(() => new Response(text, { status: 503 }))).toMatchObject({ status: 503 });
  });
});

describe("a password of Basic", () => {
  const password = 'Zoë&<canary>\'s "pass"';
  const utf8 = Buffer.from(password).toString("latin1");
  it.each([
    password,
    utf8,
    Buffer.from(`ada:${password}`).toString("base64"),
    "Zo%EB%26%3Ccanary%3E%27s+%22pass%22",
    "Zo%C3%AB%26%3Ccanary%3E%27s%20%22pass%22",
    "Zo&#235;&amp;&lt;canary&gt;&#039;s &quot;pass&quot;",
    "Zo&euml;&amp;&lt;canary&gt;&apos;s&nbsp;&quot;pass&quot;",
  ])("is in no error: %s", async (told) => {
    const Basic = basic({ option: "username" }, { option: "password" });
    const client = answered(
      () => new Response(`no such password: ${told}!`, { status: 401 }),
      { username: "ada", password },
      { schemes: { Basic }, security: [["Basic"]] },
    );
    const error = await errorOf(client.things.call(GET));
    expect(error.body).toBe("no such password: [redacted]!");
  });
});

describe("what a fetch throws", () => {
  class Odd extends Error {
    override get message(): string {
      throw new Error(`told ${KEY}`);
    }
  }
  class Speaking extends Error {
    override toString(): string {
      return KEY;
    }
  }
  class Inspected extends Error {
    [inspect.custom](): string {
      return KEY;
    }
  }
  const cyclic: Error & { self?: unknown } = new Error(`told ${KEY}`);
  cyclic.self = cyclic;
  cyclic.cause = cyclic;
  const wide: Record<string, unknown> = {};
  for (const name of "abcdefghij") wide[name] = wide;
  wide.key = KEY;
  let deep: Error = new Error(`told ${KEY}`);
  for (let level = 0; level < 50_000; level++) deep = new Error("no", { cause: deep });
  const hostile = new Proxy(
    {},
    {
      get: () => {
        throw new Error(KEY);
      },
      getPrototypeOf: () => {
        throw new Error(KEY);
      },
      ownKeys: () => {
        throw new Error(KEY);
      },
    },
  );
  const { proxy: revoked, revoke } = Proxy.revocable(new Error(KEY), {});
  revoke();
  const thrown: readonly [name: string, thrown: unknown][] = [
    ["a text", `told ${KEY}`],
    ["a spelled text", `told ${SPELLED}`],
    ["a symbol", Symbol(KEY)],
    ["a function", Object.assign(() => KEY, { key: KEY })],
    ["Headers", new Headers({ "x-api-key": KEY })],
    ["a Map", new Map([["x-api-key", KEY]])],
    ["a Request", new Request("http://x.test", { headers: { "x-api-key": KEY } })],
    ["bytes", new TextEncoder().encode(KEY)],
    ["a plain object", { a: [{ [KEY]: 1 }, KEY], b: 1 }],
    ["an object without a prototype", Object.assign(Object.create(null), { key: KEY })],
    ["an object with a toString", { toString: () => KEY }],
    ["an object with toJSON", { toJSON: () => KEY }],
    ["an AggregateError", new AggregateError([new Error(KEY), KEY, new Headers({ a: KEY })], "no")],
    ["a property under a symbol", Object.assign(new Error("no"), { [Symbol("key")]: KEY })],
    ["a symbol that is the key", Object.assign(new Error("no"), { [Symbol(KEY)]: 1 })],
    ["a hidden property", Object.defineProperty(new Error("no"), "request", { value: { key: KEY } })],
    ["a getter", Object.defineProperty(new Error("no"), "key", { get: () => KEY, enumerable: true })],
    [
      "a getter that throws",
      Object.defineProperty(new Error("no"), "key", {
        get: () => {
          throw new Error(KEY);
        },
        enumerable: true,
      }),
    ],
    ["a message that throws", new Odd()],
    ["a class with a toString", new Speaking("no")],
    ["a class that is inspected in its own way", new TypeError("no", { cause: new Inspected("no") })],
    ["a name that tells", Object.assign(new Error("no"), { name: KEY })],
    ["a code that tells", Object.assign(new Error("no"), { code: KEY })],
    ["a DOMException", new DOMException(`told ${KEY}`, "NetworkError")],
    ["a cycle", cyclic],
    ["a wide cycle", Object.assign(new Error("no"), { wide })],
    ["a deep chain", deep],
    ["a proxy", hostile],
    ["an error with a proxy", Object.assign(new Error("no"), { hostile })],
    ["a revoked proxy", revoked],
    ["nothing", undefined],
    ["null", null],
  ];
  it.each(thrown)("%s: is an error that shows no key", async (_, what) => {
    const seen: unknown[] = [];
    const hook = (event: unknown): void => void seen.push(event);
    const client = sample({
      apiKey: KEY,
      maxRetries: 0,
      hooks: { error: hook },
      fetch: async () => {
        throw what;
      },
    });
    const error = await errorOf(client.things.call(GET));
    expect(error.name).toBe("APIConnectionError");
    expect(error.message).toMatch(/^No answer from https:\/\/api\.sample\.test: ./);
    for (let cause: unknown = error, level = 0; cause instanceof Error && level < 20; cause = cause.cause) {
      hides([cause, cause.message, cause.stack, Object.getOwnPropertyDescriptors(cause)]);
      level += 1;
    }
    hides(seen);
  });

  it("stays as useful as it can", async () => {
    const cause = Object.assign(new Error(`connect ${KEY}`), {
      code: "ECONNREFUSED",
      syscall: "connect",
      port: 443,
      request: new Headers({ a: KEY }),
    });
    const client = sample({
      apiKey: KEY,
      maxRetries: 0,
      fetch: async () => {
        throw new TypeError("fetch failed", { cause });
      },
    });
    const error = await errorOf(client.things.call(GET));
    expect(error).toMatchObject({ unsent: true, message: expect.stringContaining("connect [redacted]") });
    expect(error.cause).toMatchObject({
      name: "TypeError",
      message: "fetch failed",
      stack: expect.stringContaining("secrets-messages.test.ts"),
      cause: {
        message: "connect [redacted]",
        code: "ECONNREFUSED",
        syscall: "connect",
        port: 443,
        request: "[object Headers]",
      },
    });
  });
});
