import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { APIClient, type Operation, queryParameter, serverVariables, UsageError } from "../src/client.ts";
import { nearest } from "../src/values/nearest.ts";
import { errorOf, GET, KEY, type SampleOptions, sample, sampleClass } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

/** What constructing says of options that no type admits. */
function refusal(options: unknown, changes: object = {}): string {
  try {
    new (sampleClass(changes))(options as SampleOptions);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  return "taken";
}

const NEAR: [given: object, message: string][] = [
  [{ baseUrl: "http://127.0.0.1" }, 'Sample has no option "baseUrl"; is baseURL meant?'],
  [{ base_url: "x" }, 'Sample has no option "base_url"; is baseURL meant?'],
  [{ url: "x" }, 'Sample has no option "url"; is baseURL meant?'],
  [{ timeOut: 3 }, 'Sample has no option "timeOut"; is timeout meant?'],
  [{ timeoutMs: 3 }, 'Sample has no option "timeoutMs"; is timeout meant?'],
  [{ apikey: KEY }, 'Sample has no option "apikey"; is apiKey meant?'],
  [{ api_key: KEY }, 'Sample has no option "api_key"; is apiKey meant?'],
  [{ key: KEY }, 'Sample has no option "key"; is apiKey meant?'],
  [{ max_retries: 0 }, 'Sample has no option "max_retries"; is maxRetries meant?'],
  [{ retries: 0 }, 'Sample has no option "retries"; is maxRetries meant?'],
  [{ maxRetry: 0 }, 'Sample has no option "maxRetry"; is maxRetries meant?'],
  [{ headers: {} }, 'Sample has no option "headers"; is defaultHeaders meant?'],
  [
    { dangerouslyAllowHttp: true },
    'Sample has no option "dangerouslyAllowHttp"; is dangerouslyAllowHTTP meant?',
  ],
  [{ signal: null }, "signal is an option of a call, not of Sample."],
  [{ idempotencyKey: "k" }, "idempotencyKey is an option of a call, not of Sample."],
  [{ baseUrl: undefined }, 'Sample has no option "baseUrl"; is baseURL meant?'],
];

describe("an option that a client does not know", () => {
  it.each(NEAR)("%j is refused, with the nearest", (given, message) => {
    expect(refusal({ apiKey: KEY, ...given })).toBe(message);
  });

  it("near to nothing is refused with all that there are", () => {
    expect(refusal({ zebra: 1 })).toMatch(
      /^Sample has no option "zebra"\. There are: apiKey, baseURL, .*userAgent\.$/,
    );
  });

  it("is refused by withOptions too, and leaves the client as it was", async () => {
    const server = await serve((_, response) => json(response, {}));
    const client = sample({ baseURL: server.url });
    expect(() => client.withOptions({ baseUrl: "https://mock.test" } as object)).toThrow(
      'Sample has no option "baseUrl"; is baseURL meant?',
    );
    expect(() => client.withOptions(null as unknown as object)).toThrow(UsageError);
    await client.things.call(GET);
    expect(server.seen).toHaveLength(1);
  });

  it("stands in no message in full length, nor is its value shown", () => {
    expect(refusal({ [`k${"x".repeat(1e6)}`]: KEY })).toMatch(/^.{1,500}$/);
    expect(refusal({ secret: "sk_live_1" })).not.toContain("sk_live_1");
  });
});

describe("an option that a client knows", () => {
  it("may be a credential or a variable of a server, of this vendor alone", () => {
    const environments = {
      production: serverVariables("https://{region}.test", { region: { option: "region", default: "eu" } }),
    };
    expect(refusal({ apiKey: KEY, region: "us" }, { environments })).toBe("taken");
    expect(refusal({ apiKey: KEY, regoin: "us" }, { environments })).toContain("is region meant?");
    expect(refusal({ apiKey: KEY, region: "us" })).toContain('no option "region"');
    expect(refusal({ apiKey: KEY, accessToken: "t" })).toContain('no option "accessToken"');
  });

  it("may be undefined, as every option may", () => {
    expect(refusal({ apiKey: KEY, baseURL: undefined, timeout: undefined, hooks: undefined })).toBe("taken");
  });
});

describe("nested options", () => {
  it.each([
    [{ retry: { max: 3 } }, /^retry has no option "max"; is maxDelay meant\?$/],
    [{ retry: { base_delay: 3 } }, /^retry has no option "base_delay"; is baseDelay meant\?$/],
    [{ retry: 3 }, /^The options of retry are 3; an object is expected\.$/],
    [{ retry: null }, /^The options of retry are null/],
    [{ hooks: { onRequest: () => {} } }, /^hooks has no option "onRequest"; is request meant\?$/],
    [{ hooks: [] }, /^The options of hooks are an array/],
  ])("%j", (given, message) => {
    expect(refusal({ apiKey: KEY, ...given })).toMatch(message);
  });

  it("may be an object of a class that observes, with fields of its own", async () => {
    class Metrics {
      seen: string[] = [];
      response({ operation }: { operation: string }): void {
        this.seen.push(operation);
      }
    }
    const server = await serve((_, response) => json(response, {}));
    const hooks = new Metrics();
    await sample({ baseURL: server.url, hooks }).things.call(GET);
    expect(hooks.seen).toEqual(["things.get"]);
  });

  it("of others are let be", () => {
    expect(
      refusal({ apiKey: KEY, fetchOptions: { keepalive: true }, fetch: async () => new Response() }),
    ).toBe("taken");
  });
});

describe("options that are not literals", () => {
  const read = async (options: object): Promise<string | undefined> => {
    const server = await serve((_, response) => json(response, {}));
    const client = new (sampleClass())(options as SampleOptions).withOptions({ baseURL: server.url });
    await client.things.call(GET);
    return server.seen[0]?.headers["x-api-key"] as string | undefined;
  };

  it("are read without a prototype, through a Proxy, and as what they inherit", async () => {
    expect(await read(Object.assign(Object.create(null), { apiKey: "a" }))).toBe("a");
    expect(await read(new Proxy({ apiKey: "b" }, {}))).toBe("b");
    expect(await read(Object.create({ apiKey: "c" }))).toBe("c");
    class Config {
      timeout = 1000;
      get apiKey(): string {
        return "d";
      }
      validate(): void {}
    }
    expect(await read(new Config())).toBe("d");
  });

  it("keep a base URL that a getter gives, in copies too", async () => {
    const server = await serve((_, response) => json(response, {}));
    class Config {
      apiKey = KEY;
      get baseURL(): string {
        return server.url;
      }
    }
    await new (sampleClass())(new Config()).withOptions({ timeout: 1000 }).things.call(GET);
    expect(server.seen).toHaveLength(1);
  });

  it("are refused with what no option is", () => {
    class Config {
      apiKey = KEY;
      get baseUrl(): string {
        return "https://mock.test";
      }
    }
    expect(refusal(new Config())).toContain("is baseURL meant?");
    expect(refusal(Object.create({ baseUrl: "x" }))).toContain("is baseURL meant?");
    expect(refusal(JSON.parse('{"__proto__": {"baseURL": "https://evil.test"}}'))).toContain("__proto__");
  });

  it.each([
    ["null", null, "null"],
    ["a key", KEY, "a string"],
    ["an array", [KEY], "an array"],
    ["a function", () => KEY, "a function"],
    ["a Map", new Map([["apiKey", KEY]]), "an object of type Map"],
  ])("are refused as %s", (_, given, what) => {
    const message = refusal(given);
    expect(message).toContain(`The options of Sample are ${what}`);
    expect(message).not.toContain(KEY);
  });

  it("may carry what another program marks them with", () => {
    expect(refusal({ apiKey: KEY, [Symbol("traced")]: 1 })).toBe("taken");
  });

  it("may be left out of a client that is made by hand", () => {
    const definition = {
      name: "Hand",
      userAgent: "x",
      environments: { a: "https://a.test" },
      schemes: {},
      security: [],
    };
    expect(new APIClient(definition, undefined as unknown as object).baseURL).toBe("https://a.test");
  });
});

describe("an option that a call does not know", () => {
  const LIST: Operation = { ...GET, id: "things.list", query: ["limit", queryParameter({ name: "sort" })] };
  const rows: [given: unknown, message: string][] = [
    [{ timeOut: 3 }, 'things.list has no option "timeOut"; is timeout meant?'],
    [{ max_retries: 0 }, 'things.list has no option "max_retries"; is maxRetries meant?'],
    [{ header: {} }, 'things.list has no option "header"; is headers meant?'],
    [{ abortSignal: null }, 'things.list has no option "abortSignal"; is signal meant?'],
    [{ limit: 5 }, "limit is a parameter of things.list: it goes into params, before the options."],
    [{ sort: "a" }, "sort is a parameter of things.list: it goes into params, before the options."],
    [
      { baseURL: "x" },
      "baseURL is an option of the client, not of things.list: give it to the constructor or to withOptions().",
    ],
    [
      { apiKey: "x" },
      "apiKey is an option of the client, not of things.list: give it to the constructor or to withOptions().",
    ],
    [null, "The options of things.list are null; an object is expected."],
    [5, "The options of things.list are 5; an object is expected."],
    [
      new AbortController().signal,
      "The options of things.list are an object of type AbortSignal; a plain object is expected.",
    ],
  ];
  it.each(rows)("%j is refused before anything is sent", async (given, message) => {
    const server = await serve((_, response) => json(response, {}));
    const { things } = sample({ baseURL: server.url });
    const error = await errorOf(things.call(LIST, {}, given as object));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message, operation: "things.list", client: "Sample" });
    expect(server.seen).toHaveLength(0);
  });

  it("is refused where the route is not in the document, and in pages", async () => {
    const server = await serve((_, response) => json(response, []));
    const client = sample({ baseURL: server.url });
    const calls = [
      client.get("/x", { timeOut: 3 } as object),
      client.post("/x", { jsonBody: {} } as object),
      client.get("/x", null as unknown as object),
    ];
    expect((await Promise.all(calls.map(errorOf))).map(({ message }) => message)).toEqual([
      'GET /x has no option "timeOut"; is timeout meant?',
      'POST /x has no option "jsonBody"; is body meant?',
      "The options of GET /x are null; an object is expected.",
    ]);
    expect(server.seen).toHaveLength(0);
  });

  it("may be inherited, or given by a getter", async () => {
    const server = await serve((_, response) => json(response, {}));
    class Options {
      get headers(): Record<string, string> {
        return { "x-trace": "1" };
      }
    }
    await sample({ baseURL: server.url }).things.call(LIST, {}, new Options());
    expect(server.seen[0]?.headers["x-trace"]).toBe("1");
  });
});

describe("options in the place of params", () => {
  const rows: [operation: Partial<Operation>, params: object, id: unknown, message: string][] = [
    [
      { path: "/things/{id}" },
      { maxRetries: 0 },
      "x",
      "maxRetries is an option of things.get, not a field of params. Options come last: `get(id, {}, { maxRetries: 0 })`.",
    ],
    [
      {},
      { signal: AbortSignal.abort() },
      undefined,
      "signal is an option of things.get, not a field of params. Options come last: `get({}, { signal })`.",
    ],
    [
      { query: ["limit"] },
      { limit: 1, timeout: 5, headers: { authorization: KEY } },
      undefined,
      "timeout and headers are options of things.get, not a field of params. Options come last: `get({}, { timeout: 5, headers })`.",
    ],
    [
      { path: "/{team}/{id}" },
      { team: "a", id: "b", timeout: 5 },
      undefined,
      "timeout is an option of things.get, not a field of params. Options come last: `get({}, { timeout: 5 })`.",
    ],
  ];
  it.each(rows)("%j %j", async (operation, params, id, message) => {
    const error = await errorOf(sample().things.call({ ...GET, ...operation }, params, {}, id));
    expect(error.message).toBe(message);
  });

  it("are parameters where the document has such ones", async () => {
    const server = await serve((_, response) => json(response, {}));
    await sample({ baseURL: server.url }).things.call({ ...GET, query: ["timeout"] }, { timeout: 5 });
    expect(server.seen[0]?.url).toBe("/things?timeout=5");
  });
});

describe("the nearest name", () => {
  it("takes time that is bounded, whatever is asked", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (name) => {
        const found = nearest(name, ["baseURL", "timeout", "maxRetries"]);
        return found === undefined || ["baseURL", "timeout", "maxRetries"].includes(found);
      }),
    );
    expect(nearest("x".repeat(1e6), ["timeout"])).toBeUndefined();
  });
});
