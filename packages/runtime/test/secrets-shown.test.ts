import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { jsonLines } from "../src/client.ts";
import { makeScrubber } from "../src/secrets/scrubber.ts";
import { errorOf, GET, sample } from "./support/sample.ts";
import { serve } from "./support/server.ts";

const SECRET = "bk_live/Zm9v/YmFy+c2Vj(one)!";

/** Some of the ways in which servers write a text that they repeat. */
const SPELLINGS: readonly [name: string, spell: (text: string) => string][] = [
  ["as it is", (text) => text],
  ["a URL", encodeURIComponent],
  ["JSON of PHP", (text) => text.replaceAll("/", "\\/")],
  ["HTML", (text) => text.replace(/\W/g, (one) => `&#${one.charCodeAt(0)};`)],
];

describe("a secret", () => {
  it.each(SPELLINGS)("is in no error when the server repeats it as %s", async (_, spell) => {
    const server = await serve((request, response) => {
      const told = spell(String(request.headers["x-api-key"]));
      response.writeHead(401, {
        "content-type": "application/json",
        "www-authenticate": `Key told="${SECRET}"`,
      });
      response.end(`{"error":"unknown key ${told}"}`);
    });
    const error = await errorOf(sample({ baseURL: server.url, apiKey: SECRET }).things.call(GET));
    expect(error).toMatchObject({ status: 401, message: expect.stringContaining("unknown key") });
    expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain("Zm9v");
  });

  it("is in no excerpt, also where that is cut in the middle of it", async () => {
    for (let at = 60; at <= 520; at += 5) {
      const server = await serve((_, response) => {
        response.writeHead(200, { "x-told": SECRET }).end(`<${"x".repeat(at)}${SECRET}`);
      });
      const error = await errorOf(sample({ baseURL: server.url, apiKey: SECRET }).things.call(GET));
      expect(error.excerpt).toContain("<x");
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("bk_live");
    }
  });

  it("is in no error of a stream", async () => {
    const server = await serve((_, response) => {
      response
        .writeHead(200, { "content-type": "application/jsonl", "x-told": SECRET })
        .end(`bad key ${SECRET}\n`);
    });
    const operation = { ...GET, response: jsonLines("application/jsonl") };
    const client = sample({ baseURL: server.url, apiKey: SECRET });
    const records = await client.things.call<AsyncIterable<unknown>>(operation);
    const error = await errorOf(all(records));
    expect(error.message).toContain("It begins: bad key [redacted]");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("bk_live");
  });
});

async function all(values: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const value of values) found.push(value);
  return found;
}

describe("the cause of an error", () => {
  const causes: readonly [name: string, tell: object][] = [
    ["a request of a fetch's own", { request: { url: "/x", headers: { "x-api-key": SECRET } } }],
    ["a Request", { request: new Request("http://x.test", { headers: { "x-api-key": SECRET } }) }],
    ["a list", { sent: [["x-api-key", SECRET]] }],
    ["a text", { url: `/x?key=${encodeURIComponent(SECRET)}` }],
  ];
  it.each(causes)("is a copy when it holds %s", (_, tell) => {
    const error = Object.assign(new TypeError("no"), { code: "ENOPE", ...tell });
    const clean = makeScrubber([SECRET]).thrown(error);
    expect(clean).toMatchObject({ name: "TypeError", message: "no", code: "ENOPE" });
    expect(inspect(clean, { depth: 9, showHidden: true })).not.toContain("bk_live");
  });

  it("is itself where nothing in it can tell", () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED"), {
      code: "ECONNREFUSED",
      port: 1,
      socket: { a: "b" },
    });
    const error = new TypeError("fetch failed", { cause });
    expect(makeScrubber([SECRET]).thrown(error)).toBe(error);
  });
});
