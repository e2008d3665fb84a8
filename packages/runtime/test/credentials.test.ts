import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  type SecurityScheme,
  UsageError,
} from "../src/client.ts";
import { errorOf, GET, KEY, type SampleOptions, sample } from "./support/sample.ts";
import { json, type Seen, serve } from "./support/server.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const source = { option: "apiKey", env: "SAMPLE_API_KEY" };

async function sent(scheme: SecurityScheme, options: SampleOptions = {}, call: object = {}): Promise<Seen> {
  const server = await serve((_, response) => json(response, {}));
  const client = sample({ baseURL: server.url, ...options }, { schemes: { Key: scheme } });
  await client.things.call({ ...GET, query: ["limit"] }, { limit: 1 }, call);
  return server.seen[0] as Seen;
}

describe("a scheme puts its secret", () => {
  it("into a header", async () => {
    expect((await sent(apiKeyHeader("X-API-Key", source))).headers["x-api-key"]).toBe(KEY);
  });
  it("into the query, encoded", async () => {
    expect((await sent(apiKeyQuery("api key", source), { apiKey: "a/b+c" })).url).toBe(
      "/things?limit=1&api%20key=a%2Fb%2Bc",
    );
  });
  it("into a cookie", async () => {
    expect((await sent(apiKeyCookie("session", source))).headers.cookie).toBe(`session=${KEY}`);
  });
  it("into a cookie beside those of the caller", async () => {
    const beside = await sent(apiKeyCookie("sid", source), {}, { headers: { cookie: "locale=de" } });
    expect(beside.headers.cookie).toBe(`locale=de; sid=${KEY}`);
    const own = await sent(apiKeyCookie("sid", source), {}, { headers: { cookie: "a=b; sid=mine" } });
    expect(own.headers.cookie).toBe("a=b; sid=mine");
    const none = await sent(apiKeyCookie("sid", source), {}, { headers: { cookie: null } });
    expect(none.headers.cookie).toBeUndefined();
  });
  it("behind Bearer", async () => {
    expect((await sent(bearer(source))).headers.authorization).toBe(`Bearer ${KEY}`);
  });
  it("behind Basic, in UTF-8", async () => {
    const scheme = basic({ option: "username" }, { option: "password" });
    const { headers } = await sent(scheme, { username: "ada", password: "pass wörd:x" });
    expect(headers.authorization).toBe(`Basic ${Buffer.from("ada:pass wörd:x").toString("base64")}`);
  });
});

describe("a user name that is the key", () => {
  const scheme = basic({ option: "username" }, { option: "password" });
  const key = "rk_basic_4f9a1c77e2b0";

  it("needs no password", async () => {
    const { headers } = await sent(scheme, { username: key, password: "" });
    expect(headers.authorization).toBe(`Basic ${btoa(`${key}:`)}`);
  });

  it.each(["", "x", "api-key"])("is not shown beside the password %j", async (password) => {
    const server = await serve((_, response) => json(response, { error: `no ${key}` }, 401));
    const client = sample({ baseURL: server.url, username: key, password }, { schemes: { Key: scheme } });
    const error = await errorOf(client.things.call(GET));
    expect(inspect(error, { depth: 9 })).toContain("401");
    expect(inspect(error, { depth: 9 })).not.toContain(key);
  });
});

describe("a secret", () => {
  const header = apiKeyHeader("X-API-Key", source);

  it("is trimmed", async () => {
    expect((await sent(header, { apiKey: ` ${KEY}\n` })).headers["x-api-key"]).toBe(KEY);
  });

  it("may come from a function, which is asked for every attempt", async () => {
    let asked = 0;
    const server = await serve((_, response, index) => json(response, {}, index ? 200 : 503));
    const apiKey = async (): Promise<string> => `key-${++asked} `;
    await sample({ baseURL: server.url, apiKey, retry: { baseDelay: 1 } }).things.call(GET);
    expect(server.seen.map(({ headers }) => headers["x-api-key"])).toEqual(["key-1", "key-2"]);
  });

  it.each(["a\nb", "a b", "k\u00e9y", "k".repeat(20_000)])(
    "of the environment that cannot be sent stops only what needs it",
    async (bad) => {
      vi.stubEnv("SAMPLE_API_KEY", bad);
      const own = { Own: bearer({ option: "accessToken" }), Key: header };
      const server = await serve((_, response) => json(response, {}));
      const security = [["Own"], ["Key"]];
      const given = sample(
        { baseURL: server.url, apiKey: undefined, accessToken: "mine" },
        { schemes: own, security },
      );
      await given.things.call(GET);
      expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(["Bearer mine"]);
      const none = sample({ baseURL: server.url, apiKey: undefined }, { schemes: own, security });
      const error = await errorOf(none.things.call(GET));
      expect(error).toBeInstanceOf(UsageError);
      expect(error.message).toMatch(/^environment variable SAMPLE_API_KEY /);
      expect(error.message).not.toContain(bad);
      expect(server.seen).toHaveLength(1);
    },
  );

  it("comes from the environment when the option is not given", async () => {
    vi.stubEnv("SAMPLE_API_KEY", " from-environment ");
    expect((await sent(header, { apiKey: undefined })).headers["x-api-key"]).toBe("from-environment");
    expect((await sent(header)).headers["x-api-key"]).toBe(KEY);
  });

  it("is not needed where the operation needs none, nor sent there", async () => {
    const server = await serve((_, response) => json(response, {}));
    await sample({ baseURL: server.url }).things.call({ ...GET, security: [] });
    await sample({ baseURL: server.url, apiKey: undefined }).things.call({ ...GET, security: [] });
    for (const { headers } of server.seen) expect(headers).not.toHaveProperty("x-api-key");
  });

  it("that is missing is an error before anything is sent, which names option and variable", async () => {
    const server = await serve((_, response) => json(response, {}));
    const error = await errorOf(sample({ baseURL: server.url, apiKey: undefined }).things.call(GET));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(/things\.get needs a credential.*apiKey.*SAMPLE_API_KEY/);
    expect(server.seen).toHaveLength(0);
  });

  it("gives way to a header of the caller's, or to its removal", async () => {
    expect((await sent(header, {}, { headers: { "x-api-key": "mine" } })).headers["x-api-key"]).toBe("mine");
    expect((await sent(header, {}, { headers: { "X-API-KEY": null } })).headers).not.toHaveProperty(
      "x-api-key",
    );
    expect(
      (await sent(header, { apiKey: undefined, defaultHeaders: { "x-api-key": "mine" } })).headers[
        "x-api-key"
      ],
    ).toBe("mine");
  });
});

describe("a secret that cannot be sent", () => {
  const rows: [name: string, apiKey: string, message: RegExp][] = [
    ["empty", "", /apiKey is empty/],
    ["blank", " \n ", /apiKey is empty/],
    ["inner newline", "sk_canary\nX-Evil: 1", /apiKey holds a character/],
    ["inner space", "sk_canary two", /apiKey holds a character/],
    ["zero-width space", "sk_canary\u200b1", /apiKey holds a character/],
    ["emoji", "sk_canary😀", /apiKey holds a character/],
    ["NUL", "sk_canary\0", /apiKey holds a character/],
    ["1 MB", "sk_canary".repeat(120_000), /1080000 characters/],
    ["a number", 42 as unknown as string, /must be a string/],
  ];
  it.each(rows)("%s: our error, without the value", async (_, apiKey, message) => {
    const thrown = ((): Error => {
      try {
        sample({ apiKey });
      } catch (error) {
        return error as Error;
      }
      throw new Error("It was accepted.");
    })();
    expect(thrown).toBeInstanceOf(UsageError);
    expect(thrown.message).toMatch(message);
    expect(`${thrown.message}${thrown.stack}`).not.toContain("canary");
    const provided = await errorOf(sample({ apiKey: () => apiKey }).things.call(GET));
    expect(provided.message).toMatch(message);
    expect(`${provided.message}${provided.stack}`).not.toContain("canary");
  });

  it("a function that never returns is given up", async () => {
    const error = await errorOf(
      sample({ apiKey: () => new Promise(() => {}), timeout: 50 }).things.call(GET),
    );
    expect(error.message).toMatch(/apiKey returned nothing for 50 ms/);
  });

  it("a user name with a colon", () => {
    const schemes = { Key: basic({ option: "username" }, { option: "password" }) };
    expect(() => sample({ username: "a:b", password: "c" }, { schemes })).toThrow(/username holds a colon/);
    expect(() => sample({ username: "a", password: "c\n\td" }, { schemes })).toThrow(
      /password holds a control/,
    );
  });
});

describe("alternatives", () => {
  const schemes = {
    Key: apiKeyHeader("X-API-Key", source),
    Token: bearer({ option: "accessToken" }),
    User: apiKeyHeader("X-User", { option: "username" }),
  };
  const security = [["Token"], ["Key", "User"]];
  const headers = async (options: SampleOptions): Promise<Seen["headers"]> => {
    const server = await serve((_, response) => json(response, {}));
    await sample({ baseURL: server.url, apiKey: undefined, ...options }, { schemes, security }).things.call(
      GET,
    );
    return server.seen[0]?.headers ?? {};
  };

  it("the first one for which everything is there is used, alone", async () => {
    const both = await headers({ accessToken: "token", apiKey: KEY, username: "ada" });
    expect(both.authorization).toBe("Bearer token");
    expect(both).not.toHaveProperty("x-api-key");
    expect(await headers({ apiKey: KEY, username: "ada" })).toMatchObject({
      "x-api-key": KEY,
      "x-user": "ada",
    });
  });

  it("a half of what is needed together is not enough, and the error names every way", async () => {
    const error = await errorOf(headers({ apiKey: KEY }));
    expect(error.message).toMatch(/accessToken.*or the option apiKey.* and the option username/);
  });

  it("none at all is one where the document says so", async () => {
    const server = await serve((_, response) => json(response, {}));
    await sample({ baseURL: server.url, apiKey: undefined }, { security: [["Key"], []] }).things.call(GET);
    expect(server.seen[0]?.headers).not.toHaveProperty("x-api-key");
  });
});

describe("in a browser", () => {
  it("a secret key is refused, unless opted in or meant for browsers", () => {
    vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (X11; Linux x86_64)" });
    expect(() => sample()).toThrow(/dangerouslyAllowBrowser/);
    expect(() => sample({ dangerouslyAllowBrowser: true })).not.toThrow();
    expect(() => sample({}, { browser: true })).not.toThrow();
    expect(() => sample({ apiKey: undefined })).not.toThrow();
  });

  it.each(["Node.js/24", "Deno/2.5.0", "Bun/1.3.0", "Cloudflare-Workers", undefined])(
    "%s is none",
    (userAgent) => {
      vi.stubGlobal("navigator", { userAgent });
      expect(() => sample()).not.toThrow();
    },
  );
});
