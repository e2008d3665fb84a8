import { describe, expect, it } from "vitest";
import {
  apiKeyQuery,
  cursorPages,
  linkPages,
  offsetPages,
  type PageOperation,
  paramField,
} from "../src/client.ts";
import { RateLimitError } from "../src/errors/status-errors.ts";
import { resumeParams } from "../src/pages/page-error.ts";
import { range } from "./support/page-source.ts";
import { errorOf, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const byCursor: PageOperation = {
  id: "things.list",
  method: "GET",
  path: "/things",
  query: ["cursor", "limit"],
  page: cursorPages({ items: "/data", cursor: "cursor", next: "/next" }),
};
const byOffset: PageOperation = {
  id: "things.search",
  method: "POST",
  path: "/things/search",
  body: "fields",
  retry: "always",
  page: offsetPages({ items: "/data", offset: paramField("/page/offset"), total: "/total" }),
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("pages through a client", () => {
  it("walks, with the whole envelope on each page, options on each request and retries within a page", async () => {
    let failed = false;
    const server = await serve(({ url }, response) => {
      const cursor = new URL(url, "http://x").searchParams.get("cursor");
      if (cursor === "b" && !failed) {
        failed = true;
        return json(response, {}, 503);
      }
      return json(response, {
        data: [cursor],
        next: cursor === null ? "a&b=c" : cursor === "a&b=c" ? "b" : null,
      });
    });
    const client = sample({ baseURL: server.url, retry: { baseDelay: 1 } }, { envelope: { data: "/data" } });
    const pages: unknown[] = [];
    const list = client.things.page(byCursor, { limit: 1 }, { headers: { "x-tag": "t" } });
    for await (const page of list.iterPages()) pages.push({ ...page });
    expect(pages).toEqual([
      { data: [null], next: "a&b=c" },
      { data: ["a&b=c"], next: "b" },
      { data: ["b"], next: null },
    ]);
    expect(server.seen.map(({ url }) => url)).toEqual([
      "/things?limit=1",
      "/things?cursor=a%26b%3Dc&limit=1",
      "/things?cursor=b&limit=1",
      "/things?cursor=b&limit=1",
    ]);
    expect(server.seen.every(({ headers }) => headers["x-tag"] === "t")).toBe(true);
  });

  it("ends with the status's own error on page n, which carries what to resume with", async () => {
    const server = await serve(({ url }, response) =>
      url.includes("cursor=b")
        ? json(response, { message: "slow down" }, 429, { "retry-after": "3600" })
        : json(response, { data: [1], next: "b" }),
    );
    const client = sample({ baseURL: server.url });
    const error = await errorOf(client.things.page(byCursor, { limit: 5 }).toArray());
    expect(error).toBeInstanceOf(RateLimitError);
    expect(resumeParams(error)).toEqual({ limit: 5, cursor: "b" });
    expect(server.seen).toHaveLength(2);
  });

  it("runs ahead in order, within its bound, by a field of the body", async () => {
    let open = 0;
    let most = 0;
    const server = await serve(async ({ body }, response) => {
      most = Math.max(most, ++open);
      const { page: { offset = 0 } = {} } = JSON.parse(body || "{}") as { page?: { offset?: number } };
      await pause(offset % 4 === 0 ? 30 : 15);
      open--;
      json(response, { data: range(offset, offset + 2), total: 20 });
    });
    const client = sample({ baseURL: server.url });
    const search = client.things.page(byOffset, { q: "x", page: { size: 2 } }, { concurrency: 3 });
    expect(await search.toArray()).toEqual(range(0, 20));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
    expect(server.seen).toHaveLength(10);
    expect(server.seen.every(({ body }) => JSON.parse(body).q === "x")).toBe(true);
  });

  it("sends nothing after a break, not even the retry of a page that ran ahead", async () => {
    const server = await serve(async ({ body }, response) => {
      const { page: { offset = 0 } = {} } = JSON.parse(body || "{}") as { page?: { offset?: number } };
      if (offset >= 4) return json(response, {}, 503);
      return json(response, { data: range(offset, offset + 2), total: 100 });
    });
    const client = sample({ baseURL: server.url, retry: { baseDelay: 100, maxDelay: 100 } });
    let seen = 0;
    for await (const _ of client.things.page(byOffset, {}, { concurrency: 4 })) if (++seen === 3) break;
    const atBreak = server.seen.length;
    expect(atBreak).toBeLessThanOrEqual(5);
    await pause(250);
    // Requests that were on their way at the break may still arrive; none is made anew.
    expect(server.seen.length).toBeLessThanOrEqual(5);
  });

  it("names an answer that is not a page, its operation and its path", async () => {
    const server = await serve((_, response) => json(response, { error: "x" }));
    const error = await errorOf(sample({ baseURL: server.url }).things.page(byCursor).toArray());
    expect(error).toMatchObject({
      name: "PageError",
      operation: "things.list",
      path: "/things",
      client: "Sample",
    });
  });

  it("follows a Link header within the operation, and nowhere else", async () => {
    const byLink: PageOperation = { ...byCursor, page: linkPages({ items: "" }) };
    const other = await serve((_, response) => json(response, []));
    const server = await serve(({ url }, response) => {
      const next = url.includes("cursor=b") ? `${other.url}/things?cursor=c` : "?cursor=b";
      json(response, [url], 200, { link: `<${next}>; rel="next"` });
    });
    const items: unknown[] = [];
    const walk = async () => {
      for await (const item of sample({ baseURL: server.url }).things.page(byLink, { limit: 1 }))
        items.push(item);
    };
    const error = await errorOf(walk());
    expect(items).toEqual(["/things?limit=1", "/things?cursor=b&limit=1"]);
    expect(error.message).toContain(`leads to another origin, ${other.url}`);
    expect(resumeParams(error)).toEqual({ cursor: "b", limit: 1 });
    expect(other.seen).toEqual([]);
  });
});

it("walks by links that repeat the key of the query", async () => {
  const server = await serve(({ url }, response) => {
    const { searchParams } = new URL(url, "http://x");
    const page = Number(searchParams.get("page") ?? 1);
    searchParams.set("page", String(page + 1));
    json(response, { data: [page], next: page < 3 ? `/things?${searchParams}` : null });
  });
  const operation = { ...byCursor, query: ["page"], page: linkPages({ items: "/data", next: "/next" }) };
  const Key = apiKeyQuery("api_key", { option: "apiKey" });
  const client = sample({ baseURL: server.url }, { schemes: { Key }, security: [["Key"]] });
  expect(await client.things.page(operation).toArray()).toEqual([1, 2, 3]);
});

it("keeps the client's maxPages where a call's is undefined", async () => {
  const server = await serve((_, response, index) => json(response, { data: [index], next: `c${index}` }));
  const client = sample({ baseURL: server.url, maxPages: 2 });
  await errorOf(client.things.page(byCursor, {}, { maxPages: undefined }).toArray());
  expect(server.seen).toHaveLength(2);
});
