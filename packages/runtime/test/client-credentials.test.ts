import { describe, expect, it } from "vitest";
import { type ClientDefinition, clientCredentials, UsageError } from "../src/client.ts";
import { errorOf, GET, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const scheme = clientCredentials({
  option: "accessToken",
  path: "/oauth/token",
  server: "https://auth.sample.test",
  clientId: { option: "username" },
  clientSecret: { option: "password" },
});
const definition: Partial<ClientDefinition> = { schemes: { OAuth: scheme }, security: [["OAuth"]] };
const SECRET = "s&cret = 50%";

const vendor = () => {
  let count = 0;
  return serve((request, response) => {
    if (request.url === "/oauth/token") {
      return json(response, { access_token: `token-${++count}`, token_type: "Bearer", expires_in: 3600 });
    }
    const good = request.headers.authorization === `Bearer token-${count}`;
    return json(response, { count }, good ? 200 : 401);
  });
};

describe("client credentials", () => {
  it("get one token for all calls, as a form", async () => {
    const server = await vendor();
    const client = sample({ baseURL: server.url, username: "me", password: SECRET }, definition);
    await Promise.all([client.things.call(GET), client.things.call(GET)]);
    await client.things.call(GET);
    const [login, ...calls] = server.seen;
    expect(login).toMatchObject({
      method: "POST",
      url: "/oauth/token",
      body: "grant_type=client_credentials&client_id=me&client_secret=s%26cret%20%3D%2050%25",
    });
    expect(new URLSearchParams(login?.body).get("client_secret")).toBe(SECRET);
    expect(login?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(login?.headers.authorization).toBeUndefined();
    expect(calls.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill("Bearer token-1"));
  });

  it("are not needed with a token, and win over nothing else", async () => {
    const server = await serve((request, response) =>
      json(response, { seen: request.headers.authorization }),
    );
    const client = sample({ baseURL: server.url, accessToken: "mine" }, definition);
    expect(await client.things.call(GET)).toEqual({ seen: "Bearer mine" });
    expect(server.seen).toHaveLength(1);
  });

  it("renew a token that is given beside them", async () => {
    const server = await vendor();
    const options = { accessToken: "expired", username: "me", password: SECRET };
    const client = sample({ baseURL: server.url, ...options }, definition);
    expect(await client.things.call({ ...GET, method: "POST", body: "fields" }, { a: 1 })).toEqual({
      count: 1,
    });
    expect(server.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ["/things", "Bearer expired"],
      ["/oauth/token", undefined],
      ["/things", "Bearer token-1"],
    ]);
  });

  it("that are refused are an error of the token endpoint, without the secret", async () => {
    const server = await serve((request, response) =>
      json(response, { error: "invalid_client", got: request.body }, 401),
    );
    const client = sample({ baseURL: server.url, username: "me", password: "canary-secret" }, definition);
    const error = await errorOf(client.things.call(GET));
    expect(error).toMatchObject({ status: 401, operation: "oauth2.token", path: "/oauth/token" });
    expect(JSON.stringify(error) + error.message + error.stack).not.toContain("canary-secret");
  });

  it("are both needed", async () => {
    const client = sample({ baseURL: "https://a.test", username: "me" }, definition);
    const error = await errorOf(client.things.call(GET));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain("the option accessToken, or the option username, or the option password");
  });
});
