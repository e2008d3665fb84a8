import { afterEach, describe, expect, it, vi } from "vitest";
import { clientOf, errorOf, GET, POST, transportOf } from "./support/client.ts";
import { identityOf } from "./support/identities.ts";
import { serveProxy } from "./support/proxy.ts";
import { closedPort, json, serve } from "./support/server.ts";

const identity = await identityOf("localhost");
const noVariables = Object.fromEntries(
  [
    "http_proxy",
    "HTTP_PROXY",
    "https_proxy",
    "HTTPS_PROXY",
    "no_proxy",
    "NO_PROXY",
    "NODE_USE_ENV_PROXY",
  ].map((name) => [name, undefined]),
);
const setVariables = (variables: Record<string, string>): void => {
  for (const [name, value] of Object.entries({ ...noVariables, ...variables })) vi.stubEnv(name, value);
};
afterEach(() => vi.unstubAllEnvs());

describe("a proxy", () => {
  it.each([
    ["http", undefined],
    ["https", identity],
  ])("is asked for a tunnel to a server of %s", async (_, secure) => {
    const proxy = await serveProxy();
    const server = await serve((__, response) => json(response, { a: 1 }), secure);
    const transport = transportOf({ proxy: proxy.url, connections: 1, tls: { ca: identity.cert } });
    const { things } = clientOf(server.url, transport);
    expect(await things.call(POST, { name: "Ada" })).toEqual({ a: 1 });
    expect(await things.call(GET)).toEqual({ a: 1 });
    expect(proxy.tunnels.map(({ to }) => to)).toEqual([new URL(server.url).host]);
    expect(transport.stats.connected).toBe(1);
  });

  it("of https is trusted by the same authority", async () => {
    const proxy = await serveProxy(undefined, identity);
    const server = await serve((_, response) => json(response, { a: 1 }), identity);
    const transport = transportOf({ proxy: new URL(proxy.url), tls: { ca: identity.cert } });
    expect(await clientOf(server.url, transport).things.call(GET)).toEqual({ a: 1 });
    expect(proxy.tunnels).toHaveLength(1);
  });

  it.each([
    ["a name and a password", "us%40er:p%3Ass", "us@er:p:ss"],
    ["a name alone", "user", "user:"],
  ])("is shown %s, and the API is not", async (_, userinfo, want) => {
    const proxy = await serveProxy();
    const server = await serve((__, response) => json(response, {}));
    const transport = transportOf({ proxy: proxy.url.replace("//", `//${userinfo}@`) });
    await clientOf(server.url, transport).things.call(GET);
    const token = `Basic ${Buffer.from(want).toString("base64")}`;
    expect(proxy.tunnels).toMatchObject([{ authorization: token }]);
    expect(server.seen[0]?.headers["proxy-authorization"]).toBeUndefined();
  });

  const html = "<html>Sign in</html>";
  it.each([
    [
      "407",
      "HTTP/1.1 407 Auth\r\ncontent-length: 0\r\n\r\n",
      1,
      /answered 407 .*it wants a user name and a password/,
    ],
    ["403 in HTML", `HTTP/1.1 403 No\r\ncontent-type: text/html\r\n\r\n${html}`, 1, /answered 403/],
    ["502", "HTTP/1.1 502 Bad\r\ncontent-length: 0\r\n\r\n", 3, /answered 502/],
    ["garbage", "SSH-2.0-OpenSSH_9.2\r\n", 3, /does not speak as a proxy does/],
    ["nothing", "", 3, /does not speak as a proxy does/],
    [
      "HTML as if it were a tunnel",
      `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n${html}`,
      undefined,
      /the proxy/,
    ],
  ])("that answers %s is named, and its password is not", async (_, refuse, attempts, message) => {
    const proxy = await serveProxy(refuse);
    const server = await serve((__, response) => json(response, {}), identity);
    const transport = transportOf({
      proxy: proxy.url.replace("//", "//user:secret@"),
      tls: { ca: identity.cert },
    });
    const error = await errorOf(clientOf(server.url, transport).things.call(POST, { name: "Ada" }));
    expect(error).toMatchObject({ name: "APIConnectionError", unsent: true });
    if (attempts) expect(error.attempts).toBe(attempts);
    expect(error.message).toMatch(message);
    expect(error.message).toContain(proxy.url);
    expect(`${error.message} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain("secret");
    expect(server.seen).toHaveLength(0);
  });

  it("that is not there, or does not answer in time, is named", async () => {
    const server = await serve((_, response) => json(response, {}));
    const proxy = await closedPort();
    const gone = await errorOf(
      clientOf(server.url, transportOf({ proxy })).things.call(POST, { name: "Ada" }),
    );
    expect(gone).toMatchObject({ unsent: true, attempts: 3 });
    expect(gone.message).toContain(`through the proxy ${proxy}`);
    const silent = await serve(() => {});
    const stalled = transportOf({ proxy: silent.url.replace("http", "http"), connectTimeout: 200 });
    const late = await errorOf(
      clientOf(server.url, stalled, { maxRetries: 0 }).things.call(POST, { name: "Ada" }),
    );
    expect(late).toMatchObject({ unsent: true });
    expect(server.seen).toHaveLength(0);
  });
});

describe("the environment's proxies", () => {
  it("are obeyed where they are asked for, with their exceptions", async () => {
    const proxy = await serveProxy();
    const server = await serve((_, response) => json(response, {}));
    setVariables({ HTTP_PROXY: proxy.url, NO_PROXY: "api.test" });
    await clientOf(server.url, transportOf({ proxy: "environment" })).things.call(GET);
    expect(proxy.tunnels).toHaveLength(1);
    setVariables({ HTTP_PROXY: proxy.url, NO_PROXY: "127.0.0.1" });
    await clientOf(server.url, transportOf({ proxy: "environment" })).things.call(GET);
    expect(proxy.tunnels).toHaveLength(1);
    expect(server.seen).toHaveLength(2);
  });

  it.each([
    ["as Node.js does where it is told to", { NODE_USE_ENV_PROXY: "1" }, {}, 1],
    ["not otherwise", {}, {}, 0],
    ["not where they are ruled out", { NODE_USE_ENV_PROXY: "1" }, { proxy: false as const }, 0],
  ])("are obeyed %s", async (_, variables, options, count) => {
    const proxy = await serveProxy();
    const server = await serve((__, response) => json(response, {}));
    setVariables({ ...variables, HTTP_PROXY: proxy.url });
    await clientOf(server.url, transportOf(options)).things.call(GET);
    expect(proxy.tunnels).toHaveLength(count);
  });
});
