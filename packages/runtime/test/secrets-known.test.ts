import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  type ClientDefinition,
  clientCredentials,
  tokenExchange,
} from "../src/client.ts";
import { createRawClient } from "../src/openapi-fetch.ts";
import { errorOf, GET, type SampleOptions, sampleClass } from "./support/sample.ts";

const KEY = "canary-sk-0123456789";
const TOKEN = "canary-tok-abcdefghij";

const exchange = tokenExchange({
  option: "accessToken",
  exchange: {
    option: "apiKey",
    method: "POST",
    path: "/token",
    operation: "auth.token",
    request: "/api_key",
    token: "/access_token",
  },
});

/** A client whose API repeats these words in everything that it answers, once it has issued a token. */
function repeating(
  said: string,
  options: Record<string, unknown>,
  definition: Partial<ClientDefinition>,
  token: string = TOKEN,
) {
  return new (sampleClass({
    security: [[Object.keys(definition.schemes ?? {})[0] as string]],
    ...definition,
  }))({
    maxRetries: 0,
    ...options,
    fetch: async (input: unknown) =>
      String(input).endsWith("/token")
        ? Response.json({ access_token: token })
        : Response.json({ detail: `refused: ${said}` }, { status: 403, headers: { "x-request-id": said } }),
  } as SampleOptions);
}

const printed = (value: unknown): string =>
  `${inspect(value, { depth: 12 })}\n${JSON.stringify(value)}\n${value}`;

describe("a secret of the client's that the request did not carry", () => {
  const two = {
    schemes: {
      Key: apiKeyHeader("x-a", { option: "one" }),
      App: apiKeyHeader("x-b", { option: "two", env: "SAMPLE_TWO" }),
    },
  };
  const client = clientCredentials({
    option: "accessToken",
    clientId: { option: "clientId" },
    clientSecret: { option: "clientSecret" },
    path: "/token",
  });
  it.each<[string, Record<string, unknown>, Partial<ClientDefinition>]>([
    ["a key that was traded for a token", { apiKey: KEY }, { schemes: { Bearer: exchange } }],
    ["a key of a function", { apiKey: async () => KEY }, { schemes: { Bearer: exchange } }],
    ["a key beside a ready token", { apiKey: KEY, accessToken: TOKEN }, { schemes: { Bearer: exchange } }],
    ["a client secret", { clientId: "sample", clientSecret: KEY }, { schemes: { Bearer: client } }],
    ["the key of another scheme", { one: "another-key", two: KEY }, two],
  ])("is not shown: %s", async (_, options, definition) => {
    const error = await errorOf(repeating(KEY, options, definition).things.call(GET));
    expect(error).toMatchObject({ status: 403, body: { detail: "refused: [redacted]" } });
    expect(printed(error)).not.toContain(KEY);
  });

  it("is not shown where it is the environment's", async () => {
    process.env.SAMPLE_TWO = KEY;
    try {
      const error = await errorOf(repeating(KEY, { one: "another-key" }, two).things.call(GET));
      expect(printed(error)).not.toContain(KEY);
    } finally {
      delete process.env.SAMPLE_TWO;
    }
  });

  it("is not shown where it is a token that was issued before", async () => {
    const vendor = repeating(
      TOKEN,
      { apiKey: KEY, one: "another-key" },
      {
        schemes: { Bearer: exchange, Key: apiKeyHeader("x-a", { option: "one" }) },
      },
    );
    await errorOf(vendor.things.call(GET));
    expect(printed(await errorOf(vendor.things.call({ ...GET, security: [["Key"]] })))).not.toContain(TOKEN);
  });

  it("is not shown by a warning of the store", async () => {
    const warnings: unknown[] = [];
    const warn = (...words: unknown[]) => warnings.push(words);
    const vendor = repeating(
      "",
      {
        apiKey: KEY,
        logLevel: "warn",
        logger: { error: warn, warn, info: warn, debug: warn },
        tokenStore: {
          get() {
            throw new Error(`no such user: ${KEY}`);
          },
          set() {},
        },
      },
      { schemes: { Bearer: exchange } },
    );
    await errorOf(vendor.things.call(GET));
    expect(printed(warnings)).toMatch(/tokenStore failed.*\[redacted\]/s);
    expect(printed(warnings)).not.toContain(KEY);
  });
});

describe("a credential that the caller puts in its place", () => {
  const places: [string, Record<string, unknown>, object, Partial<ClientDefinition>][] = [
    [
      "the key's header field",
      {},
      { headers: { "X-A": KEY } },
      { schemes: { Key: apiKeyHeader("x-a", { option: "one" }) } },
    ],
    [
      "a field of every call",
      { defaultHeaders: { "x-a": KEY } },
      {},
      { schemes: { Key: apiKeyHeader("x-a", { option: "one" }) } },
    ],
    [
      "a bearer token",
      { defaultHeaders: { authorization: `Bearer ${KEY}` } },
      {},
      { schemes: { Bearer: bearer({ option: "one" }) } },
    ],
    [
      "a user's password",
      {},
      { headers: { authorization: `Basic ${btoa(`ada:${KEY}`)}` } },
      { schemes: { User: basic({ option: "username" }, { option: "password" }) } },
    ],
    [
      "a cookie",
      {},
      { headers: { cookie: `theme=dark; sid=${KEY}` } },
      { schemes: { Session: apiKeyCookie("sid", { option: "one" }) } },
    ],
    [
      "a header field without a scheme",
      { defaultHeaders: { authorization: `Digest ${KEY}` } },
      {},
      { schemes: {}, security: [] },
    ],
    [
      "the key's query field",
      {},
      { query: { key: KEY } },
      { schemes: { Key: apiKeyQuery("key", { option: "one" }) } },
    ],
    [
      "a query field of every call",
      { defaultQuery: { key: KEY } },
      {},
      { schemes: { Key: apiKeyQuery("key", { option: "one" }) } },
    ],
  ];
  it.each(places)("is not shown: %s", async (_, options, call, definition) => {
    const told: unknown[] = [];
    const tell = (...words: unknown[]) => told.push(words);
    const vendor = repeating(
      KEY,
      {
        ...options,
        logLevel: "debug",
        logger: { error: tell, warn: tell, info: tell, debug: tell },
        hooks: { request: tell, response: tell, error: tell },
      },
      definition,
    );
    const error = await errorOf(vendor.things.call(GET, {}, call));
    expect(error).toMatchObject({ status: 403, body: { detail: "refused: [redacted]" } });
    expect(printed([error, told])).not.toContain(KEY);
    expect(told).toHaveLength(6);
    expect(printed(await vendor.preview((c) => c.things.call(GET, {}, call)))).not.toContain(KEY);
  });

  it("is not shown by hooks of a raw call", async () => {
    const told: unknown[] = [];
    const tell = (event: unknown) => told.push(event);
    const vendor = repeating(
      KEY,
      { hooks: { request: tell, response: tell } },
      { schemes: { Key: apiKeyQuery("key", { option: "one" }) } },
    );
    const raw = createRawClient<Record<string, { get: object }>>(vendor);
    await raw.GET("/things" as never, { params: { query: { key: KEY } } } as never);
    expect(told).toHaveLength(2);
    expect(printed(told)).not.toContain(KEY);
  });
});
