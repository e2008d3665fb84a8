import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import {
  binary,
  cookieParameters,
  formUrlEncoded,
  headerParameters,
  multipart,
  type Operation,
  pathParameter,
  queryParameter,
  textBody,
} from "../src/client.ts";
import { errorOf, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const operation = (rest: Partial<Operation>): Operation => ({
  id: "things.do",
  method: "POST",
  path: "/things",
  ...rest,
});

describe("arguments on the wire", () => {
  it("puts every argument into its place", async () => {
    const server = await serve((_, response) => json(response, {}));
    const given = operation({
      method: "PUT",
      path: "/orgs/{org}/things/{id}:move",
      pathStyles: { id: pathParameter({ style: "matrix", explode: true }) },
      query: [
        "tags",
        queryParameter({ name: "filter", style: "deepObject" }),
        queryParameter({ name: "ids", explode: false }),
      ],
      header: headerParameters("X-Count"),
      cookie: cookieParameters("session"),
      body: "fields",
    });
    await sample({ baseURL: `${server.url}/v1/` }).things.call(given, {
      org: "a/b?c",
      id: ["x", "y"],
      tags: ["one", "two"],
      filter: { from: new Date(0), to: undefined },
      ids: [1, 2n],
      "X-Count": 3n,
      session: "s;1",
      amount: 9007199254740993n,
      left: undefined,
      at: new Date(0),
    });
    expect(server.seen[0]).toMatchObject({
      method: "PUT",
      url: "/v1/orgs/a%2Fb%3Fc/things/;id=x;id=y:move?tags=one&tags=two&filter%5Bfrom%5D=1970-01-01T00%3A00%3A00.000Z&ids=1,2",
      headers: { "x-count": "3", cookie: "session=s%3B1", "content-type": "application/json" },
      body: '{"amount":9007199254740993,"at":"1970-01-01T00:00:00.000Z"}',
    });
  });

  it.each<[string, Partial<Operation>, object, unknown]>([
    ["a path that climbs", { path: "/things/{id}" }, {}, ".."],
    ["a path that is empty", { path: "/things/{id}" }, {}, ""],
    ["a path that is null", { path: "/things/{id}" }, {}, null],
    ["a path that is missing", { path: "/things/{id}" }, {}, undefined],
    ["an unknown name", { query: ["limit"] }, { limti: 1 }, undefined],
    ["a nested query", { query: ["a"] }, { a: { b: { c: 1 } } }, undefined],
    ["a header with a line break", { header: headerParameters("X-A") }, { "X-A": "a\r\nb: c" }, undefined],
    [
      "a body with a cycle",
      { body: "body" },
      {
        body: (() => {
          const a: unknown[] = [];
          a.push(a);
          return a;
        })(),
      },
      undefined,
    ],
  ])("sends nothing for %s, and names the operation", async (_, rest, params, pathValue) => {
    const server = await serve((_, response) => json(response, {}));
    const error = await errorOf(
      sample({ baseURL: server.url }).things.call(operation(rest), params, {}, pathValue),
    );
    expect(error).toMatchObject({ name: "UsageError", operation: "things.do", client: "Sample" });
    expect(server.seen).toEqual([]);
  });
});

describe("bodies and retries", () => {
  const failing = () => serve((_, response, index) => json(response, {}, index === 0 ? 503 : 200));

  it.each<[string, Partial<Operation>, () => object]>([
    ["multipart with files", { body: multipart() }, () => ({ file: new File(["abc"], "a.txt"), note: "n" })],
    [
      "multipart with a stream that can be opened anew",
      { body: multipart() },
      () => ({ file: { data: () => Readable.from(["abc"]), name: "a" } }),
    ],
    ["a form", { body: formUrlEncoded() }, () => ({ a: 1, b: "x" })],
    ["bytes", { body: binary("audio/wav") }, () => ({ body: new Uint8Array([65, 66]) })],
    [
      "a stream that can be opened anew",
      { body: binary("audio/wav") },
      () => ({ body: { data: () => Readable.from(["abc"]) } }),
    ],
    ["a text", { body: textBody("text/plain") }, () => ({ body: "abc" })],
    ["JSON", { body: "fields" }, () => ({ a: 1 })],
  ])("repeats %s with the same bytes and type", async (_, rest, params) => {
    const server = await failing();
    const client = sample({ baseURL: server.url, retry: { baseDelay: 1 } });
    await client.things.call(operation({ method: "PUT", ...rest }), params());
    const [first, second] = server.seen;
    expect(server.seen).toHaveLength(2);
    expect(first?.body.length).toBeGreaterThan(1);
    expect(second?.body).toBe(first?.body);
    expect(second?.headers["content-type"]).toBe(first?.headers["content-type"]);
  });

  it.each<[string, Partial<Operation>, () => object]>([
    ["multipart with a stream", { body: multipart() }, () => ({ file: Readable.from(["abc"]) })],
    ["a stream", { body: binary("audio/wav") }, () => ({ body: new Blob(["abc"]).stream() })],
  ])("sends %s once, whatever the answer", async (_, rest, params) => {
    const server = await failing();
    const client = sample({ baseURL: server.url, retry: { baseDelay: 1 } });
    const error = await errorOf(client.things.call(operation({ method: "PUT", ...rest }), params()));
    expect(error).toMatchObject({ status: 503 });
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]?.body).toContain("abc");
  });
});
