import type { JsonValue } from "@trunkline/document";
import type { DocumentFile, DocumentOperation, DocumentParameter } from "@trunkline/mock/document";
import { noGuesses } from "@trunkline/mock/document";
import { describe, expect, it } from "vitest";
import { compareRequest, type Expectation, type SeenRequest } from "../src/wire/compare.ts";
import { cookiePairs, pathText, queryPairs, simpleText } from "../src/wire/styles.ts";

const document: DocumentFile = {
  file: "memory",
  root: {},
  said: {},
  guesses: noGuesses,
  resolve: (node) => node,
};

function parameter(given: Partial<DocumentParameter>): DocumentParameter {
  return {
    name: "color",
    in: "query",
    required: true,
    style: "form",
    explode: true,
    content: undefined,
    schema: {},
    example: undefined,
    extension: {},
    lists: "brackets",
    ...given,
  };
}

const list: JsonValue = ["blue", "black"];
const object: JsonValue = { R: 100, G: 200 };

describe("the specification's table of styles", () => {
  it.each([
    ["form", true, "blue", "color=blue"],
    ["form", true, list, "color=blue&color=black"],
    ["form", false, list, "color=blue,black"],
    ["form", true, object, "R=100&G=200"],
    ["form", false, object, "color=R,100,G,200"],
    ["spaceDelimited", false, list, "color=blue black"],
    ["spaceDelimited", false, object, "color=R 100 G 200"],
    ["pipeDelimited", false, list, "color=blue|black"],
    ["pipeDelimited", false, object, "color=R|100|G|200"],
    ["deepObject", true, object, "color[R]=100&color[G]=200"],
  ] as const)("query %s, explode %s: %j", (style, explode, value, want) => {
    const pairs = queryPairs(parameter({ style, explode }), value as JsonValue);
    expect(pairs.map(([name, text]) => `${name}=${text}`).join("&")).toBe(want);
  });

  it.each([
    ["brackets", list, "color[]=blue&color[]=black"],
    ["indices", list, "color[0]=blue&color[1]=black"],
    ["indices", [object], "color[0][R]=100&color[0][G]=200"],
    ["brackets", { in: { R: list } }, "color[in][R][]=blue&color[in][R][]=black"],
  ] as const)("deepObject with lists by %s: %j", (lists, value, want) => {
    const pairs = queryPairs(parameter({ style: "deepObject", lists }), value as JsonValue);
    expect(pairs.map(([name, text]) => `${name}=${text}`).join("&")).toBe(want);
  });

  it.each([
    ["simple", false, list, "blue,black"],
    ["simple", false, object, "R,100,G,200"],
    ["simple", true, object, "R=100,G=200"],
    ["label", false, "blue", ".blue"],
    ["label", false, list, ".blue,black"],
    ["label", true, list, ".blue.black"],
    ["label", false, object, ".R,100,G,200"],
    ["label", true, object, ".R=100.G=200"],
    ["matrix", false, "blue", ";color=blue"],
    ["matrix", false, list, ";color=blue,black"],
    ["matrix", true, list, ";color=blue;color=black"],
    ["matrix", false, object, ";color=R,100,G,200"],
    ["matrix", true, object, ";R=100;G=200"],
  ] as const)("path %s, explode %s: %j", (style, explode, value, want) => {
    expect(pathText(parameter({ in: "path", style, explode }), value as JsonValue)).toBe(want);
  });

  it("headers and cookies", () => {
    expect(simpleText(parameter({ in: "header", style: "simple", explode: false }), list)).toBe("blue,black");
    expect(cookiePairs(parameter({ in: "cookie", explode: false }), list)).toEqual([["color", "blue,black"]]);
  });

  it("content in place of a style", () => {
    expect(queryPairs(parameter({ content: "application/json" }), object)).toEqual([
      ["color", '{"R":100,"G":200}'],
    ]);
  });
});

const id = parameter({ name: "id", in: "path", style: "simple", explode: false });
const tag = parameter({ name: "tag" });
const trace = parameter({ name: "X-Trace", in: "header", style: "simple", explode: false });
const operation = {
  fixedQuery: [],
  method: "POST",
  path: "/a/{id}",
  servers: [],
  parameters: [id, tag, trace],
} as unknown as DocumentOperation;
const expectation: Expectation = {
  document,
  operation,
  baseURL: "https://api.test/v1",
  credentials: [{ place: "header", name: "Authorization", value: "Bearer 1" }],
  sample: {
    name: "full",
    values: new Map<DocumentParameter, JsonValue>([
      [id, "b/c"],
      [tag, ["x", "y"]],
      [trace, "t"],
    ]),
    body: { content: { type: "application/json", schema: {}, examples: [], encoding: {} }, value: { n: 1 } },
  },
};

function seen(
  change: { method?: string; url?: string; headers?: Record<string, string>; body?: string } = {},
): SeenRequest {
  return {
    method: change.method ?? "POST",
    url: change.url ?? "https://api.test/v1/a/b%2Fc?tag=x&tag=y",
    headers: new Headers({
      authorization: "Bearer 1",
      "x-trace": "t",
      "content-type": "application/json",
      ...change.headers,
    }),
    body: new TextEncoder().encode(change.body ?? '{"n":1}').buffer as ArrayBuffer,
  };
}

describe("compareRequest", () => {
  it("is content with what the document says", async () => {
    expect(await compareRequest(seen(), expectation)).toEqual([]);
  });

  it.each([
    ["another method", { method: "PUT" }, /method/],
    ["another origin", { url: "https://evil.test/v1/a/b%2Fc?tag=x&tag=y" }, /sent to none of/],
    ["a slash that became a segment", { url: "https://api.test/v1/a/b/c?tag=x&tag=y" }, /path/],
    ["a parameter that is missing", { url: "https://api.test/v1/a/b%2Fc?tag=x" }, /query/],
    ["values in another order", { url: "https://api.test/v1/a/b%2Fc?tag=y&tag=x" }, /query/],
    ["a parameter that nobody asked for", { url: "https://api.test/v1/a/b%2Fc?tag=x&tag=y&z=1" }, /query/],
    ["a header with another value", { headers: { "x-trace": "u" } }, /x-trace/],
    ["a header that nobody asked for", { headers: { "x-more": "1" } }, /x-more/],
    ["a cookie that nobody asked for", { headers: { cookie: "a=1" } }, /cookies/],
    ["a secret that is missing", { headers: { authorization: "Bearer 2" } }, /authorization/],
    ["another media type", { headers: { "content-type": "text/plain" } }, /content-type/],
    ["another body", { body: '{"n":2}' }, /body/],
    ["no body", { body: "" }, /body/],
  ] as const)("sees %s", async (_, change, want) => {
    expect((await compareRequest(seen(change), expectation)).join("\n")).toMatch(want);
  });
});
