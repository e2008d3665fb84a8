import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../src/errors/usage-error.ts";
import type { Parameter } from "../src/operation.ts";
import { serializeQuery } from "../src/parameters/address.ts";
import { type QueryParameterOptions, queryParameter } from "../src/parameters/query.ts";

type Style = Omit<QueryParameterOptions, "name">;

const ARRAY = ["blue", "black", "brown"];
const OBJECT = { R: 100, G: 200, B: 150 };

// https://spec.openapis.org/oas/v3.1.1#style-examples
const STYLE_EXAMPLES: [Style, unknown, string][] = [
  [{ style: "form", explode: false }, "", "color="],
  [{ style: "form", explode: false }, "blue", "color=blue"],
  [{ style: "form", explode: false }, ARRAY, "color=blue,black,brown"],
  [{ style: "form", explode: false }, OBJECT, "color=R,100,G,200,B,150"],
  [{ style: "form", explode: true }, "", "color="],
  [{ style: "form", explode: true }, "blue", "color=blue"],
  [{ style: "form", explode: true }, ARRAY, "color=blue&color=black&color=brown"],
  [{ style: "form", explode: true }, OBJECT, "R=100&G=200&B=150"],
  [{ style: "spaceDelimited", explode: false }, ARRAY, "color=blue%20black%20brown"],
  [{ style: "spaceDelimited", explode: false }, OBJECT, "color=R%20100%20G%20200%20B%20150"],
  [{ style: "pipeDelimited", explode: false }, ARRAY, "color=blue%7Cblack%7Cbrown"],
  [{ style: "pipeDelimited", explode: false }, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"],
  [{ style: "deepObject", explode: true }, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
];

const cycle: Record<string, unknown> = {};
cycle.self = cycle;

const write = (value: unknown, style: Style = {}) =>
  serializeQuery({ color: value }, [
    Object.keys(style).length === 0 ? "color" : queryParameter({ name: "color", ...style }),
  ]);

describe("serializeQuery", () => {
  it.each(STYLE_EXAMPLES)("%o writes %j as %s", (style, value, want) => {
    expect(write(value, style)).toBe(want);
  });

  it.each<[string, unknown, Style, string]>([
    ["undefined is left out", undefined, {}, ""],
    ["null is the empty string", null, {}, "color="],
    ["null in an array is the empty string", ["a", null], {}, "color=a&color="],
    ["null as a deep member is the empty string", { a: null }, { style: "deepObject" }, "color%5Ba%5D="],
    ["undefined elements and members are left out", ["a", undefined], {}, "color=a"],
    [
      "an undefined deep member is left out",
      { a: 1, b: undefined },
      { style: "deepObject" },
      "color%5Ba%5D=1",
    ],
    ["an object of nothing writes nothing", {}, {}, ""],
    ["an object of undefined writes nothing", { a: undefined }, { style: "deepObject" }, ""],
    ["an empty array shares one empty pair", [], { explode: false }, "color="],
    ["an empty array of single pairs is left out", [], {}, ""],
    ["an empty array of single pairs in a style of its own is left out", [], { explode: true }, ""],
    ["an empty array of exploded pipes is left out", [], { style: "pipeDelimited", explode: true }, ""],
    ["an array of undefined alone is left out", [undefined], {}, ""],
    [
      "an empty list within a deep object is left out",
      { a: [], b: 1 },
      { style: "deepObject", lists: "indices" },
      "color%5Bb%5D=1",
    ],
    [
      "a list by empty brackets",
      ["a", "b"],
      { style: "deepObject", lists: "brackets" },
      "color%5B%5D=a&color%5B%5D=b",
    ],
    [
      "a list by its indices",
      ["a", "b"],
      { style: "deepObject", lists: "indices" },
      "color%5B0%5D=a&color%5B1%5D=b",
    ],
    [
      "lists and objects within a deep object",
      { a: { b: ["x", 2n], c: new Date(0) }, d: null },
      { style: "deepObject", lists: "brackets" },
      "color%5Ba%5D%5Bb%5D%5B%5D=x&color%5Ba%5D%5Bb%5D%5B%5D=2&color%5Ba%5D%5Bc%5D=1970-01-01T00%3A00%3A00.000Z&color%5Bd%5D=",
    ],
    [
      "objects in a list by its indices",
      [{ a: 1 }, { a: ["é"] }],
      { style: "deepObject", lists: "indices" },
      "color%5B0%5D%5Ba%5D=1&color%5B1%5D%5Ba%5D%5B0%5D=%C3%A9",
    ],
    ["a Date", new Date(0), {}, "color=1970-01-01T00%3A00%3A00.000Z"],
    ["Dates in an array", [new Date(0)], { explode: false }, "color=1970-01-01T00%3A00%3A00.000Z"],
    ["a bigint", 9007199254740993n, {}, "color=9007199254740993"],
    ["false", false, {}, "color=false"],
    ["zero", 0, {}, "color=0"],
    ["what ends or splits a query", "a&b=c#d+e %[]", {}, "color=a%26b%3Dc%23d%2Be%20%25%5B%5D"],
    ["a comma is told from the delimiter", ["a,b", "c"], { explode: false }, "color=a%2Cb,c"],
    ["form is exploded unless said otherwise", ["a", "b"], { style: "form" }, "color=a&color=b"],
    ["pipes are not", ["a", "b"], { style: "pipeDelimited" }, "color=a%7Cb"],
    [
      "exploded pipes are like form",
      ["a", "b"],
      { style: "pipeDelimited", explode: true },
      "color=a&color=b",
    ],
    ["a single value in a delimited style", "a", { style: "spaceDelimited" }, "color=a"],
    [
      "reserved characters where allowed",
      "https://a.example/b?c=d,e;f",
      { allowReserved: true },
      "color=https://a.example/b?c=d,e;f",
    ],
    [
      "what would end the query even so",
      "a&b#c+d[e]%",
      { allowReserved: true },
      "color=a%26b%23c%2Bd%5Be%5D%25",
    ],
    ["triplets where reserved is allowed", "a%2Fb%zz", { allowReserved: true }, "color=a%2Fb%25zz"],
    [
      "JSON",
      { a: [1, "é"], b: null },
      { content: "application/json" },
      `color=${encodeURIComponent('{"a":[1,"é"],"b":null}')}`,
    ],
    ["null in JSON", null, { content: "application/json" }, "color=null"],
    [
      "an instance of a class",
      new (class Range {
        from = 1;
      })(),
      { style: "deepObject" },
      "color%5Bfrom%5D=1",
    ],
  ])("%s", (_, value, style, want) => {
    expect(write(value, style)).toBe(want);
  });

  it.each<[string, unknown, Style]>([
    ["an empty array of single pairs that is required", [], { required: true }],
    ["an array of undefined alone that is required", [undefined], { required: true }],
    ["an object of nothing that is required", {}, { required: true }],
    [
      "an empty list of lists that is required",
      [],
      { style: "deepObject", lists: "brackets", required: true },
    ],
    ["an object in a list of empty brackets", { a: [{ b: 1 }] }, { style: "deepObject", lists: "brackets" }],
    ["a list in a list of empty brackets", [["a"]], { style: "deepObject", lists: "brackets" }],
    ["a Map in a deep object", { a: new Map() }, { style: "deepObject", lists: "indices" }],
    ["an object in an object", { a: { b: 1 } }, {}],
    ["an object in a deep object", { a: { b: 1 } }, { style: "deepObject" }],
    ["an array in a deep object", { a: ["b"] }, { style: "deepObject" }],
    ["an object in an array", [{ a: 1 }], {}],
    ["an array in an array", [["a"]], { explode: false }],
    ["a text as a deep object", "a", { style: "deepObject" }],
    ["an array as a deep object", ["a"], { style: "deepObject" }],
    ["a cycle in a deep object", cycle, { style: "deepObject", lists: "indices" }],
    ["null as a deep object", null, { style: "deepObject" }],
    ["a pipe within pipes", ["a|b", "c"], { style: "pipeDelimited" }],
    ["a space within spaces", ["a b", "c"], { style: "spaceDelimited" }],
    ["a raw comma within commas", ["a,b", "c"], { explode: false, allowReserved: true }],
    ["a member's name that holds the delimiter", { "a|b": 1 }, { style: "pipeDelimited" }],
    ["NaN", Number.NaN, {}],
    ["Infinity in JSON", { a: Number.POSITIVE_INFINITY }, { content: "application/json" }],
    ["an invalid Date", new Date("x"), {}],
    ["a function", () => 1, {}],
    ["a symbol", Symbol("a"), {}],
    ["a Map", new Map([["a", 1]]), {}],
    ["a Set", new Set(["a"]), {}],
    ["a Blob", new Blob(["a"]), {}],
    ["bytes", new Uint8Array(2), {}],
    ["a Buffer", Buffer.from("ab"), {}],
    ["a Promise", Promise.resolve("a"), {}],
    ["URLSearchParams", new URLSearchParams("a=b"), {}],
    ["a lone surrogate", "\udc00", {}],
  ])("refuses %s, naming the parameter", (_, value, style) => {
    expect(() => write(value, style)).toThrow(UsageError);
    expect(() => write(value, style)).toThrow('Query parameter "color"');
  });

  it("writes a parameter without a style of its own as the declared default does", () => {
    const text = fc.string({ unit: "grapheme" });
    const values = fc.oneof(text, fc.constant(null), fc.integer(), fc.array(text), fc.dictionary(text, text));
    const written = (parameters: readonly (string | Parameter)[], value: unknown) => {
      try {
        return serializeQuery({ "a b": value }, parameters);
      } catch (error) {
        return (error as Error).message;
      }
    };
    fc.assert(
      fc.property(values, (value) => {
        expect(written(["a b"], value)).toBe(written([queryParameter({ name: "a b" })], value));
      }),
    );
  });

  it("points at the nested place", () => {
    expect(() => write([1, { a: 1 }])).toThrow('Query parameter "color"[1] is an object');
    expect(() => write({ a: Promise.resolve() })).toThrow("is an `await` missing?");
  });

  it("writes undeclared names as exploded form, in the order given, and encodes names", () => {
    expect(serializeQuery({ b: [1, 2], "a b&": "x", c: undefined })).toBe("b=1&b=2&a%20b%26=x");
  });

  it("leaves no empty pair where a value writes nothing", () => {
    expect(serializeQuery({ a: 1, filter: {}, b: 2 })).toBe("a=1&b=2");
  });

  it("is safe with names from Object.prototype", () => {
    expect(serializeQuery(JSON.parse('{"__proto__":"x","constructor":"y"}'))).toBe(
      "__proto__=x&constructor=y",
    );
  });

  it("comes back as it was, by form", () => {
    const text = fc.string({ unit: "grapheme" });
    const values = fc.dictionary(text, fc.oneof(text, fc.array(text, { minLength: 1 })));
    fc.assert(
      fc.property(values, (given) => {
        const read = new URL(`https://a.example/?${serializeQuery(given)}`).searchParams;
        expect([...new Set(read.keys())].sort()).toEqual(Object.keys(given).sort());
        for (const [name, value] of Object.entries(given)) expect(read.getAll(name)).toEqual([value].flat());
      }),
    );
  });

  it.each<[string, Style, string]>([
    ["form", { explode: false }, ","],
    ["spaceDelimited", { style: "spaceDelimited" }, "%20"],
    ["pipeDelimited", { style: "pipeDelimited" }, "%7C"],
  ])("comes back as it was or is refused, by %s", (_, style, delimiter) => {
    const text = fc.string({ unit: fc.constantFrom("a", "|", ",", " ", "%", "2", "7", "C", "é", "&", "=") });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (items) => {
        let query: string;
        try {
          query = write(items, style);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          return;
        }
        expect(query.slice("color=".length).split(delimiter).map(decodeURIComponent)).toEqual(items);
      }),
    );
  });

  it("comes back as it was, by deepObject", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })),
        (given) => {
          const read = new URLSearchParams(write(given, { style: "deepObject" }));
          expect(Object.fromEntries(read)).toEqual(
            Object.fromEntries(Object.entries(given).map(([key, value]) => [`color[${key}]`, value])),
          );
        },
      ),
    );
  });

  it("keeps a query one query, even where reserved characters are allowed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const url = new URL(`https://a.example/p?${write(text, { allowReserved: true })}&last=1`);
        expect(url.pathname + url.hash).toBe("/p");
        expect([...url.searchParams.keys()]).toEqual(["color", "last"]);
      }),
    );
  });

  it.each(["%", "%2", "%25", "&", "é", "|"])("takes 100 kB of %j in one pass", (piece) => {
    const long = piece.repeat(100_000 / piece.length);
    expect(decodeURIComponent(write(long).slice(6))).toBe(long);
    expect(write(long, { allowReserved: true }).length).toBeGreaterThan(99_000);
  });
});
