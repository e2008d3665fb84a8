import { describe, expect, it } from "vitest";
import { textBody } from "../src/bodies/text-body.ts";
import { UsageError } from "../src/errors/usage-error.ts";
import type { Operation } from "../src/operation.ts";
import { cookieParameters } from "../src/parameters/cookie.ts";
import { type HeaderParameter, headerParameters } from "../src/parameters/header.ts";
import { queryParameter } from "../src/parameters/query.ts";
import { splitParams } from "../src/request/split-params.ts";

const operation = (rest: Partial<Operation>): Operation => ({
  id: "x.do",
  method: "POST",
  path: "/x",
  ...rest,
});

/** Groups have no prototype; what matters is what they hold. */
const plain = (operation: Operation, params?: unknown, pathValue?: unknown) =>
  JSON.parse(JSON.stringify(splitParams(operation, params, pathValue)));

describe("splitParams", () => {
  it.each<[string, Operation, unknown, unknown, object]>([
    ["nothing", operation({}), undefined, undefined, {}],
    ["a positional value", operation({ path: "/x/{id}" }), undefined, "a", { path: { id: "a" } }],
    [
      "a positional value beside a body field of its name",
      operation({ path: "/x/{id}", body: "fields" }),
      { id: "body" },
      "path",
      { path: { id: "path" }, body: { id: "body" } },
    ],
    [
      "several path values by name",
      operation({ path: "/x/{a}/y/{b}" }),
      { b: 2, a: 1 },
      undefined,
      { path: { a: 1, b: 2 } },
    ],
    [
      "every group side by side",
      operation({
        query: ["q", queryParameter({ name: "deep", style: "deepObject" })],
        header: headerParameters("X-H"),
        cookie: cookieParameters("c"),
        body: "fields",
      }),
      { q: 1, deep: { a: 1 }, "X-H": "h", c: "c", name: "n", tags: ["t"] },
      undefined,
      {
        query: { q: 1, deep: { a: 1 } },
        header: { "X-H": "h" },
        cookie: { c: "c" },
        body: { name: "n", tags: ["t"] },
      },
    ],
    [
      "no body when no field is given",
      operation({ query: ["q"], body: "fields" }),
      { q: 1, a: undefined },
      undefined,
      { query: { q: 1 } },
    ],
    [
      "{} where a body is required",
      operation({ body: "fields", bodyRequired: true }),
      undefined,
      undefined,
      { body: {} },
    ],
    [
      "a body that is not an object",
      operation({ query: ["q"], body: "body" }),
      { q: 1, body: [1, 2] },
      undefined,
      { query: { q: 1 }, body: [1, 2] },
    ],
    ["a body of null", operation({ body: "body" }), { body: null }, undefined, { body: null }],
    [
      "a body of an encoder",
      operation({ body: textBody("text/csv") }),
      { body: "a,b" },
      undefined,
      { body: "a,b" },
    ],
    [
      "nested groups",
      operation({
        query: ["id"],
        header: headerParameters("id"),
        body: "fields",
        nested: { header: "headers", body: "body" },
      }),
      { id: "q", headers: { id: "h" }, body: { id: "b" } },
      undefined,
      { query: { id: "q" }, header: { id: "h" }, body: { id: "b" } },
    ],
    [
      "a nested query",
      operation({ path: "/x/{a}/{b}", query: ["a"], nested: { query: "query" } }),
      { a: 1, b: 2, query: { a: 3 } },
      undefined,
      { path: { a: 1, b: 2 }, query: { a: 3 } },
    ],
    [
      "{} for a required nested body",
      operation({ body: "fields", bodyRequired: true, nested: { body: "body" } }),
      {},
      undefined,
      { body: {} },
    ],
  ])("sorts %s", (_, given, params, pathValue, want) => {
    expect(plain(given, params, pathValue)).toEqual({ path: {}, query: {}, header: {}, cookie: {}, ...want });
  });

  it.each<[string, Operation, unknown, string]>([
    [
      "an unknown name",
      operation({ query: ["limit", "cursor"] }),
      { limti: 1 },
      "params of x.do has unknown fields: limti. Known are: limit, cursor.",
    ],
    ["a name where none are known", operation({}), { a: 1 }, "Known are: none."],
    [
      "a name beside a body under its own name",
      operation({ body: "body" }),
      { body: 1, a: 1 },
      "unknown fields: a. Known are: body.",
    ],
    [
      "an unknown nested name",
      operation({ query: ["a"], nested: { query: "query" } }),
      { query: { b: 1 } },
      "params.query of x.do has unknown fields: b",
    ],
    [
      "a flat name where the group is nested",
      operation({ query: ["a"], nested: { query: "query" } }),
      { a: 1 },
      "Known are: query.",
    ],
    [
      "a group that is not an object",
      operation({ query: ["a"], nested: { query: "query" } }),
      { query: "a=1" },
      "params.query of x.do is a string",
    ],
    ["params that are a text", operation({}), "id", "params of x.do is a string"],
    ["params that are an array", operation({}), [1], "params of x.do is an array"],
    ["params that are null", operation({}), null, "params of x.do is null"],
    ["the path's only value in params", operation({ path: "/x/{id}" }), { id: "a" }, "unknown fields: id"],
  ])("refuses %s", (_, given, params, message) => {
    expect(() => splitParams(given, params)).toThrow(UsageError);
    expect(() => splitParams(given, params)).toThrow(message);
  });

  it("ignores unknown names that are undefined", () => {
    expect(plain(operation({ query: ["a"] }), { b: undefined })).toMatchObject({ query: {} });
  });

  it("changes nothing, reads every field once, and survives a frozen argument", () => {
    let reads = 0;
    const params = Object.freeze({
      q: 1,
      get name() {
        reads++;
        return "n";
      },
    });
    expect(plain(operation({ query: ["q"], body: "fields" }), params)).toMatchObject({ body: { name: "n" } });
    expect(reads).toBe(1);
    expect(Object.keys(params)).toEqual(["q", "name"]);
  });

  it("takes __proto__ and constructor for ordinary names", () => {
    const params = JSON.parse('{"__proto__":{"polluted":1},"constructor":"c"}');
    const declared = operation({ query: ["constructor", "__proto__"] });
    expect(Object.entries(splitParams(declared, params).query)).toEqual([
      ["constructor", "c"],
      ["__proto__", { polluted: 1 }],
    ]);
    const { body } = splitParams(operation({ body: "fields" }), params);
    expect(Object.keys(body as object)).toEqual(["__proto__", "constructor"]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(splitParams(operation({ query: ["constructor", "toString"] }), {}).query).toEqual({});
  });
});

describe("headerParameters", () => {
  const write = (value: unknown, rest: Omit<HeaderParameter, "name"> = {}) =>
    headerParameters({ name: "X-H", ...rest }).write({ "X-H": value })["X-H"];

  it.each<[unknown, Omit<HeaderParameter, "name">, string | undefined]>([
    ["blue", {}, "blue"],
    ["", {}, ""],
    [undefined, {}, undefined],
    [[], {}, undefined],
    [[undefined], { explode: true }, undefined],
    [{}, {}, undefined],
    [[], { content: "application/json" }, "[]"],
    [["a", ""], {}, "a,"],
    [["blue", "black", "brown"], {}, "blue,black,brown"],
    [["blue", "black", "brown"], { explode: true }, "blue,black,brown"],
    [{ R: 100, G: 200, B: 150 }, {}, "R,100,G,200,B,150"],
    [{ R: 100, G: 200, B: 150 }, { explode: true }, "R=100,G=200,B=150"],
    [12n, {}, "12"],
    [true, {}, "true"],
    [new Date(0), {}, "1970-01-01T00:00:00.000Z"],
    ["a, b; c=%20", {}, "a, b; c=%20"],
    ["a\tb", {}, "a\tb"],
    [{ a: "é\n", b: [1] }, { content: "application/json" }, '{"a":"\\u00e9\\n","b":[1]}'],
  ])("writes %o with %o as %o", (value, rest, want) => {
    expect(write(value, rest)).toBe(want);
  });

  it.each<[string, unknown]>([
    ["null", null],
    ["a line break", "a\r\nX-Evil: 1"],
    ["a bare line feed", "a\nb"],
    ["a null character", "a\0"],
    ["a delete character", "a\x7f"],
    ["a character beyond ASCII", "é"],
    ["a zero-width space", "a\u200b"],
    ["a line break in an array", ["a", "b\nc"]],
    ["a line break in a member's name", { "a\nb": 1 }],
    ["a comma in an array", ["a,b", "c"]],
    ["a nested object", { a: { b: 1 } }],
    ["NaN", Number.NaN],
  ])("refuses %s, naming the parameter but not the value", (_, value) => {
    expect(() => write(value)).toThrow(UsageError);
    expect(() => write(value)).toThrow('Header parameter "X-H"');
    try {
      write(value);
    } catch (error) {
      if (typeof value === "string") expect((error as Error).message).not.toContain(value);
    }
  });

  it("refuses an empty list of a required one", () => {
    expect(() => write([], { required: true })).toThrow('Header parameter "X-H" is required, and empty');
  });

  it("writes declared parameters only", () => {
    expect(headerParameters("a").write({ a: 1, b: 2 })).toEqual({ a: "1" });
  });
});

describe("cookieParameters", () => {
  it.each<[Record<string, unknown>, string | undefined]>([
    [{}, undefined],
    [{ a: undefined }, undefined],
    [{ a: 1, b: "x;y=z, w" }, "a=1; b=x%3By%3Dz%2C%20w"],
    [{ b: "é\r\n" }, "b=%C3%A9%0D%0A"],
    [{ a: ["x", "y"] }, "a=x,y"],
    [{ a: [] }, undefined],
    [{ a: [], b: 1 }, "b=1"],
    [{ a: {} }, undefined],
  ])("writes %j as %j", (values, want) => {
    expect(cookieParameters("a", "b").write(values).cookie).toBe(want);
  });

  it.each<[Record<string, unknown>, string | undefined]>([
    [{ a: ["x", "y;&"] }, "a=x; a=y%3B%26"],
    [{ a: { R: 100, G: 200 } }, "R=100; G=200"],
    [{ a: 1 }, "a=1"],
    [{ a: [] }, undefined],
  ])("writes %j, exploded, as %j", (values, want) => {
    expect(cookieParameters({ name: "a", explode: true }).write(values).cookie).toBe(want);
  });

  it("refuses an empty list of a required one", () => {
    expect(() => cookieParameters({ name: "a", required: true }).write({ a: [] })).toThrow(
      "is required, and empty",
    );
  });

  it.each([[null], [{ x: { y: 1 } }], [Number.NaN]])("refuses %j", (value) => {
    expect(() => cookieParameters("a").write({ a: value })).toThrow('Cookie parameter "a"');
  });

  it("says so where the platform would drop the header", () => {
    const native = globalThis.Request;
    class BrowserRequest extends native {
      constructor(url: string) {
        super(url);
      }
    }
    globalThis.Request = BrowserRequest as unknown as typeof native;
    try {
      expect(() => cookieParameters("a").write({ a: 1 })).toThrow("cannot be sent from a browser");
    } finally {
      globalThis.Request = native;
    }
  });
});
