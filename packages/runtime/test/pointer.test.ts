import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../src/errors/usage-error.ts";
import { readPointer, writePointer } from "../src/pointer.ts";

// https://www.rfc-editor.org/rfc/rfc6901#section-5
const RFC = {
  foo: ["bar", "baz"],
  "": 0,
  "a/b": 1,
  "c%d": 2,
  "e^f": 3,
  "g|h": 4,
  "i\\j": 5,
  'k"l': 6,
  " ": 7,
  "m~n": 8,
};

describe("readPointer", () => {
  it.each<[string, unknown]>([
    ["", RFC],
    ["/foo", ["bar", "baz"]],
    ["/foo/0", "bar"],
    ["/", 0],
    ["/a~1b", 1],
    ["/c%d", 2],
    ["/e^f", 3],
    ["/g|h", 4],
    ["/i\\j", 5],
    ['/k"l', 6],
    ["/ ", 7],
    ["/m~0n", 8],
    ["/foo/2", undefined],
    ["/foo/-", undefined],
    ["/foo/00", undefined],
    ["/foo/length", undefined],
    ["/foo/0/x", undefined],
    ["/missing/x", undefined],
    ["/constructor", undefined],
    ["/__proto__/toString", undefined],
    ["/foo/0/length", undefined],
  ])("reads %j", (pointer, want) => {
    expect(readPointer(RFC, pointer)).toEqual(want);
  });

  it("reads what a document itself calls __proto__", () => {
    expect(readPointer(JSON.parse('{"__proto__":{"a":1}}'), "/__proto__/a")).toBe(1);
  });

  it.each([undefined, null, 1, "text"])("finds nothing in %j", (document) => {
    expect(readPointer(document, "/0")).toBeUndefined();
  });

  it.each(["foo", "#/foo", "/~", "/~2", "/a~"])("refuses %j", (pointer) => {
    expect(() => readPointer(RFC, pointer)).toThrow(UsageError);
  });
});

describe("writePointer", () => {
  it.each<[unknown, string, unknown]>([
    [{ a: 1 }, "", "x"],
    [{ a: 1 }, "/a", { a: "x" }],
    [{ a: 1 }, "/b", { a: 1, b: "x" }],
    [{}, "/a/b/c", { a: { b: { c: "x" } } }],
    [undefined, "/a", { a: "x" }],
    [null, "/a", { a: "x" }],
    [{ a: [1, { b: 2 }] }, "/a/1/b", { a: [1, { b: "x" }] }],
    [[1], "/-", [1, "x"]],
    [[1], "/1", [1, "x"]],
    [{ a: 1 }, "/a~1b~0c", { a: 1, "a/b~c": "x" }],
  ])("writes into %j at %j", (document, pointer, want) => {
    const before = JSON.stringify(document);
    expect(writePointer(document, pointer, "x")).toEqual(pointer === "" ? "x" : want);
    expect(JSON.stringify(document)).toBe(before);
  });

  it("shares what it does not change", () => {
    const document = { a: { x: 1 }, b: { y: 2 } };
    const copy = writePointer(document, "/a/x", 3) as typeof document;
    expect(copy.b).toBe(document.b);
    expect(document.a.x).toBe(1);
  });

  it("defines __proto__ and constructor as ordinary members", () => {
    const written = writePointer({}, "/__proto__/polluted", 1) as object;
    expect(Object.keys(written)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(written)).toBe(Object.prototype);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(
      Object.hasOwn(writePointer({}, "/constructor/prototype/polluted", 1) as object, "constructor"),
    ).toBe(true);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each<[unknown, string]>([
    [{ a: "text" }, "/a/b"],
    [{ a: 1 }, "/a/b"],
    [[1], "/2"],
    [[1], "/x"],
    [[1], "/01"],
  ])("refuses to write into %j at %j", (document, pointer) => {
    expect(() => writePointer(document, pointer, "x")).toThrow(UsageError);
  });

  it("reads back what it wrote", () => {
    const step = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "~", "/", "~1", "0"));
    fc.assert(
      fc.property(fc.object(), fc.array(step, { minLength: 1, maxLength: 4 }), (document, steps) => {
        const pointer = steps.map((name) => `/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
        let written: unknown;
        try {
          written = writePointer(document, pointer, "x");
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          return;
        }
        expect(readPointer(written, pointer)).toBe("x");
      }),
    );
  });

  it.each(["/", "~0", "/~1", "a"])("takes 100 kB of %j in one pass", (piece) => {
    expect(readPointer({}, `/${piece.repeat(100_000 / piece.length)}`)).toBeUndefined();
  });
});
