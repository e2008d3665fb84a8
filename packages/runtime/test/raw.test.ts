import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIRedirectError,
  UsageError,
} from "../src/client.ts";
import { guarded } from "../src/guarded.ts";
import { createRawClient } from "../src/raw.ts";
import { errorOf, KEY, type SampleOptions, sample } from "./support/sample.ts";
import { closedPort, json, serve } from "./support/server.ts";

interface paths {
  "/things/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { limit?: number }; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { id: string } } };
        404: { headers: Record<string, unknown>; content: { "application/json": { detail: string } } };
      };
    };
    post: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody: { content: { "application/json": { name: string } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { id: string } } };
      };
    };
  };
}

const raw = (options: SampleOptions) =>
  createRawClient<paths>(sample({ retry: { baseDelay: 1 }, ...options }));
const id = { path: { id: "a/b" } };

describe("a raw client", () => {
  it("is typed, and carries credentials, query and user agent", async () => {
    const server = await serve((_, response) => json(response, { id: "t_1" }));
    const { data } = await raw({ baseURL: `${server.url}/v1` }).GET("/things/{id}", {
      params: { ...id, query: { limit: 5 } },
    });
    expect(data?.id).toBe("t_1");
    expect(server.seen[0]).toMatchObject({
      url: "/v1/things/a%2Fb?limit=5",
      headers: { "x-api-key": KEY, "user-agent": "trunkline-sample/1.2.3" },
    });
  });

  it("gives errors as values, after the retries that are safe", async () => {
    const server = await serve((_, response) => json(response, { detail: "no" }, 503));
    const client = raw({ baseURL: server.url });
    const read = await client.GET("/things/{id}", { params: id });
    expect(read.error).toEqual({ detail: "no" });
    expect(read.response.status).toBe(503);
    expect(server.seen).toHaveLength(3);
    await client.POST("/things/{id}", { params: id, body: { name: "x" } });
    expect(server.seen).toHaveLength(4);
    expect(server.seen[3]?.body).toBe('{"name":"x"}');
  });

  it("runs middleware on real requests", async () => {
    const server = await serve((request, response) => json(response, { id: request.headers["x-mine"] }));
    const client = raw({ baseURL: server.url });
    client.use({
      onRequest: ({ request }) => {
        expect(request).toBeInstanceOf(Request);
        request.headers.set("x-mine", "1");
        return request;
      },
      onResponse: ({ response }) => new Response(response.body, { status: 200, headers: { "x-seen": "1" } }),
    });
    const { data, response } = await client.GET("/things/{id}", { params: id });
    expect(data?.id).toBe("1");
    expect(response.headers.get("x-seen")).toBe("1");
  });

  it("stays below the base URL, redirects or not", async () => {
    const other = await serve((_, response) => json(response, {}));
    const server = await serve((_, response) => response.writeHead(307, { location: other.url }).end());
    const client = raw({ baseURL: `${server.url}/v1` });
    expect(await errorOf(client.GET("/things/{id}", { params: id }))).toBeInstanceOf(APIRedirectError);
    expect(await errorOf(client.GET("/things/{id}", { params: id, baseUrl: other.url }))).toBeInstanceOf(
      UsageError,
    );
    expect(
      await errorOf(client.GET("/things/{id}", { params: id, baseUrl: `${server.url}/v10` })),
    ).toBeInstanceOf(UsageError);
    expect(other.seen).toHaveLength(0);
  });

  it.each(["..", ".", "%2e%2e", ""])("refuses the path value %j and sends nothing", async (value) => {
    const server = await serve((_, response) => json(response, { id: "t_1" }));
    const call = raw({ baseURL: server.url }).GET("/things/{id}", { params: { path: { id: value } } });
    await expect(call).rejects.toThrow(/Path parameter "id" of "\/things\/\{id\}" is/);
    expect(server.seen).toEqual([]);
  });

  it("fails with errors of ours, which name the template", async () => {
    expect(
      await errorOf(raw({ baseURL: await closedPort() }).GET("/things/{id}", { params: id })),
    ).toMatchObject({
      name: "APIConnectionError",
      path: "/things/{id}",
      attempts: 3,
    });
    const silent = await serve(() => {});
    const error = await errorOf(
      raw({ baseURL: silent.url, timeout: 60, maxRetries: 0 }).GET("/things/{id}", { params: id }),
    );
    expect(error).toBeInstanceOf(APIConnectionTimeoutError);
    const stalled = await serve((_, response) => response.writeHead(200).write("{"));
    const broken = await errorOf(
      raw({ baseURL: stalled.url, idleTimeout: 60 }).GET("/things/{id}", { params: id }),
    );
    expect(broken).toBeInstanceOf(APIConnectionError);
  });

  it("ends with the caller's signal", async () => {
    const server = await serve(() => {});
    const controller = new AbortController();
    const call = raw({ baseURL: server.url }).GET("/things/{id}", { params: id, signal: controller.signal });
    await vi.waitFor(() => expect(server.seen).toHaveLength(1));
    controller.abort();
    expect(await errorOf(call)).toMatchObject({ name: "APIUserAbortError" });
  });

  it("waits for a body that stalls as long as for an answer", async () => {
    const server = await serve((_, response) => json(response, {}));
    const stalled = (): RequestInit =>
      ({ method: "POST", body: new ReadableStream(), duplex: "half" }) as object;
    const { fetch } = guarded(sample({ baseURL: server.url, timeout: 50, maxRetries: 0 }));
    const late = new Request(`${server.url}/things`, stalled());
    expect(await errorOf(fetch(late, undefined))).toMatchObject({ name: "APIConnectionTimeoutError" });
    const signal = AbortSignal.timeout(20);
    const patient = guarded(sample({ baseURL: server.url, timeout: Number.POSITIVE_INFINITY }));
    const ended = new Request(`${server.url}/things`, { ...stalled(), signal });
    expect(await errorOf(patient.fetch(ended, undefined))).toMatchObject({ name: "APIUserAbortError" });
    expect(server.seen).toEqual([]);
  });
});

it("one file knows openapi-fetch, and the runtime depends on nothing else", () => {
  const root = new URL("../", import.meta.url);
  const files = readdirSync(new URL("src", root), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const imports = (name: string): string[] =>
    Array.from(
      readFileSync(new URL(`src/${name}`, root), "utf8").matchAll(
        /^(?:import\b|export\b|\}).*from "([^"]+)"/gm,
      ),
      (match) => match[1] ?? "",
    );
  const outside = files.flatMap((name) =>
    imports(name)
      .filter((from) => !from.startsWith("."))
      .map((from) => [name, from]),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(outside.sort()).toEqual([
    ["openapi-fetch.ts", "openapi-fetch"],
    // A plug-in that is asked for by its own entry, and its peer with it.
    ["otel.ts", "@opentelemetry/api"],
    ["tracing/safely.ts", "@opentelemetry/api"],
  ]);
  const fromTracing = files.filter((name) =>
    imports(name).some((from) => /\/(?:tracing\/|otel\.)/.test(from)),
  );
  expect(fromTracing).toEqual(["otel.ts"]);
  const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  expect(Object.keys(manifest.dependencies)).toEqual(["openapi-fetch"]);
  expect(manifest.peerDependenciesMeta).toEqual({ "@opentelemetry/api": { optional: true } });
});
