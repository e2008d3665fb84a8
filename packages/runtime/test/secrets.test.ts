import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  APIClient,
  APIResource,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  type Logger,
  type SecurityScheme,
  tokenExchange,
} from "../src/client.ts";
import { errorOf, GET, POST, type SampleOptions, sample } from "./support/sample.ts";
import { closedPort, json, serve } from "./support/server.ts";

const CANARY = "sk_canary/+=0123456789";
const SPELLINGS = [
  CANARY,
  encodeURIComponent(CANARY),
  Buffer.from(`ada:${CANARY}`).toString("base64"),
  "canary",
];

/** Everything that a careless program prints. */
function printed(value: unknown): string {
  const texts = [
    inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true }),
    String(value),
  ];
  try {
    texts.push(JSON.stringify(value) ?? "");
  } catch {}
  try {
    texts.push(inspect(structuredClone(value), { depth: 20, showHidden: true }));
  } catch {}
  for (let error = value; error instanceof Error; error = error.cause) {
    texts.push(error.message, error.stack ?? "", inspect(error, { depth: 20, showHidden: true }));
  }
  return texts.join("\n");
}

function expectClean(value: unknown, what: string): void {
  const text = printed(value);
  for (const spelling of SPELLINGS)
    expect(text.includes(spelling), `${what} prints ${spelling}: ${text}`).toBe(false);
}

const exchange = {
  option: "apiKey",
  method: "POST",
  path: "/login",
  operation: "login",
  request: "/api_key",
  token: "/token",
} as const;
const schemes: [name: string, scheme: SecurityScheme, options: SampleOptions][] = [
  ["header", apiKeyHeader("X-API-Key", { option: "apiKey" }), {}],
  ["query", apiKeyQuery("api_key", { option: "apiKey" }), {}],
  ["bearer", bearer({ option: "apiKey" }), {}],
  ["provider", bearer({ option: "apiKey" }), { apiKey: async () => CANARY }],
  ["basic", basic({ option: "username" }, { option: "password" }), { username: "ada", password: CANARY }],
  ["exchange", tokenExchange({ option: "accessToken", exchange }), {}],
  ["ready token", tokenExchange({ option: "accessToken", exchange }), { accessToken: CANARY }],
];

describe.each(schemes)("a secret in a %s", (_, scheme, given) => {
  const logged: unknown[] = [];
  const note = (...args: unknown[]): void => void logged.push(args);
  const logger: Logger = { debug: note, info: note, warn: note, error: note };
  const events: unknown[] = [];
  const hook = (event: unknown): void => void events.push(event);
  const client = (options: SampleOptions) =>
    sample(
      {
        ...(scheme.sources.some(({ option }) => option === "apiKey") && { apiKey: CANARY }),
        logger,
        logLevel: "debug",
        hooks: { request: hook, response: hook, retry: hook, error: hook },
        retry: { baseDelay: 1 },
        ...given,
        ...options,
      },
      { schemes: { Key: scheme } },
    );

  it("is in nothing that a client, a call or an answer prints", async () => {
    const server = await serve((request, response) =>
      json(response, request.url === "/login" ? { token: `${CANARY}token` } : { ok: 1 }),
    );
    const one = client({ baseURL: server.url });
    expectClean(one, "the client");
    expectClean(one.things, "a resource");
    expectClean(one.withOptions({ timeout: 5 }), "a derived client");
    const call = one.things.call(GET);
    expectClean(call, "the promise");
    expectClean(await call.withResponse(), "the answer");
    expectClean(await one.things.call(GET).asResponse(), "the response");
    expectClean(await one.preview((c) => c.things.call(POST, { a: 1 })), "the preview");
    expect(
      server.seen.some(({ url, headers, body }) =>
        SPELLINGS.some((text) => (url + JSON.stringify(headers) + body).includes(text)),
      ),
    ).toBe(true);
  });

  it("is in no error, whatever goes wrong", async () => {
    const echo = await serve((request, response) =>
      json(
        response,
        { message: `you sent ${request.url} ${JSON.stringify(request.headers)} ${request.body}` },
        400,
      ),
    );
    expectClean(await errorOf(client({ baseURL: echo.url }).things.call(GET)), "an error that echoes");
    const html = await serve((request, response) =>
      request.url === "/login"
        ? json(response, { token: `${CANARY}token` })
        : response.end(`<p>${request.url} ${JSON.stringify(request.headers)}`),
    );
    expectClean(
      await errorOf(client({ baseURL: html.url }).things.call(GET)),
      "an answer that lies and echoes",
    );
    expectClean(
      await errorOf(client({ baseURL: await closedPort() }).things.call(GET)),
      "a refused connection",
    );
    const away = await serve((request, response) =>
      request.url === "/login"
        ? json(response, { token: `${CANARY}token` })
        : response.writeHead(302, { location: `https://example.test/?key=${CANARY}` }).end(),
    );
    expectClean(await errorOf(client({ baseURL: away.url }).things.call(GET)), "a redirect");
    const telling = (url: string, init: RequestInit): never => {
      const inner = Object.assign(new Error(`inner ${url}`), {
        code: "E",
        url,
        note: JSON.stringify([...new Headers(init.headers)]),
      });
      throw Object.assign(new TypeError(`error sending request for url (${url}) ${init.body}`), {
        cause: inner,
      });
    };
    expectClean(
      await errorOf(client({ fetch: telling, maxRetries: 0 }).things.call(GET)),
      "a fetch that tells all",
    );
  });

  it("is in no event and no log", () => {
    expect(events.length).toBeGreaterThan(5);
    expect(logged.length).toBeGreaterThan(5);
    expectClean(events, "the events");
    expectClean(logged, "the log");
  });
});

it("headers of the caller's are shown by name alone", async () => {
  const shown = await sample().preview((c) =>
    c.things.call(GET, {}, { headers: { "X-Session": "canary", authorization: "canary" } }),
  );
  expect(shown.headers).toMatchObject({ "x-session": "[redacted]", authorization: "[redacted]" });
});

it("values of headers that cannot be sent are in no error", async () => {
  for (const headers of [{ "x-session": "canary\nx" }, { "x-session": "canary\u200b" }]) {
    const error = await errorOf(sample().things.call(GET, {}, { headers }));
    expect(error.message).toContain("x-session");
    expectClean(error, "the error");
  }
});

it("a client written by hand keeps its secrets as well", () => {
  class Resource extends APIResource {}
  class Hand extends APIClient {
    readonly resource: Resource = new Resource(this);
  }
  const definition = {
    name: "Hand",
    userAgent: "x",
    environments: { live: "https://x.test" },
    schemes: { K: bearer({ option: "apiKey" }) },
    security: [["K"]],
  };
  expectClean(new Hand(definition, { apiKey: CANARY } as object), "the client");
});

it("a key in the query is told by no answer, also after a redirect that repeats the query", async () => {
  const server = await serve(({ url }, response) =>
    url.startsWith("/things/")
      ? json(response, { url })
      : response.writeHead(308, { location: url.replace("/things?", "/things/?") }).end(),
  );
  const Key = apiKeyQuery("api_key", { option: "apiKey" });
  const client = sample({ baseURL: server.url, apiKey: CANARY }, { schemes: { Key }, security: [["Key"]] });
  const { data, response } = await client.things
    .call<{ url: string }>({ ...GET, query: ["a"] }, { a: "b c" })
    .withResponse();
  expect(new URL(data.url, server.url).searchParams.getAll("api_key")).toEqual([CANARY]);
  expect(new URL(response.url).search).toBe("?a=b+c");
  expectClean(response, "the answer");
});
