import { describe, expect, it } from "vitest";
import { resolveBaseURL } from "../src/base-url.ts";
import { clientCredentials, serverVariables } from "../src/client.ts";
import { errorOf, GET, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const definition = {
  name: "Sample",
  userAgent: "x",
  environments: { production: "https://api.test/v1/", sandbox: "https://sandbox.test" },
  schemes: {},
  security: [],
};
const resolve = (options: object): string => resolveBaseURL(definition, options);

describe("base URL", () => {
  it.each([
    ["the first environment", {}, "https://api.test/v1"],
    ["a named one", { environment: "sandbox" }, "https://sandbox.test"],
    ["given", { baseURL: "https://x.test" }, "https://x.test"],
    ["with a slash at the end", { baseURL: "https://x.test/" }, "https://x.test"],
    ["with a path", { baseURL: "https://x.test/a/b" }, "https://x.test/a/b"],
    ["with a path and slashes at the end", { baseURL: "https://x.test/a/b//" }, "https://x.test/a/b"],
    ["with a port", { baseURL: "https://x.test:8443" }, "https://x.test:8443"],
    ["with odd case", { baseURL: "HTTPS://X.Test/A" }, "https://x.test/A"],
    ["http: to localhost", { baseURL: "http://localhost:3000" }, "http://localhost:3000"],
    ["http: to LOCALHOST", { baseURL: "http://LOCALHOST:3000" }, "http://localhost:3000"],
    ["http: to 127.0.0.1, in decimal", { baseURL: "http://2130706433" }, "http://127.0.0.1"],
    ["http: to 127.0.0.1, in hex and wide", { baseURL: "http://0x7f.0.0.１" }, "http://127.0.0.1"],
    ["http: to ::1, in full", { baseURL: "http://[0:0:0:0:0:0:0:1]" }, "http://[::1]"],
    ["http: to 127.1, which is 127.0.0.1", { baseURL: "http://127.1" }, "http://127.0.0.1"],
    ["http: to ::1", { baseURL: "http://[::1]:80" }, "http://[::1]"],
    ["http: opted in", { baseURL: "http://x.test", dangerouslyAllowHTTP: true }, "http://x.test"],
  ])("%s", (_, options, want) => {
    expect(resolve(options)).toBe(want);
  });

  it.each([
    ["unknown environment", { environment: "prod" }, /no environment "prod"; known are production, sandbox/],
    ["environment from a prototype", { environment: "constructor" }, /no environment/],
    ["both", { baseURL: "https://x.test", environment: "sandbox" }, /either baseURL or environment/],
    ["empty", { baseURL: "" }, /not an absolute URL/],
    ["relative", { baseURL: "/api" }, /not an absolute URL/],
    ["http:", { baseURL: "http://x.test" }, /dangerouslyAllowHTTP/],
    [
      "http: to what only looks like loopback",
      { baseURL: "http://127.0.0.1.evil.test" },
      /dangerouslyAllowHTTP/,
    ],
    ["http: to localhost.evil.test", { baseURL: "http://localhost.evil.test" }, /dangerouslyAllowHTTP/],
    ["http: to a name below localhost", { baseURL: "http://x.localhost" }, /dangerouslyAllowHTTP/],
    ["http: to localhost with a dot", { baseURL: "http://localhost." }, /dangerouslyAllowHTTP/],
    ["http: to another address of 127.0.0.0/8", { baseURL: "http://127.0.0.2" }, /dangerouslyAllowHTTP/],
    ["http: to a local name", { baseURL: "http://printer.local" }, /dangerouslyAllowHTTP/],
    ["http: to localhost.localdomain", { baseURL: "http://localhost.localdomain" }, /dangerouslyAllowHTTP/],
    ["http: to 0.0.0.0", { baseURL: "http://0.0.0.0" }, /dangerouslyAllowHTTP/],
    ["http: to 0, which is 0.0.0.0", { baseURL: "http://0" }, /dangerouslyAllowHTTP/],
    ["http: to ::", { baseURL: "http://[::]" }, /dangerouslyAllowHTTP/],
    ["http: to 127.0.0.1 within IPv6", { baseURL: "http://[::ffff:127.0.0.1]" }, /dangerouslyAllowHTTP/],
    ["ws:", { baseURL: "ws://127.0.0.1" }, /ws:/],
    ["ftp:, opted in or not", { baseURL: "ftp://x.test", dangerouslyAllowHTTP: true }, /ftp:/],
    ["credentials", { baseURL: "https://ada:secret@x.test" }, /user name or a password/],
    ["query", { baseURL: "https://x.test?a=1" }, /query or a fragment/],
    ["fragment", { baseURL: "https://x.test#a" }, /query or a fragment/],
  ])("%s is refused", (_, options, message) => {
    expect(() => resolve(options)).toThrow(message);
    expect(() => resolve(options)).not.toThrow(/secret/);
  });

  it("is never read from the environment, and stands on the client", () => {
    process.env.SAMPLE_BASE_URL = "https://evil.test";
    expect(sample().baseURL).toBe("https://api.sample.test/v1");
    delete process.env.SAMPLE_BASE_URL;
  });

  it("keeps its path before every route", async () => {
    const server = await serve((_, response) => json(response, {}));
    await sample({ baseURL: `${server.url}/a%20b/v1/` }).things.call({ ...GET, path: "/things:archive" });
    expect(server.seen[0]?.url).toBe("/a%20b/v1/things:archive");
  });
});

describe("an operation with a server of its own", () => {
  const server = "https://uploads.sample.test/v2";
  const urlOf = async (options: object): Promise<string> =>
    (await sample(options).preview((c) => c.things.call({ ...GET, server }))).url;

  it.each(["http://uploads.sample.test", "http://x.localhost", "http://0.0.0.0"])(
    "is refused in clear text: %s",
    async (plain) => {
      const call = (options: object) => sample(options).things.call({ ...GET, server: plain });
      const error = await errorOf(call({ fetch: async () => new Response("{}") }));
      expect(error.message).toMatch(/^The server of things\.get is http:.*dangerouslyAllowHTTP/);
      await call({ dangerouslyAllowHTTP: true, fetch: async () => new Response("{}") });
    },
  );

  it("has variables that the client's options set, and holds them to their place", async () => {
    const region = { option: "region", default: "eu" };
    const environments = { production: serverVariables("https://{region}.sample.test", { region }) };
    const operation = {
      ...GET,
      server: serverVariables("https://{region}.uploads.sample.test/v2", { region }),
    };
    const url = async (options: object) =>
      (await sample(options, { environments }).preview((c) => c.things.call(operation))).url;
    expect(await url({})).toBe("https://eu.uploads.sample.test/v2/things");
    expect(await url({ region: "us" })).toBe("https://us.uploads.sample.test/v2/things");
    expect(await url({ baseURL: "https://mock.test", region: "us" })).toBe("https://mock.test/things");
    const listed = {
      ...operation,
      server: serverVariables("https://{region}.up.test", { region: { ...region, values: ["eu"] } }),
    };
    const error = await errorOf(sample({ region: "us" } as object, { environments }).things.call(listed));
    expect(error).toMatchObject({
      message: 'region cannot be "us"; it is one of eu.',
      operation: "things.get",
    });
  });

  it("is refused in clear text where tokens are issued", async () => {
    const scheme = clientCredentials({
      option: "accessToken",
      path: "/token",
      server: "http://auth.sample.test",
      clientId: { option: "username" },
      clientSecret: { option: "password" },
    });
    let asked = 0;
    const fetch = async (): Promise<Response> => {
      asked += 1;
      return new Response("{}");
    };
    const client = sample(
      { username: "a", password: "b", fetch },
      { schemes: { S: scheme }, security: [["S"]] },
    );
    const error = await errorOf(client.things.call(GET));
    expect(error.message).toMatch(/^The server of oauth2\.token is http:.*dangerouslyAllowHTTP/);
    expect(asked).toBe(0);
  });

  it("goes there, unless the caller named the base URL", async () => {
    expect(await urlOf({})).toBe("https://uploads.sample.test/v2/things");
    expect(await urlOf({ baseURL: "https://mock.test" })).toBe("https://mock.test/things");
  });

  it("must be safe to send keys to", async () => {
    await expect(
      sample().preview((c) => c.things.call({ ...GET, server: "http://plain.test" })),
    ).rejects.toThrow(/dangerouslyAllowHTTP/);
  });
});
