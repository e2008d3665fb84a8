import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  type ClientDefinition,
  clientCredentials,
  mutualTLS,
  tokenExchange,
  UsageError,
} from "../src/client.ts";
import { chooseAlternative, type Possession } from "../src/credentials/choose-schemes.ts";
import { errorOf, GET, sample, sampleClass } from "./support/sample.ts";
import { json, type Seen, serve } from "./support/server.ts";

afterEach(() => vi.unstubAllEnvs());

describe("of the alternatives", () => {
  const rows: [
    name: string,
    has: Readonly<Record<string, Possession>>,
    alternatives: string[][],
    want: string[] | undefined,
  ][] = [
    ["the only one", { a: "code" }, [["a"]], ["a"]],
    ["none is configured", { a: "missing" }, [["a"]], undefined],
    ["code comes before the environment", { a: "environment", b: "code" }, [["a"], ["b"]], ["b"]],
    ["the environment is better than nothing", { a: "environment" }, [[], ["a"]], ["a"]],
    ["nothing, where the document says it first", { a: "missing" }, [[], ["a"]], []],
    ["nothing, where the document says it last", { a: "missing" }, [["a"], []], []],
    ["what is configured, where nothing is admitted first", { a: "code" }, [[], ["a"]], ["a"]],
    [
      "two secrets of which one is the environment's come later",
      { a: "code", b: "environment", c: "code" },
      [["a", "b"], ["c"]],
      ["c"],
    ],
    ["more before less, when both are given", { a: "code", b: "code" }, [["a"], ["a", "b"]], ["a", "b"]],
    [
      "most, of three",
      { a: "code", b: "code", c: "code" },
      [["a"], ["a", "b", "c"], ["b", "a"]],
      ["a", "b", "c"],
    ],
    [
      "the document's order between different ones",
      { a: "code", b: "code", c: "code" },
      [["a"], ["b", "c"]],
      ["a"],
    ],
    ["a half is not enough", { a: "code", b: "missing", c: "environment" }, [["a", "b"], ["c"]], ["c"]],
    ["a certificate does not hide a secret", { a: "connection", b: "environment" }, [["a"], ["b"]], ["b"]],
    ["a certificate, where no secret is", { a: "connection", b: "missing" }, [["b"], [], ["a"]], ["a"]],
    ["a certificate with a secret", { a: "connection", b: "code" }, [["b"], ["a", "b"]], ["a", "b"]],
    [
      "a certificate is not a secret that is missing",
      { a: "connection", b: "missing" },
      [["a", "b"]],
      undefined,
    ],
    ["what the caller removed hides no other", { a: "removed", b: "environment" }, [["a"], ["b"]], ["b"]],
    ["what the caller removed stays away", { a: "removed" }, [["a"]], ["a"]],
    [
      "nothing of the environment stands in for what is declined",
      { a: "declined", b: "environment" },
      [["a"], ["b"]],
      undefined,
    ],
    ["nor does it where nothing will do", { a: "declined", b: "environment" }, [["a"], ["b"], []], []],
    ["what is given stands in for what is declined", { a: "declined", b: "code" }, [["a"], ["b"]], ["b"]],
  ];
  it.each(rows)("%s", (_, has, alternatives, want) => {
    expect(chooseAlternative(alternatives, (name) => has[name] ?? "missing")).toEqual(want);
  });

  it("never one that is less than another which is as good", () => {
    const possession = fc.constantFrom<Possession>(
      "code",
      "environment",
      "connection",
      "removed",
      "declined",
      "missing",
    );
    const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.record({ a: possession, b: possession, c: possession, d: possession }),
        fc.array(names, { minLength: 1, maxLength: 6 }),
        (has, alternatives) => {
          const of = (name: string): Possession => has[name as keyof typeof has];
          const chosen = chooseAlternative(alternatives, of);
          const complete = alternatives.filter(
            (one) => !one.some((name) => ["missing", "declined"].includes(of(name))),
          );
          const carried = (one: readonly string[]): string[] =>
            one.filter((name) => ["code", "environment"].includes(of(name)));
          const byCode = complete.filter(
            (one) => carried(one).length > 0 && carried(one).every((name) => of(name) === "code"),
          );
          if (chosen === undefined)
            return complete.length === 0 || alternatives.flat().some((name) => of(name) === "declined");
          if (byCode.length > 0) expect(byCode).toContainEqual(chosen);
          const peers = byCode.length > 0 ? byCode : complete.filter((one) => carried(one).length > 0);
          const isDeclined = alternatives.flat().some((name) => of(name) === "declined");
          if (carried(chosen).length === 0) expect(isDeclined ? byCode : peers).toEqual([]);
          const better = (
            carried(chosen).length > 0 ? peers : complete.filter((one) => carried(one).length === 0)
          ).filter(
            (one) => one.length > chosen.length && chosen.every((name) => (one as string[]).includes(name)),
          );
          expect(better).toEqual([]);
          return true;
        },
      ),
    );
  });
});

const schemes: ClientDefinition["schemes"] = {
  Key: apiKeyHeader("X-API-Key", { option: "apiKey", env: "SAMPLE_API_KEY" }),
  Token: bearer({ option: "accessToken", env: "SAMPLE_ACCESS_TOKEN" }),
  User: basic({ option: "username", env: "SAMPLE_USERNAME" }, { option: "password", env: "SAMPLE_PASSWORD" }),
  Query: apiKeyQuery("key", { option: "queryKey", env: "SAMPLE_QUERY_KEY" }),
  Cookie: apiKeyCookie("sid", { option: "cookieKey", env: "SAMPLE_COOKIE_KEY" }),
  Certificate: mutualTLS(),
};

async function sent(
  security: readonly (readonly string[])[],
  options: object,
  call: object = {},
): Promise<Seen> {
  const server = await serve((_, response) => json(response, {}));
  const client = sample({ baseURL: server.url, apiKey: undefined, ...options }, { schemes, security });
  await client.things.call(GET, {}, call);
  expect(server.seen).toHaveLength(1);
  return server.seen[0] as Seen;
}

describe("on the wire", () => {
  it("a key of the environment does not take the place of a token that is given", async () => {
    vi.stubEnv("SAMPLE_API_KEY", "of-the-process");
    for (const call of [{}, { maxRetries: 0 }]) {
      const { headers } = await sent([["Key"], ["Token"]], { accessToken: "of-this-user" }, call);
      expect(headers.authorization).toBe("Bearer of-this-user");
      expect(headers).not.toHaveProperty("x-api-key");
    }
    const provided = await sent([["Key"], ["Token"]], { accessToken: async () => "of-this-user" });
    expect(provided.headers).not.toHaveProperty("x-api-key");
  });

  it("nor of a header field that the caller sends", async () => {
    vi.stubEnv("SAMPLE_API_KEY", "of-the-process");
    const own = { headers: { Authorization: "Bearer mine" } };
    const { headers } = await sent([["Key"], ["Token"]], {}, own);
    expect(headers).toMatchObject({ authorization: "Bearer mine" });
    expect(headers).not.toHaveProperty("x-api-key");
    const byDefault = await sent([["Key"], ["Token"]], { defaultHeaders: { authorization: "Bearer mine" } });
    expect(byDefault.headers).not.toHaveProperty("x-api-key");
    const cookie = await sent([["Key"], ["Cookie"]], {}, { headers: { cookie: "a=b; sid=mine" } });
    expect(cookie.headers).not.toHaveProperty("x-api-key");
    const query = await sent([["Key"], ["Query"]], {}, { query: { key: "mine" } });
    expect(query).toMatchObject({ url: "/things?key=mine" });
    expect(query.headers).not.toHaveProperty("x-api-key");
  });

  it("a half from the environment is the environment's", async () => {
    vi.stubEnv("SAMPLE_PASSWORD", "of-the-process");
    const { headers } = await sent([["User"], ["Token"]], { username: "ada", accessToken: "of-this-user" });
    expect(headers.authorization).toBe("Bearer of-this-user");
    const alone = await sent([["User"], ["Token"]], { username: "ada" });
    expect(alone.headers.authorization).toMatch(/^Basic /);
  });

  it("an optional scheme is used where it is configured", async () => {
    expect((await sent([[], ["Token"]], { accessToken: "mine" })).headers.authorization).toBe("Bearer mine");
    expect((await sent([[], ["Token"]], {})).headers).not.toHaveProperty("authorization");
    vi.stubEnv("SAMPLE_ACCESS_TOKEN", "of-the-process");
    expect((await sent([[], ["Token"]], {})).headers.authorization).toBe("Bearer of-the-process");
  });

  it("a certificate of the connection stands in for no secret that is configured", async () => {
    const security = [["Certificate"], ["Token"]];
    expect((await sent(security, { accessToken: "mine" })).headers.authorization).toBe("Bearer mine");
    expect((await sent(security, {})).headers).not.toHaveProperty("authorization");
    const both = await errorOf(sent([["Certificate", "Token"]], {}));
    expect(both.message).toMatch(
      /Give a connection with a certificate \(fetchOptions or fetch\) and the option accessToken/,
    );
  });
});

describe("null", () => {
  const security = [["Key"], ["Token"], ["User"], ["Query"], ["Cookie"]];
  const ways: [option: string, scheme: string, env: string, rest: object][] = [
    ["apiKey", "Key", "SAMPLE_API_KEY", {}],
    ["accessToken", "Token", "SAMPLE_ACCESS_TOKEN", {}],
    ["username", "User", "SAMPLE_USERNAME", { password: "x" }],
    ["password", "User", "SAMPLE_PASSWORD", { username: "x" }],
    ["queryKey", "Query", "SAMPLE_QUERY_KEY", {}],
    ["cookieKey", "Cookie", "SAMPLE_COOKIE_KEY", {}],
  ];

  it.each(ways)(
    "for %s is not a credential, undefined is the environment's",
    async (option, scheme, env, rest) => {
      vi.stubEnv(env, "of-the-process");
      await sent([[scheme]], { ...rest, [option]: undefined });
      const error = await errorOf(sent([[scheme]], { ...rest, [option]: null }));
      expect(error).toBeInstanceOf(UsageError);
      expect(error.message).toContain(
        `things.get needs a credential, and none is configured (${option} is null,`,
      );
      const optional = await sent([[scheme], []], { ...rest, [option]: null });
      expect(JSON.stringify(optional)).not.toContain("of-the-process");
    },
  );

  it("lets no other secret of the environment stand in", async () => {
    vi.stubEnv("SAMPLE_API_KEY", "of-the-process");
    const error = await errorOf(sent(security, { accessToken: null }));
    expect(error.message).toContain("accessToken is null");
    const given = await sent(security, { accessToken: null, cookieKey: "mine" });
    expect(given.headers.cookie).toBe("sid=mine");
  });

  it("is kept by withOptions, and can be given there", async () => {
    vi.stubEnv("SAMPLE_API_KEY", "of-the-process");
    const server = await serve((_, response) => json(response, {}));
    const client = sample({ baseURL: server.url, apiKey: "mine" }, { schemes, security: [["Key"]] });
    const without = client.withOptions({ apiKey: null });
    for (const one of [
      without,
      without.withOptions({ timeout: 1000 }),
      without.withOptions({ apiKey: undefined }),
    ])
      expect((await errorOf(one.things.call(GET))).message).toContain("apiKey is null");
    expect(server.seen).toHaveLength(0);
    await without.withOptions({ apiKey: "again" }).things.call(GET);
    await client.things.call(GET);
    expect(server.seen.map(({ headers }) => headers["x-api-key"])).toEqual(["again", "mine"]);
  });

  const exchange = tokenExchange({
    option: "accessToken",
    env: "SAMPLE_ACCESS_TOKEN",
    exchange: {
      option: "apiKey",
      env: "SAMPLE_API_KEY",
      method: "POST",
      path: "/login",
      operation: "login",
      request: "/key",
      token: "/access_token",
    },
  });
  const client = clientCredentials({
    option: "accessToken",
    env: "SAMPLE_ACCESS_TOKEN",
    clientId: { option: "username", env: "SAMPLE_USERNAME" },
    clientSecret: { option: "password", env: "SAMPLE_PASSWORD" },
    path: "/token",
  });
  it.each([
    ["the key of an exchange", exchange, { apiKey: null }],
    ["the token of an exchange", exchange, { accessToken: null }],
    ["a client's id", client, { username: null }],
    ["a client's secret", client, { username: "me", password: null }],
    ["a client's token", client, { accessToken: null }],
  ])("for %s closes the environment", async (_, scheme, options) => {
    for (const name of ["API_KEY", "ACCESS_TOKEN", "USERNAME", "PASSWORD"])
      vi.stubEnv(`SAMPLE_${name}`, "of-the-process");
    const server = await serve((_, response) => json(response, { access_token: "fresh" }));
    const made = (security: string[][]) =>
      new (sampleClass({
        schemes: { One: scheme },
        security,
      }))({ baseURL: server.url, ...options } as object);
    const error = await errorOf(made([["One"]]).things.call(GET));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(/is null/);
    expect(server.seen).toHaveLength(0);
    await made([["One"], []]).things.call(GET);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
});
