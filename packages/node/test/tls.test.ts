import { createSecureServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { clientOf, errorOf, POST, transportOf } from "./support/client.ts";
import { identityOf } from "./support/identities.ts";
import { json, serve } from "./support/server.ts";

const server = await identityOf("localhost");
const other = await identityOf("other.test");
const client = await identityOf("client.test");

describe("a server's certificate", () => {
  it("is trusted by its authority", async () => {
    const { url } = await serve((_, response) => json(response, { a: 1 }), server);
    for (const ca of [server.cert, Buffer.from(server.cert), [other.cert, server.cert]]) {
      const { things } = clientOf(url, transportOf({ tls: { ca } }));
      expect(await things.call(POST, { name: "Ada" })).toEqual({ a: 1 });
    }
  });

  it.each([
    ["of nobody's", {}, /self-signed certificate/],
    ["of another authority's", { ca: other.cert }, /self-signed certificate|unable to verify/],
    ["of another name's", { ca: server.cert, servername: "elsewhere.test" }, /elsewhere\.test/],
  ])("%s ends the call after one attempt, and nothing was sent", async (_, tls, message) => {
    const { url, seen } = await serve((__, response) => json(response, {}), server);
    const error = await errorOf(clientOf(url, transportOf({ tls })).things.call(POST, { name: "Ada" }));
    expect(error).toMatchObject({ name: "APIConnectionError", unsent: true, attempts: 1 });
    expect(error.message).toMatch(message);
    expect(seen).toHaveLength(0);
  });

  it("is not looked at where a test says so", async () => {
    const { url } = await serve((_, response) => json(response, { a: 1 }), server);
    const { things } = clientOf(url, transportOf({ tls: { rejectUnauthorized: false } }));
    expect(await things.call(POST, { name: "Ada" })).toEqual({ a: 1 });
  });

  it("https to a server that speaks http ends the call after one attempt", async () => {
    const { url } = await serve((_, response) => json(response, {}));
    const { things } = clientOf(url.replace("http:", "https:"), transportOf());
    expect(await errorOf(things.call(POST, { name: "Ada" }))).toMatchObject({ unsent: true, attempts: 1 });
  });
});

describe("a client's certificate", () => {
  const asking = { ...server, ca: client.cert, requestCert: true, rejectUnauthorized: true };

  it("is shown", async () => {
    const { url } = await serve((_, response) => json(response, { a: 1 }), asking);
    const tls = { ca: server.cert, cert: client.cert, key: client.key };
    expect(await clientOf(url, transportOf({ tls })).things.call(POST, { name: "Ada" })).toEqual({ a: 1 });
  });

  it.each([
    ["missing", {}],
    ["another", { cert: other.cert, key: other.key }],
  ])("that is %s ends the call after one attempt", async (_, identity) => {
    const { url, seen } = await serve((__, response) => json(response, {}), asking);
    const tls = { ca: server.cert, ...identity };
    const error = await errorOf(clientOf(url, transportOf({ tls })).things.call(POST, { name: "Ada" }));
    expect(error).toMatchObject({ name: "APIConnectionError", attempts: 1 });
    expect(seen).toHaveLength(0);
  });
});

it("a server that speaks HTTP/2 too is spoken to in HTTP/1.1", async () => {
  const versions: string[] = [];
  const both = createSecureServer({ ...server, allowHTTP1: true }, (request, response) => {
    versions.push(request.httpVersion);
    response.setHeader("content-type", "application/json");
    response.end("{}");
  });
  await new Promise<void>((resolve) => both.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void both.close());
  const url = `https://localhost:${(both.address() as AddressInfo).port}`;
  const { things } = clientOf(url, transportOf({ tls: { ca: server.cert } }));
  expect(await things.call(POST, { name: "Ada" })).toEqual({});
  expect(versions).toEqual(["1.1"]);
});
