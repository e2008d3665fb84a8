import { AsyncLocalStorage } from "node:async_hooks";
import { describe, expect, it } from "vitest";
import {
  basic,
  bearer,
  type ClientOptions,
  chainMiddleware,
  clientCredentials,
  type Middleware,
  mutualTLS,
  type SecurityScheme,
  tokenExchange,
} from "../src/client.ts";
import { createRawClient } from "../src/raw.ts";
import { GET, type SampleOptions, sample } from "./support/sample.ts";

const TOKEN = { option: "accessToken" };
const EXCHANGE = tokenExchange({
  ...TOKEN,
  exchange: {
    option: "apiKey",
    method: "POST",
    path: "/token",
    operation: "auth.token",
    request: "/key",
    token: "/token",
    expiresIn: "/expires",
  },
});

/** A server that knows who asks by what he carries, and issues a token for each key that differs each time. */
function tenants() {
  const sent: string[] = [];
  let issued = 0;
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = init.headers as Record<string, string>;
    sent.push(url);
    if (new URL(url).pathname.endsWith("/token")) {
      const key = (JSON.parse(String(init.body)) as { key: string }).key;
      return Response.json({ token: `${key}.token${++issued}` });
    }
    const { "x-api-key": key, authorization, cookie } = headers;
    const carried = [key, authorization, cookie].filter(Boolean).join(" ");
    return Response.json({ url, carried: carried.replace(/\.token\d+$/, "") });
  };
  return { fetch, sent };
}

/** A cache as a reader of the docs writes it. */
function cache(): { readonly middleware: Middleware; readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    async middleware({ identity, method, url }, next) {
      const key = `${identity} ${method} ${url}`;
      const text = kept.get(key);
      if (text !== undefined) return new Response(text);
      const response = await next();
      if (response.ok) kept.set(key, await response.clone().text());
      return response;
    },
  };
}

interface Case {
  readonly scheme?: SecurityScheme;
  readonly one: SampleOptions;
  readonly other: SampleOptions;
  readonly call?: { readonly one: ClientOptions | object; readonly other: object };
}

const CASES: readonly (readonly [string, Case])[] = [
  ["keys", { one: { apiKey: "key_one" }, other: { apiKey: "key_two" } }],
  ["functions", { one: { apiKey: async () => "key_one" }, other: { apiKey: async () => "key_two" } }],
  ["base URLs", { one: {}, other: { baseURL: "https://other.sample.test" } }],
  ["paths of base URLs", { one: {}, other: { baseURL: "https://api.sample.test/v2" } }],
  ["environments", { one: {}, other: { environment: "sandbox" } }],
  ["exchanged keys", { scheme: EXCHANGE, one: { apiKey: "key_one" }, other: { apiKey: "key_two" } }],
  ["ready tokens", { scheme: EXCHANGE, one: { accessToken: "tok_one" }, other: { accessToken: "tok_two" } }],
  [
    "a ready token and a key",
    { scheme: EXCHANGE, one: { accessToken: "tok_one" }, other: { apiKey: "key_two" } },
  ],
  [
    "passwords",
    {
      scheme: basic({ option: "username" }, { option: "password" }),
      one: { username: "ada", password: "word_one" },
      other: { username: "ada", password: "word_two" },
    },
  ],
  [
    "user names",
    {
      scheme: basic({ option: "username" }, { option: "password" }),
      one: { username: "ada", password: "word" },
      other: { username: "bob", password: "word" },
    },
  ],
  [
    "fields of the caller's",
    {
      one: {},
      other: {},
      call: { one: { headers: { "x-api-key": "own_one" } }, other: { headers: { "X-API-KEY": "own_two" } } },
    },
  ],
  [
    "cookies of the caller's",
    {
      one: {},
      other: {},
      call: { one: { headers: { cookie: "s=1" } }, other: { headers: { cookie: "s=2" } } },
    },
  ],
  [
    "default fields",
    {
      one: { defaultHeaders: { authorization: "Bearer a" } },
      other: { defaultHeaders: { authorization: "Bearer b" } },
    },
  ],
];

describe("the identity", () => {
  it.each(CASES)("keeps two tenants apart by %s", async (_, { scheme, one, other, call }) => {
    const { fetch, sent } = tenants();
    const { middleware } = cache();
    const chain = chainMiddleware(middleware);
    const changes = scheme ? { schemes: { Key: scheme } } : {};
    const first = sample({ ...base(scheme), ...one, fetch, middleware: chain }, changes);
    const derived = first.withOptions({ ...cleared(one, other), ...other });
    const apart = sample({ ...base(scheme), ...other, fetch, middleware: chain }, changes);
    const a = await first.things.call(GET, {}, call?.one);
    const asked = sent.length;
    expect(await first.things.call(GET, {}, call?.one)).toEqual(a);
    expect(await first.withOptions({ timeout: 5000 }).things.call(GET, {}, call?.one)).toEqual(a);
    expect(sent.length, "what is the same comes out of the cache").toBe(asked);
    for (const client of [derived, apart]) {
      const before = sent.length;
      const b = await client.things.call(GET, {}, call?.other);
      if (client === derived) expect(sent.length).toBeGreaterThan(before);
      expect(JSON.stringify(b)).not.toBe(JSON.stringify(a));
    }
  });

  function base(scheme: SecurityScheme | undefined): SampleOptions {
    return scheme ? {} : { apiKey: "key_0" };
  }

  /** What `withOptions` has to take back, where the other tenant does not give it. */
  function cleared(one: object, other: object): object {
    return Object.fromEntries(
      Object.keys(one)
        .filter((name) => !(name in other))
        .map((name) => [name, null]),
    );
  }

  it("is that of the credential that is sent, whoever a function speaks for", async () => {
    const { fetch } = tenants();
    const { middleware } = cache();
    let asked = 0;
    const client = sample({
      apiKey: async () => `key_${asked++ % 2}`,
      fetch,
      middleware: chainMiddleware((_, next) => next(), middleware),
    });
    const answers: unknown[] = [];
    for (let index = 0; index < 6; index++) answers.push(await client.things.call(GET));
    expect(answers.map((answer) => (answer as { carried: string }).carried)).toEqual([
      "key_0",
      "key_1",
      "key_0",
      "key_1",
      "key_0",
      "key_1",
    ]);
    expect(asked, "once for each attempt").toBe(6);
  });

  it("follows a function that reads who is served, under load", async () => {
    const { fetch } = tenants();
    const { middleware } = cache();
    const tenant = new AsyncLocalStorage<string>();
    const client = sample({
      apiKey: async () => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
        return `key_${tenant.getStore()}`;
      },
      fetch,
      middleware: chainMiddleware(middleware),
    });
    const calls = Array.from({ length: 200 }, (_, index) =>
      tenant.run(String(index % 7), async () => {
        const { carried } = await client.things.call<{ carried: string }>(GET);
        expect(carried).toBe(`key_${index % 7}`);
      }),
    );
    await Promise.all(calls);
  });

  it("stays when an exchanged token is renewed, and costs no exchange where the cache answers", async () => {
    const { fetch, sent } = tenants();
    const kept = cache();
    const chain = chainMiddleware(kept.middleware);
    const options = { apiKey: "key_one", fetch, middleware: chain };
    await sample(options, { schemes: { Key: EXCHANGE } }).things.call(GET);
    expect(sent).toHaveLength(2);
    await sample(options, { schemes: { Key: EXCHANGE } }).things.call(GET);
    expect(sent).toHaveLength(2);
  });

  it("tells client ids with one secret apart", async () => {
    const identities: string[] = [];
    const scheme = clientCredentials({
      ...TOKEN,
      clientId: { option: "username" },
      clientSecret: { option: "password" },
      path: "/token",
    });
    const middleware = chainMiddleware(({ identity }) => {
      identities.push(identity);
      return Response.json({});
    });
    for (const username of ["one", "two", "one"]) {
      const client = sample({ username, password: "secret_0123", middleware }, { schemes: { Key: scheme } });
      await client.things.call(GET);
    }
    const [a, b, c] = identities;
    expect([a === c, a === b]).toEqual([true, false]);
  });

  it("tells connections with certificates of their own apart", async () => {
    const { fetch } = tenants();
    const identities: string[] = [];
    const middleware = chainMiddleware(({ identity }) => {
      identities.push(identity);
      return Response.json({});
    });
    const changes = { schemes: { Key: mutualTLS() }, security: [["Key"]] };
    const own = { dispatcher: {} };
    for (const fetchOptions of [own, own, { dispatcher: {} }]) {
      await sample({ fetch, fetchOptions, middleware }, changes).things.call(GET);
    }
    await sample(
      { fetch: async (...given) => fetch(...given), fetchOptions: own, middleware },
      changes,
    ).things.call(GET);
    const [a, b, c, d] = identities;
    expect(a).toBe(b);
    expect(new Set([a, c, d]).size).toBe(3);
  });

  it("tells nothing of a credential, and means nothing to another chain", async () => {
    const identities: string[] = [];
    const look: Middleware = ({ identity }) => {
      identities.push(identity);
      return Response.json({});
    };
    for (const middleware of [chainMiddleware(look), chainMiddleware(look)]) {
      await sample({ middleware }).things.call(GET);
    }
    expect(identities[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(identities[0]).not.toBe(identities[1]);
  });

  it("is forgotten, not confused, where there are very many", async () => {
    const seen = new Map<string, string>();
    const look: Middleware = ({ identity, headers }) => {
      const tenant = headers["x-tenant"] ?? "";
      expect(seen.get(identity) ?? tenant).toBe(tenant);
      seen.set(identity, tenant);
      return Response.json({});
    };
    const middleware = chainMiddleware(look);
    for (let index = 0; index < 2500; index++) {
      const tenant = String(index % 1200);
      const client = sample({ apiKey: `key_${tenant}`, defaultHeaders: { "x-tenant": tenant }, middleware });
      await client.things.call(GET);
    }
  });

  it("holds for routes of no document and for the raw client", async () => {
    const { fetch } = tenants();
    const { middleware } = cache();
    const chain = chainMiddleware(middleware);
    for (const apiKey of ["key_one", "key_two"]) {
      const client = sample({ apiKey, fetch, middleware: chain });
      expect(await client.get("/things")).toMatchObject({ carried: apiKey });
      const raw = createRawClient(client) as unknown as { GET: (path: string) => Promise<{ data: unknown }> };
      expect((await raw.GET("/others")).data).toMatchObject({ carried: apiKey });
    }
  });

  it("asks the connection apart where a scheme is optional", async () => {
    const { fetch, sent } = tenants();
    const { middleware } = cache();
    const chain = chainMiddleware(middleware);
    const changes = { schemes: { Key: bearer({ option: "apiKey" }) }, security: [["Key"], []] };
    await sample({ apiKey: "key_one", fetch, middleware: chain }, changes).things.call(GET);
    await sample({ apiKey: null, fetch, middleware: chain }, changes).things.call(GET);
    expect(sent).toHaveLength(2);
  });
});
