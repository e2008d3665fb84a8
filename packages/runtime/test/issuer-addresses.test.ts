import { inspect } from "node:util";
import { expect, it } from "vitest";
import { tokenExchange } from "../src/client.ts";
import { isIssuer } from "../src/request/is-issuer.ts";
import { errorOf, GET, POST, sample } from "./support/sample.ts";
import { serve } from "./support/server.ts";

const TOKEN = "tokfresh1234567";

it.each(["/token", "/tok%65n", "/tok%2565n", "/%25%37%34oken", "//token/", "/Token"])(
  "%s is the address of /token",
  (path) => {
    expect(isIssuer(["/token"], "https://a.test/v1", `https://a.test/v1${path}`)).toBe(true);
  },
);

it.each<[template: string, path: string]>([
  ["/{p}", "/token"],
  ["/{tenant}/token", "/acme/token"],
  ["/{tenant}/token", "/acme/tok%65n/"],
  ["/t/{a}/{b}", "/t/x%2520y/z"],
  ["/oauth/{kind}.json", "/oauth/token.json"],
])("an address of %s is %s", (template, path) => {
  expect(isIssuer([template], "https://a.test/v1", `https://a.test/v1${path}`)).toBe(true);
});

it.each<[template: string, path: string]>([
  ["/{p}", "/things/1"],
  ["/{tenant}/token", "/acme/things"],
])("no address of %s is %s", (template, path) => {
  expect(isIssuer([template], "https://a.test/v1", `https://a.test/v1${path}`)).toBe(false);
});

it("what an endpoint with parameters in its path answers is not shown, by whatever name it is called", async () => {
  const server = await serve((_, response) => {
    response.writeHead(400, { "x-issued": TOKEN, "content-type": "text/plain" });
    response.end(`token=${TOKEN}`);
  });
  const exchange = {
    option: "apiKey",
    method: "POST",
    path: "/{tenant}/token",
    operation: "auth.token",
    request: "/key",
    token: "/token",
  } as const;
  const schemes = { Key: tokenExchange({ option: "accessToken", exchange }) };
  const client = sample({ baseURL: server.url, accessToken: "ready-12345678", maxRetries: 0 }, { schemes });
  for (const call of [
    client.post("/{whose}/token", { path: { whose: "acme" } }),
    client.things.call({ ...POST, path: "/{p}/token", body: undefined }, undefined, undefined, "acme"),
  ]) {
    expect(inspect(await errorOf(call), { depth: 9 })).not.toContain(TOKEN);
  }
});

it.each(["/tokens", "/v2/token", "/tok%zzen", "/token2"])("%s is another", (path) => {
  expect(isIssuer(["/token"], "https://a.test/v1", `https://a.test/v1${path}`)).toBe(false);
});

it.each([`https://${TOKEN}.evil.test/`, `http://a.test/${TOKEN}`, `${TOKEN}:x`])(
  "a token in the address that a token endpoint redirects to, %s, is not shown",
  async (location) => {
    const server = await serve((_, response) => response.writeHead(307, { location }).end());
    const exchange = {
      option: "apiKey",
      method: "POST",
      path: "/token",
      operation: "auth.token",
      request: "/key",
      token: "/token",
    } as const;
    const schemes = { Key: tokenExchange({ option: "accessToken", exchange }) };
    const client = sample({ baseURL: server.url, apiKey: "key-12345678", maxRetries: 0 }, { schemes });
    const error = await errorOf(client.things.call(GET));
    expect(error.message).toContain("redirects to another origin");
    expect(inspect(error, { depth: 9 })).not.toContain(TOKEN);
  },
);
