import { describe, expect, it } from "vitest";
import { APIResource, type PageOperation, serverVariables } from "../src/client.ts";
import type { ClientDefinition } from "../src/definition.ts";
import { linkPages } from "../src/pages/link-pages.ts";
import { PageError } from "../src/pages/page-error.ts";
import { queryParameter } from "../src/parameters/query.ts";
import { collect, openWalk, type Vendor } from "./support/page-source.ts";
import { sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const inBody = linkPages({ items: "/items", next: "/next" });
const operation = { query: ["page", "limit", queryParameter({ name: "tag" })] };

/** Answers that know their address, as those of `fetch` do. */
function respond(params: Readonly<Record<string, unknown>>, headers: Record<string, string> = {}): Response {
  const response = new Response(null, { headers });
  const query = new URLSearchParams(Object.entries(params) as [string, string][]);
  query.set("key", "k");
  Object.defineProperty(response, "url", { value: `https://api.example/things?${query}` });
  return response;
}

describe("linkPages", () => {
  it.each<[string, unknown]>([
    ["absolute", "https://api.example/things?page=2&limit=1&key=k"],
    ["by path", "/things?page=2"],
    ["by query alone", "?page=2"],
  ])("takes the query of a link that is %s", async (_, next) => {
    const vendor: Vendor = ({ page }) => (page ? { items: [2], next: null } : { items: [1], next });
    const { promise, sent } = openWalk(inBody, vendor, {
      operation,
      params: { limit: "1" },
      responseOf: (params) => respond(params),
    });
    expect(await collect(promise)).toEqual({ items: [1, 2], error: undefined });
    expect(sent[1]).toEqual({ limit: "1", page: "2" });
  });

  it("takes an answer without content for an empty list", async () => {
    const { promise } = openWalk(linkPages({ items: "" }), () => undefined, { operation });
    const page = await promise;
    expect({ ...page }).toEqual({ items: [] });
    expect(page.hasNextPage()).toBe(false);
  });

  it("takes a field that stands twice as an array", async () => {
    const vendor: Vendor = (_, index) => ({ items: [index], next: index === 0 ? "?tag=a&tag=b" : "" });
    const { promise, sent } = openWalk(inBody, vendor, {
      operation,
      responseOf: (params) => respond(params),
    });
    await promise.toArray();
    expect(sent[1]).toEqual({ tag: ["a", "b"] });
  });

  it("reads the Link header", async () => {
    const { promise, sent } = openWalk(linkPages({ items: "" }), (_, index) => [index], {
      operation,
      responseOf: (params) =>
        respond(
          params,
          params.page ? {} : { link: '</things?page=1>; rel="first", </things?page=2>; rel="next"' },
        ),
    });
    expect(await promise.toArray()).toEqual([0, 1]);
    expect(sent[1]).toEqual({ page: "2" });
  });

  it.each<[string, unknown, string]>([
    [
      "to another host",
      "https://evil.example/things?page=2",
      "leads to another origin, https://evil.example",
    ],
    [
      "to another port",
      "https://api.example:444/things?page=2",
      "leads to another origin, https://api.example:444",
    ],
    ["to plain http", "http://api.example/things?page=2", "leads to another origin, http://api.example"],
    ["to another host, in short", "//evil.example/things", "leads to another origin, https://evil.example"],
    ["to another path", "/admin?page=2", "leads to another path"],
    ["nowhere", "https://", "is not a URL"],
    [
      "to a field nobody knows",
      "/things?page=2&evil=1",
      "has a query field that the operation does not know: evil",
    ],
  ])("yields what it has, then refuses a link that leads %s", async (_, next, message) => {
    const vendor: Vendor = () => ({ items: [1], next });
    const { promise, sent } = openWalk(inBody, vendor, {
      operation,
      responseOf: (params) => respond(params),
    });
    const walk = await collect(promise);
    expect(walk.items).toEqual([1]);
    expect(walk.error).toBeInstanceOf(PageError);
    expect((walk.error as Error).message).toContain(message);
    expect(sent).toHaveLength(1);
  });

  it("refuses a link that comes a second time", async () => {
    const vendor: Vendor = ({ page }) => ({ items: [page], next: page === "2" ? "?page=3" : "?page=2" });
    const { promise, sent } = openWalk(inBody, vendor, {
      operation,
      responseOf: (params) => respond(params),
    });
    const walk = await collect(promise);
    expect((walk.error as Error).message).toContain("came a second time");
    expect(sent).toHaveLength(3);
  });
});

describe("a gateway in front of the API", () => {
  const list: PageOperation = {
    id: "things.list",
    method: "GET",
    path: "/orgs/{id}/things",
    query: ["page", "limit"],
    page: linkPages({ items: "/items", next: "/next" }),
  };
  const environments = {
    production: "https://api.example/v1",
    sandbox: "https://sandbox.example",
    regional: serverVariables("https://{region}.example/v2", { region: { option: "region", default: "eu" } }),
  };

  /** Walks two pages, the link of the first one being the one that is given. */
  async function walk(
    next: string,
    header = false,
    servers: ClientDefinition["environments"] = environments,
  ) {
    const server = await serve(({ url }, response) => {
      const more = url.includes("page=") ? undefined : next;
      const fields = more && header ? { link: `<${more}>; rel="next"` } : {};
      json(response, { items: [url.includes("page=") ? 2 : 1], next: header ? null : more }, 200, fields);
    });
    class Resource extends APIResource {
      list(id: string) {
        const page = linkPages(header ? { items: "/items" } : { items: "/items", next: "/next" });
        return this._page({ ...list, page }, { limit: 1 }, undefined, id);
      }
    }
    const client = sample({ baseURL: `${server.url}/gateway/of/ours` }, { environments: servers });
    return { server, ...(await collect(new Resource(client).list("o 1"))) };
  }

  it.each([
    ["the API's public address", "https://api.example/v1/orgs/o%201/things?page=2"],
    ["another environment of it", "https://sandbox.example/orgs/o%201/things?page=2"],
    ["an environment with a variable", "https://eu.example/v2/orgs/o%201/things?page=2"],
    ["its path alone", "/v1/orgs/o%201/things?page=2"],
    ["its path as it knows it, written otherwise", "/orgs/o+1/things/?page=2"],
    ["the same thing under another id", "https://api.example/v1/orgs/42/things?page=2&limit=1"],
    ["the gateway's own address", "/gateway/of/ours/orgs/o%201/things?page=2"],
    ["its query", "?page=2"],
  ])("is asked for the next page where the link has %s", async (_, next) => {
    for (const header of [false, true]) {
      const { server, items, error } = await walk(next, header);
      expect({ items, error }).toEqual({ items: [1, 2], error: undefined });
      expect(server.seen.map(({ url }) => url)).toEqual([
        "/gateway/of/ours/orgs/o%201/things?limit=1",
        "/gateway/of/ours/orgs/o%201/things?page=2&limit=1",
      ]);
    }
  });

  it.each([
    ["the path as an application knows it behind its proxy", "/orgs/o%201/things?page=2"],
    ["the same at the API's public address", "https://api.example/orgs/o%201/things?page=2"],
  ])("is asked for the next page where the link has %s, and no server is without a path", async (_, next) => {
    const { items, error } = await walk(next, false, { production: "https://api.example/v1" });
    expect({ items, error }).toEqual({ items: [1, 2], error: undefined });
  });

  it.each([
    [
      "another host",
      "https://evil.example/v1/orgs/o%201/things?page=2",
      "another origin, https://evil.example",
    ],
    ["its host in disguise", "https://api.example.evil.test/v1/orgs/1/things?page=2", "another origin"],
    ["a user before a host", "https://api.example@evil.example/orgs/1/things?page=2", "another origin"],
    ["plain http", "http://api.example/v1/orgs/1/things?page=2", "another origin, http://api.example"],
    ["another operation", "https://api.example/v1/orgs/o%201/admins?page=2", "another path"],
    ["more of a path", "https://api.example/v1/orgs/o%201/things/7?page=2", "another path"],
    ["less of a path", "https://api.example/v1/things?page=2", "another path"],
    ["a field nobody knows", "https://api.example/v1/orgs/1/things?page=2&evil=1", "does not know: evil"],
  ])("is not asked where the link has %s", async (_, next, message) => {
    const { server, items, error } = await walk(next);
    expect(items).toEqual([1]);
    expect(error).toBeInstanceOf(PageError);
    expect((error as Error).message).toContain(message);
    expect(server.seen).toHaveLength(1);
  });
});
