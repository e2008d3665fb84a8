import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type AdapterRequest,
  type ClientAdapter,
  type FaultOptions,
  type FaultReport,
  runFaults,
} from "../../src/index.ts";
import { SPEC } from "../support/every-feature.ts";

interface Plain {
  call(method: string, path: string, request: AdapterRequest): Promise<unknown>;
}

/** Somebody's client: a fetch, a timeout, and an error for statuses. */
const adapter: ClientAdapter<Plain> = {
  createClient: ({ baseURL, fetch: given, credentials, timeout = 60_000 }) => ({
    async call(method, path, { query, headers, body, signal }) {
      const url = new URL(baseURL + path);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
      const own = AbortSignal.timeout(Math.min(timeout, 2 ** 31 - 1));
      const response = await (given ?? fetch)(url.href, {
        method,
        signal: signal ? AbortSignal.any([signal, own]) : own,
        headers: {
          "x-api-key": String(credentials.KeyAuth),
          "content-type": "application/json",
          ...(headers as Record<string, string>),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const value: unknown = await response.json();
      if (!response.ok) throw Object.assign(new Error("failed"), { status: response.status, body: value });
      return value;
    },
  }),
  operations: {
    "items.get": (client, request) => client.call("GET", `/items/${String(request.path.item_id)}`, request),
    "items.create": (client, request) => client.call("POST", "/items", request),
    "items.upsert": (client, request) => client.call("POST", "/items:upsert", request),
    "items.list": (client, request) => client.call("GET", "/items", request),
  },
};

const run = (cases: readonly string[], more: FaultOptions<Plain> = {}): Promise<FaultReport> =>
  runFaults(SPEC, { adapter, cases, deadline: 2000, ...more });

const walking: ClientAdapter<Plain> = {
  ...adapter,
  walks: {
    async *"items.list"(client, request) {
      let cursor: unknown;
      do {
        const query = cursor ? { ...request.query, cursor } : request.query;
        const page = (await client.call("GET", "/items", { ...request, query })) as Record<string, unknown>;
        yield* page.data as unknown[];
        cursor = page.next_cursor;
      } while (cursor);
    },
  },
};

describe("a client of another generator", () => {
  it.each([
    ["body/unknown-fields", "pass", undefined],
    ["retry/post-after-reset", "pass", undefined],
    ["time/silent-server", "pass", undefined],
    ["time/abort-before", "pass", undefined],
    ["errors/unknown-status", "pass", undefined],
    ["retry/get-after-failure", "fail", /the server saw 1 requests of GET after 503, 2 expected/],
    ["body/html-200", "fail", /SyntaxError/],
    ["paths/dots", "fail", /item_id = '\.'/],
    ["credentials/with-options", "n/a", /^the adapter offers no withOptions\(\)$/],
    ["time/idle-stream", "n/a", /^the adapter offers no asResponse\(\)$/],
    ["pages/cursor-walk", "n/a", /^the adapter gives no walk over pages$/],
    ["credentials/exchange-once", "n/a", /token exchange/],
  ])("%s: %s", async (id, verdict, detail) => {
    const { cells } = await run([id]);
    expect(cells).toMatchObject([{ id, verdict }]);
    if (detail) expect(cells[0]?.detail).toMatch(detail);
  });

  it("walks where the adapter does", async () => {
    const { cells } = await run(["pages/cursor-walk", "pages/repeated-cursor"], { adapter: walking });
    expect(cells).toMatchObject([{ verdict: "pass" }, { verdict: "fail" }]);
  });

  it("is asked what its errors are, where it can tell", async () => {
    const telling = { ...adapter, errorKind: () => "response" as const };
    const { cells } = await run(["body/html-200"], { adapter: telling });
    expect(cells[0]?.detail).toMatch(/error\.status is undefined/);
  });

  it.each([
    ["no function", { operations: adapter.operations }, /exports no function createClient/],
    ["no operations", { createClient: adapter.createClient, operations: {} }, /exports no operations/],
    [
      "an operation that is not there",
      { ...adapter, operations: { "items.take": adapter.operations["items.get"] } },
      /no operation items\.take, which the adapter has in operations\. It has: service\.health/,
    ],
    [
      "what is not a function",
      { ...adapter, operations: { "items.get": 1 } },
      /operations\["items\.get"\] is not a function/,
    ],
  ])("with %s is refused in words", async (_, wrong, message) => {
    await expect(runFaults(SPEC, { adapter: wrong as never })).rejects.toThrow(message);
  });

  it("as a package is told of the adapter", async () => {
    const folder = await mkdtemp(join(tmpdir(), "other-"));
    try {
      await writeFile(join(folder, "package.json"), '{"name":"other"}');
      await writeFile(
        join(folder, "openapi.yaml"),
        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n",
      );
      await expect(runFaults(folder)).rejects.toThrow(/names\.lock is missing\. .*--client adapter\.mjs/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
