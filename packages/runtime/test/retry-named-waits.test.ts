import { describe, expect, it } from "vitest";
import { errorOf, GET, KEYED, sample } from "./support/sample.ts";
import { json, type Loopback, serve } from "./support/server.ts";

describe("a 409", () => {
  const rows: [name: string, first: "silence" | "reset" | 502 | 503, want: number][] = [
    ["after a timeout", "silence", 3],
    ["after a lost connection", "reset", 3],
    ["after a gateway lost the answer", 502, 3],
    ["after the server's own failure", 503, 2],
  ];
  it.each(rows)("%s under the same key", async (_, first, want) => {
    const server = await serve((_request, response, index) => {
      if (index === 1) return json(response, { code: "in_progress" }, 409, { "retry-after-ms": "20" });
      if (index === 2) return json(response, { id: 1 });
      if (first === "reset") return response.socket?.destroy();
      return first === "silence" ? undefined : json(response, {}, first);
    });
    const call = sample({ baseURL: server.url, timeout: 500, retry: { baseDelay: 1 } }).things.call(KEYED, {
      a: 1,
    });
    await (want === 3 ? expect(call).resolves.toEqual({ id: 1 }) : expect(call).rejects.toThrow("409"));
    expect(server.seen).toHaveLength(want);
    expect(new Set(server.seen.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });
});

/** Admits so many requests in a window, and tells the others when it ends. */
function admitting(limit: number, window: number): Promise<Loopback> {
  let began = 0;
  let admitted = 0;
  return serve((_, response) => {
    const now = performance.now();
    if (now >= began + window) {
      began = now;
      admitted = 0;
    }
    if (++admitted <= limit) return json(response, {});
    return json(response, {}, 429, { "retry-after-ms": String(Math.ceil(began + window - now)) });
  });
}

describe("waits that the server named", () => {
  it("cost no budget, however many calls are refused", async () => {
    const refused = new Set<unknown>();
    const server = await serve((request, response) => {
      const key = request.headers["idempotency-key"];
      if (refused.has(key)) return json(response, {});
      refused.add(key);
      return json(response, {}, 429, { "retry-after-ms": "300" });
    });
    const client = sample({ baseURL: server.url });
    await Promise.all(Array.from({ length: 300 }, () => client.things.call(KEYED, {})));
    expect(server.seen).toHaveLength(600);
  });

  it("let every call of a crowd through, at the pace that the server admits", async () => {
    const server = await admitting(10, 250);
    const client = sample({ baseURL: server.url });
    await Promise.all(Array.from({ length: 60 }, () => client.things.call(GET)));
    // Fifty are refused at once, and of those that go on a few in each window.
    expect(server.seen.length).toBeLessThan(60 + 50 + 5 * 9);
  });

  it("and are kept by calls that come later", async () => {
    const server = await admitting(1, 200);
    const client = sample({ baseURL: server.url, maxRetries: 0 });
    await client.things.call(GET);
    expect(await errorOf(client.things.call(GET))).toMatchObject({ status: 429 });
    await client.things.call(GET);
    expect(server.seen).toHaveLength(3);
  });
});
