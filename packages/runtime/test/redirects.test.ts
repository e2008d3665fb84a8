import { beforeAll, describe, expect, it } from "vitest";
import {
  APIConnectionError,
  APIRedirectError,
  apiKeyHeader,
  apiKeyQuery,
  bearer,
  type Operation,
  type SecurityScheme,
  tokenExchange,
} from "../src/client.ts";
import { trustedIdentity } from "./support/identity.ts";
import { errorOf, GET, KEY, KEYED, POST, PUT, sample } from "./support/sample.ts";
import { type Handler, type Identity, json, type Loopback, type Seen, serve } from "./support/server.ts";

const statuses = [301, 302, 303, 307, 308] as const;
const HEAD: Operation = { ...GET, method: "HEAD" };
const DELETE: Operation = { ...GET, method: "DELETE" };

const source = { option: "apiKey" };
const schemes: [name: string, scheme: SecurityScheme][] = [
  ["header key", apiKeyHeader("X-API-Key", source)],
  ["bearer", bearer(source)],
  ["query key", apiKeyQuery("api_key", source)],
];
const STREAM: Operation = {
  ...POST,
  body: {
    in: "body",
    encode: () => ({ body: new Blob(["x"]).stream(), contentType: "text/plain", repeatable: false }),
  },
};

/** What follows a redirect within the origin, by status: the method that is sent on, or an error. */
const WITHIN: readonly [name: string, operation: Operation, params: object, Outcomes][] = [
  ["GET", GET, {}, { 301: "GET", 302: "GET", 303: "GET", 307: "GET", 308: "GET" }],
  ["HEAD", HEAD, {}, { 301: "HEAD", 302: "HEAD", 303: "HEAD", 307: "HEAD", 308: "HEAD" }],
  ["DELETE", DELETE, {}, { 301: "error", 302: "error", 303: "GET", 307: "DELETE", 308: "DELETE" }],
  ["PUT, a body", PUT, { a: 1 }, { 301: "error", 302: "error", 303: "GET", 307: "PUT", 308: "PUT" }],
  ["POST, a body", POST, { a: 1 }, { 301: "error", 302: "error", 303: "GET", 307: "POST", 308: "POST" }],
  [
    "POST, a stream",
    STREAM,
    { body: 1 },
    { 301: "error", 302: "error", 303: "GET", 307: "error", 308: "error" },
  ],
];
type Outcomes = Readonly<
  Record<(typeof statuses)[number], "error" | "GET" | "HEAD" | "DELETE" | "PUT" | "POST">
>;

/** Elsewhere, every one of them is an error: what is asked over https, and the origin that it is sent to. */
const ELSEWHERE: readonly [
  name: string,
  secure: boolean,
  origin: (other: Loopback, own: Loopback) => string,
][] = [
  ["another port", false, (other) => other.url],
  ["another host", false, (_, own) => own.url.replace("127.0.0.1", "localhost")],
  ["another host and port", false, (other) => other.url.replace("127.0.0.1", "localhost")],
  ["another port, over https", true, (other) => other.url],
  ["a downgrade", true, (other) => other.url.replace("https:", "http:")],
];

function redirecting(
  status: number,
  location: (server: Loopback) => string | undefined,
  identity?: Identity,
): Promise<Loopback> {
  const server: Promise<Loopback> = serve(async (request, response) => {
    if (request.url.startsWith("/new")) return json(response, { landed: request.method });
    const target = location(await server);
    response.writeHead(status, target === undefined ? {} : { location: target }).end("moved");
  }, identity);
  return server;
}

let identity: Identity;
beforeAll(async () => {
  identity = await trustedIdentity();
});

describe.each(schemes)("with a %s", (_, scheme) => {
  const changes = { schemes: { Key: scheme } };
  const isSent = ({ url, headers }: Seen): boolean => JSON.stringify([url, headers]).includes(KEY);

  describe.each(WITHIN)("%s", (_name, operation, params, outcomes) => {
    it.each(statuses)("%i to the same origin", async (status) => {
      for (const secure of [undefined, identity]) {
        const server = await redirecting(status, () => "/new?x=1", secure);
        const outcome = await sample({ baseURL: server.url }, changes)
          .things.call(operation, params)
          .catch((error: unknown) => error);
        const [first, second] = server.seen;
        expect(first && isSent(first)).toBe(true);
        const landed = outcomes[status];
        if (landed === "error") {
          expect(outcome).toBeInstanceOf(APIRedirectError);
          expect(server.seen).toHaveLength(1);
          continue;
        }
        expect(outcome).toEqual(landed === "HEAD" ? undefined : { landed });
        expect(server.seen).toHaveLength(2);
        expect(second?.method).toBe(landed);
        expect(second?.body).toBe(landed === "PUT" || landed === "POST" ? '{"a":1}' : "");
        expect(second?.headers["content-type"]).toBe(second?.body ? "application/json" : undefined);
        expect(second && isSent(second)).toBe(true);
        expect(second?.url.match(/api_key/g)?.length ?? 0).toBe(scheme.query ? 1 : 0);
      }
    });

    describe.each(ELSEWHERE)("to %s", (where, secure, origin) => {
      it.each(statuses)("%i is refused, and nothing is sent there", async (status) => {
        const isDowngrade = where === "a downgrade";
        const answer: Handler = (_request, response) => json(response, {});
        const other = await serve(answer, secure && !isDowngrade ? identity : undefined);
        const target = (own: Loopback): string => origin(other, own);
        const server = await redirecting(
          status,
          (own) => `${target(own)}/new?token=sk_hidden`,
          secure ? identity : undefined,
        );
        const error = await errorOf(sample({ baseURL: server.url }, changes).things.call(operation, params));
        expect(error).toBeInstanceOf(APIRedirectError);
        expect(error.message).toContain(`another origin, ${target(server)}`);
        expect(error.message.includes("without encryption")).toBe(isDowngrade);
        expect(error.message).not.toContain("sk_hidden");
        expect(error.message).not.toContain(KEY);
        expect(error.attempts).toBe(1);
        expect(server.seen).toHaveLength(1);
        expect(other.seen).toHaveLength(0);
      });
    });
  });
});

it("places elsewhere are places where a client that follows does arrive", async () => {
  for (const [where, secure, origin] of ELSEWHERE) {
    const isDowngrade = where === "a downgrade";
    const other = await serve(
      (_, response) => json(response, {}),
      secure && !isDowngrade ? identity : undefined,
    );
    const server = await redirecting(
      307,
      (own) => `${origin(other, own)}/new`,
      secure ? identity : undefined,
    );
    const { url } = await fetch(server.url, { headers: { "x-api-key": KEY } });
    expect(url).toBe(`${origin(other, server)}/new`);
    const [arrived] = where === "another host" ? server.seen.slice(1) : other.seen;
    expect(arrived?.headers["x-api-key"]).toBe(KEY);
  }
});

it("follows five redirects, and no more", async () => {
  const round = (length: number): Promise<Loopback> =>
    serve((request, response) => {
      const at = Number(request.url.slice("/things".length) || 0);
      if (at === length) return json(response, { at });
      response.writeHead(302, { location: `/things${at + 1}` }).end();
    });
  const five = await round(5);
  await expect(sample({ baseURL: five.url }).things.call(GET)).resolves.toEqual({ at: 5 });
  const six = await round(6);
  expect(await errorOf(sample({ baseURL: six.url }).things.call(GET))).toBeInstanceOf(APIRedirectError);
  expect(six.seen).toHaveLength(6);
});

it("refuses what a browser hides, saying so", async () => {
  const hidden = {
    type: "opaqueredirect",
    status: 0,
    headers: new Headers(),
    body: null,
    ok: false,
  } as unknown as Response;
  const error = await errorOf(sample({ fetch: async () => hidden }).things.call(GET));
  expect(error).toBeInstanceOf(APIRedirectError);
  expect(error.message).toMatch(/hides/);
});

it("refuses a redirect that names no place", async () => {
  const server = await redirecting(302, () => undefined);
  expect(await errorOf(sample({ baseURL: server.url }).things.call(GET))).toBeInstanceOf(APIRedirectError);
});

describe("a POST that was done, and whose 303 leads to a failure", () => {
  const refused = Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
  });
  const done = (after: Handler): Promise<Loopback> =>
    serve((request, response, index) => {
      if (request.url === "/login") return json(response, { token: `token-${index}` });
      if (request.method === "POST") return response.writeHead(303, { location: "/new" }).end();
      return after(request, response, index);
    });
  const posts = (server: Loopback): number =>
    server.seen.filter(({ method, url }) => method === "POST" && url === "/things").length;

  it("is not sent again when nothing listens there", async () => {
    const server = await done((_, response) => json(response, {}));
    let failures = 0;
    const fetch: typeof globalThis.fetch = (url, init) => {
      if (init?.method !== "GET") return globalThis.fetch(url, init);
      failures += 1;
      return Promise.reject(refused);
    };
    const error = await errorOf(sample({ baseURL: server.url, fetch }).things.call(POST, {}));
    expect(error).toBeInstanceOf(APIConnectionError);
    expect(error).toMatchObject({ unsent: false, attempts: 1 });
    expect(failures).toBe(1);
    expect(posts(server)).toBe(1);
  });

  it("is not sent again after a status that says that nothing was processed", async () => {
    const server = await done((_, response) => json(response, {}, 429, { "retry-after": "0" }));
    const client = sample({ baseURL: server.url }, { retry: { notProcessed: [429] } });
    expect(await errorOf(client.things.call(POST, {}))).toMatchObject({ status: 429, attempts: 1 });
    expect(posts(server)).toBe(1);
  });

  it("is not sent again with another token", async () => {
    const server = await done(({ url }, response) => json(response, {}, url === "/new" ? 401 : 200));
    const Bearer = tokenExchange({
      option: "accessToken",
      exchange: {
        option: "apiKey",
        method: "POST",
        path: "/login",
        operation: "login",
        request: "/key",
        token: "/token",
      },
    });
    const client = sample({ baseURL: server.url }, { schemes: { Bearer }, security: [["Bearer"]] });
    // Only a token that was used before is exchanged for a new one.
    await client.things.call(GET);
    expect(await errorOf(client.things.call(POST, {}))).toMatchObject({ status: 401, attempts: 1 });
    expect(posts(server)).toBe(1);
  });

  it("is sent again under its key", async () => {
    const server = await done((_, response, index) => json(response, {}, index < 2 ? 503 : 200));
    await sample({ baseURL: server.url, retry: { baseDelay: 1 } }).things.call(KEYED, {});
    expect(posts(server)).toBe(2);
    expect(new Set(server.seen.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });
});
