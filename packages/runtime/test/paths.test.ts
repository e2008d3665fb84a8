import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../src/errors/usage-error.ts";
import { pathParameterNames, serializePath } from "../src/parameters/address.ts";
import { type ParameterStyle, pathParameter } from "../src/parameters/path.ts";

const ARRAY = ["blue", "black", "brown"];
const OBJECT = { R: 100, G: 200, B: 150 };

// https://spec.openapis.org/oas/v3.1.1#style-examples
const STYLE_EXAMPLES: [ParameterStyle, unknown, string][] = [
  [{ style: "matrix", explode: false }, "blue", ";color=blue"],
  [{ style: "matrix", explode: false }, ARRAY, ";color=blue,black,brown"],
  [{ style: "matrix", explode: false }, OBJECT, ";color=R,100,G,200,B,150"],
  [{ style: "matrix", explode: true }, "blue", ";color=blue"],
  [{ style: "matrix", explode: true }, ARRAY, ";color=blue;color=black;color=brown"],
  [{ style: "matrix", explode: true }, OBJECT, ";R=100;G=200;B=150"],
  [{ style: "label", explode: false }, "blue", ".blue"],
  [{ style: "label", explode: false }, ARRAY, ".blue,black,brown"],
  [{ style: "label", explode: false }, OBJECT, ".R,100,G,200,B,150"],
  [{ style: "label", explode: true }, "blue", ".blue"],
  [{ style: "label", explode: true }, ARRAY, ".blue.black.brown"],
  [{ style: "label", explode: true }, OBJECT, ".R=100.G=200.B=150"],
  [{ style: "simple", explode: false }, "blue", "blue"],
  [{ style: "simple", explode: false }, ARRAY, "blue,black,brown"],
  [{ style: "simple", explode: false }, OBJECT, "R,100,G,200,B,150"],
  [{ style: "simple", explode: true }, "blue", "blue"],
  [{ style: "simple", explode: true }, ARRAY, "blue,black,brown"],
  [{ style: "simple", explode: true }, OBJECT, "R=100,G=200,B=150"],
];

const writers = (styles: Record<string, ParameterStyle>) =>
  Object.fromEntries(Object.entries(styles).map(([name, style]) => [name, pathParameter(style)]));

it("takes a parameter that stands twice for one", () => {
  expect(pathParameterNames("/a/{id}/{kind}/{id}")).toEqual(["id", "kind"]);
  expect(serializePath("/a/{id}/{id}", { id: 1 })).toBe("/a/1/1");
});

describe("serializePath", () => {
  it.each(STYLE_EXAMPLES)("%o writes %j as %s", (style, value, want) => {
    expect(serializePath("/x/{color}", { color: value }, { color: pathParameter(style) })).toBe(`/x/${want}`);
  });

  it.each<[string, unknown, string]>([
    ["a text", "ag_1", "ag_1"],
    ["a number", 7, "7"],
    ["zero", 0, "0"],
    ["a bigint beyond 2^53", 9007199254740993n, "9007199254740993"],
    ["true", true, "true"],
    ["false", false, "false"],
    ["a Date", new Date(0), "1970-01-01T00%3A00%3A00.000Z"],
    ["a URL", new URL("https://a.example/b"), "https%3A%2F%2Fa.example%2Fb"],
    ["a slash", "a/b", "a%2Fb"],
    ["a climb inside a text", "../admin", "..%2Fadmin"],
    ["three dots", "...", "..."],
    ["a backslash", "..\\x", "..%5Cx"],
    ["a query", "a?b=c#d", "a%3Fb%3Dc%23d"],
    ["a percent sign", "100%", "100%25"],
    ["what is already encoded", "a%2Fb", "a%252Fb"],
    ["sub-delimiters", "!'()*;=&+$,", "%21%27%28%29%2A%3B%3D%26%2B%24%2C"],
    ["unreserved characters", "A-z_0.~", "A-z_0.~"],
    ["a line break and a tab", "a\r\n\tb", "a%0D%0A%09b"],
    ["white space alone", " ", "%20"],
    ["an emoji", "🙂", "%F0%9F%99%82"],
    ["a full-width dot", "．．", "%EF%BC%8E%EF%BC%8E"],
    ["an array without a declared style", ["a", "b"], "a,b"],
    ["an empty element beside another", ["a", ""], "a,"],
    ["empty elements alone, which their delimiter keeps", ["", ""], ","],
    ["dots beside another element", [".", "..", "a"], ".,..,a"],
  ])("writes %s", (_, value, want) => {
    expect(serializePath("/agents/{id}/calls", { id: value })).toBe(`/agents/${want}/calls`);
  });

  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["an empty string", ""],
    ["an object", { id: 1 }],
    ["an empty array", []],
    ["an array of an empty string", [""]],
    ["an array of a dot", ["."]],
    ["an array of undefined", [undefined]],
    ["an array with null", ["a", null]],
    ["a nested array", [["a"]]],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["an invalid Date", new Date(Number.NaN)],
    ["a function", () => "a"],
    ["a symbol", Symbol("a")],
    ["a Map", new Map([["a", 1]])],
    ["a Promise", Promise.resolve("a")],
    ["a lone surrogate", "a\ud800"],
    ["a dot", "."],
    ["two dots", ".."],
    ["an encoded dot", "%2e"],
    ["an encoded dot in capitals", "%2E"],
    ["two encoded dots", "%2e%2E"],
    ["a dot and an encoded one", ".%2e"],
    ["an encoded dot and a dot", "%2e."],
    ["dots encoded twice", "%252e%252e"],
    ["dots encoded thrice", "%25252e."],
  ])("refuses %s, naming parameter and template", (_, value) => {
    const call = () => serializePath("/agents/{id}/calls", { id: value });
    expect(call).toThrow(UsageError);
    expect(call).toThrow('Path parameter "id" of "/agents/{id}/calls"');
  });

  it.each<[string, string, Record<string, unknown>, Record<string, ParameterStyle>]>([
    ["two parameters that make two dots", "/x/{a}.{b}", { a: "%2e", b: "y" }, {}],
    ["a label's own dot and a dot", "/x/{a}", { a: ["."] }, { a: { style: "label", explode: true } }],
    ["an object style of nothing", "/x/{a}", { a: {} }, { a: { style: "matrix", explode: true } }],
    [
      "a label element that holds a dot",
      "/x/{a}",
      { a: ["a.b", "c"] },
      { a: { style: "label", explode: true } },
    ],
    ["a dot beside a literal dot", "/x/.{a}", { a: "." }, {}],
    ["a literal climb", "/x/../y", {}, {}],
    ["a literal climb beside a parameter", "/x/%2e%2E/{a}", { a: "y" }, {}],
    ["a literal dot at the end", "/x/.", {}, {}],
  ])("refuses %s", (_, template, values, styles) => {
    expect(() => serializePath(template, values, writers(styles))).toThrow(UsageError);
  });

  it.each<[ParameterStyle, unknown, string]>([
    [{ style: "matrix" }, "", ";color"],
    [{ style: "matrix" }, [""], ";color"],
    [{ style: "matrix" }, ["a", ""], ";color=a,"],
    [{ style: "matrix", explode: true }, ["a", ""], ";color=a;color"],
    [{ style: "matrix", explode: true }, { R: "", G: 1 }, ";R;G=1"],
    [{ style: "label" }, ["a", ""], ".a,"],
    [{ style: "label", explode: true }, ["", "a", ""], "..a."],
    [{ style: "simple", explode: true }, { R: "" }, "R="],
  ])("%o writes what is empty in %j as %s (RFC 6570, 3.2)", (style, value, want) => {
    expect(serializePath("/x/{color}/y", { color: value }, { color: pathParameter(style) })).toBe(
      `/x/${want}/y`,
    );
  });

  it.each<[ParameterStyle, unknown]>([
    [{ style: "label" }, ""],
    [{ style: "label" }, [""]],
    [{ style: "label", explode: true }, ["", ""]],
    [{ style: "simple", explode: true }, [""]],
    [{ style: "matrix" }, []],
    [{ style: "matrix", explode: true }, {}],
  ])("%o refuses %j, which would lose the segment", (style, value) => {
    expect(() => serializePath("/x/{color}/y", { color: value }, { color: pathParameter(style) })).toThrow(
      /would (?:go|lead) to another resource/,
    );
  });

  it("keeps literals as they are", () => {
    expect(serializePath("/leads:upsert", {})).toBe("/leads:upsert");
    expect(serializePath("/v1/{id}:archive", { id: "a:b" })).toBe("/v1/a%3Ab:archive");
  });

  it("looks at own values only", () => {
    expect(() => serializePath("/{constructor}", {})).toThrow(UsageError);
    expect(() => serializePath("/{__proto__}", {})).toThrow(UsageError);
    expect(serializePath("/{__proto__}", JSON.parse('{"__proto__":"x"}'))).toBe("/x");
  });

  it("names a template's parameters", () => {
    expect(pathParameterNames("/programs/{programId}/links/{id}")).toEqual(["programId", "id"]);
    expect(pathParameterNames("/leads")).toEqual([]);
  });

  it("never leaves the template, whatever the values and styles", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({
        unit: fc.constantFrom(".", "/", "\\", "%", "2", "5", "e", "E", "F", "?", "#", ";", "\t", "\n", "@"),
      }),
    );
    const value = fc.oneof(
      nasty,
      fc.array(nasty),
      fc.dictionary(nasty, nasty),
      fc.double(),
      fc.bigInt(),
      fc.boolean(),
    );
    const style = fc.record({
      style: fc.constantFrom("simple" as const, "label" as const, "matrix" as const),
      explode: fc.boolean(),
    });
    fc.assert(
      fc.property(value, value, style, style, (a, b, styleA, styleB) => {
        let path: string;
        try {
          path = serializePath("/v1/{a}/x/{b}/end", { a, b }, writers({ a: styleA, b: styleB }));
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          return;
        }
        const url = new URL(`https://api.example${path}`);
        expect(url.pathname).toBe(path);
        expect(url.search + url.hash).toBe("");
        const segments = url.pathname.split("/");
        expect(segments).toHaveLength(6);
        expect([segments[1], segments[3], segments[5]]).toEqual(["v1", "x", "end"]);
        expect(segments[2]).not.toBe("");
        expect(segments[4]).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });

  it("comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        fc.pre(!/^(\.|%(25)*2e){1,2}$/i.test(text));
        expect(decodeURIComponent(serializePath("/{id}", { id: text }).slice(1))).toBe(text);
      }),
    );
  });

  it.each(["{", "}", "{a", "%25", "%2e", "."])("takes 100 kB of %j in one pass", (piece) => {
    const long = piece.repeat(100_000 / piece.length);
    expect(serializePath("/x/{id}", { id: `${long}!` })).toHaveLength(
      4 + encodeURIComponent(long).length + 2,
    );
    expect(pathParameterNames(`/${long}`)).toEqual([]);
  });
});
