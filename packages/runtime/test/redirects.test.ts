import { describe, expect, it } from "vitest";
import {
  APIRedirectError,
  apiKeyHeader,
  apiKeyQuery,
  bearer,
  type Operation,
  type SecurityScheme,
} from "../src/client.ts";
import { errorOf, GET, KEY, POST, PUT, sample } from "./support/sample.ts";
import { json, type Loopback, serve } from "./support/server.ts";

const source = { option: "apiKey" };
const schemes: [name: string, scheme: SecurityScheme][] = [
  ["header key", apiKeyHeader("X-API-Key", source)],
  ["bearer", bearer(source)],
  ["query key", apiKeyQuery("api_key", source)],
];
const statuses = [301, 302, 303, 307, 308];
const operations: [name: string, operation: Operation][] = [
  ["GET", GET],
  ["HEAD", { ...GET, method: "HEAD" }],
  ["PUT", PUT],
  ["POST", POST],
];

function redirecting(status: number, location: (server: Loopback) => string | undefined): Promise<Loopback> {
  const server: Promise<Loopback> = serve(async (request, response) => {
    if (request.url.startsWith("/new")) return json(response, { landed: request.method });
    const target = location(await server);
    response.writeHead(status, target === undefined ? {} : { location: target }).end("moved");
  });
  return server;
}

describe.each(schemes)("with a %s", (_, scheme) => {
  const changes = { schemes: { Key: scheme } };

  describe.each(operations)("%s", (name, operation) => {
    it.each(statuses)("%i to the same origin", async (status) => {
      const server = await redirecting(status, () => "/new?x=1");
      const outcome = await sample({ baseURL: server.url }, changes)
        .things.call(operation, operation.body ? { a: 1 } : {})
        .catch((error: unknown) => error);
      const reads = name === "GET" || name === "HEAD";
      if (!reads && (status === 301 || status === 302)) {
        expect(outcome).toBeInstanceOf(APIRedirectError);
        expect(server.seen).toHaveLength(1);
        return;
      }
      const landed = status === 303 && !reads ? "GET" : operation.method;
      expect(outcome).toEqual(name === "HEAD" ? undefined : { landed });
      const [, second] = server.seen;
      expect(second?.method).toBe(landed);
      expect(second?.body).toBe(landed === "GET" || landed === "HEAD" ? "" : '{"a":1}');
      expect(JSON.stringify([second?.url, second?.headers])).toContain(KEY);
      expect(second?.url.match(/api_key/g)?.length ?? 0).toBe(scheme.query ? 1 : 0);
    });

    it.each(statuses)("%i to another port or host: refused, and nothing is sent there", async (status) => {
      const other = await serve((_request, response) => json(response, {}));
      for (const target of [other.url, other.url.replace("127.0.0.1", "localhost")]) {
        const server = await redirecting(status, () => `${target}/new?token=sk_hidden`);
        const error = await errorOf(
          sample({ baseURL: server.url }, changes).things.call(operation, operation.body ? { a: 1 } : {}),
        );
        expect(error).toBeInstanceOf(APIRedirectError);
        expect(error.message).toContain(target);
        expect(error.message).not.toContain("sk_hidden");
        expect(error.attempts).toBe(1);
      }
      expect(other.seen).toHaveLength(0);
    });
  });
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

it("refuses a body that exists only once", async () => {
  const server = await redirecting(307, () => "/new");
  const encode = (): { body: ReadableStream; contentType: string; repeatable: false } => ({
    body: new Blob(["x"]).stream(),
    contentType: "text/plain",
    repeatable: false,
  });
  const error = await errorOf(
    sample({ baseURL: server.url }).things.call({ ...POST, body: { in: "body", encode } }, { body: 1 }),
  );
  expect(error).toBeInstanceOf(APIRedirectError);
  expect(server.seen).toHaveLength(1);
});

it("refuses a redirect that names no place", async () => {
  const server = await redirecting(302, () => undefined);
  expect(await errorOf(sample({ baseURL: server.url }).things.call(GET))).toBeInstanceOf(APIRedirectError);
});
