import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonBody } from "../src/bodies/json-body.ts";
import { UsageError } from "../src/errors/usage-error.ts";
import { jsonText } from "../src/values/json-text.ts";

const write = (value: unknown) => jsonText(value, "The request body");

function cyclic(): unknown {
  const object: Record<string, unknown> = { list: [] };
  (object.list as unknown[]).push({ back: object });
  return object;
}

function nested(depth: number): unknown {
  let value: unknown = "x";
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

describe("jsonText", () => {
  it.each<[string, unknown, string]>([
    ["a text", 'é\u2028\n"\\', JSON.stringify('é\u2028\n"\\')],
    ["a lone surrogate, escaped", "\ud800", '"\\ud800"'],
    ["null", null, "null"],
    ["an empty object and array", { a: {}, b: [] }, '{"a":{},"b":[]}'],
    ["undefined members left out", { a: undefined, b: 1 }, '{"b":1}'],
    ["a bigint with all its digits", { id: 2n ** 70n }, '{"id":1180591620717411303424}'],
    ["minus zero", -0, "0"],
    ["a big number", 1e21, "1e+21"],
    ["a Date", { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
    ["a URL", new URL("https://a.example/b"), '"https://a.example/b"'],
    ["toJSON with the member's name", { a: { toJSON: (key: string) => `<${key}>` } }, '{"a":"<a>"}'],
    [
      "an instance of a class",
      new (class Lead {
        name = "x";
      })(),
      '{"name":"x"}',
    ],
    ["an object without prototype", Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    [
      "__proto__ as an ordinary member",
      JSON.parse('{"__proto__":1,"constructor":2}'),
      '{"__proto__":1,"constructor":2}',
    ],
    ["one object twice, which is not a cycle", ((part) => [part, part])({ a: 1 }), '[{"a":1},{"a":1}]'],
    [
      "__proto__ with members of its own",
      JSON.parse('{"__proto__":{"a":[{"b":null}]},"c":{"__proto__":{"d":1}}}'),
      '{"__proto__":{"a":[{"b":null}]},"c":{"__proto__":{"d":1}}}',
    ],
    ["a Date of another realm", [runInNewContext("new Date(0)")], '["1970-01-01T00:00:00.000Z"]'],
    [
      "a Date with a text of its own",
      [Object.assign(new Date(0), { toJSON: () => "now" }), new Date(0)],
      '["now","1970-01-01T00:00:00.000Z"]',
    ],
    ["what inherits members, without them", { a: Object.create({ b: 1 }, {}) }, '{"a":{}}'],
    [
      "a bigint beside plain values",
      [{ a: [1, "x", null] }, 7n, { b: true }],
      '[{"a":[1,"x",null]},7,{"b":true}]',
    ],
    ["a thousand levels", nested(1000), `${"[".repeat(1000)}"x"${"]".repeat(1000)}`],
  ])("writes %s", (_, value, want) => {
    expect(write(value)).toBe(want);
  });

  it.each<[string, unknown, string]>([
    ["undefined", undefined, "The request body is undefined"],
    ["undefined in an array", { tags: ["a", undefined] }, "The request body at /tags/1 is undefined"],
    ["a hole in an array", new Array(1), "at /0 is undefined"],
    ["NaN", { a: Number.NaN }, "at /a is NaN"],
    ["Infinity", [Number.POSITIVE_INFINITY], "at /0 is Infinity"],
    ["a function", { a: { b: () => 1 } }, "at /a/b is a function"],
    ["a symbol", { a: Symbol("x") }, "at /a is a symbol"],
    ["a Map", { a: new Map() }, "at /a is an object of type Map"],
    ["a Set", { a: new Set() }, "at /a is an object of type Set"],
    ["a Blob", { a: new Blob([]) }, "at /a is an object of type Blob"],
    ["FormData", new FormData(), "an object of type FormData"],
    ["a stream", { a: new ReadableStream() }, "an object of type ReadableStream"],
    ["bytes", { a: new Uint8Array(1) }, "at /a is an object of type Uint8Array"],
    ["a Buffer", { a: Buffer.from("x") }, "at /a is an object of type Uint8Array"],
    ["a literal that says it is something else", { a: { [Symbol.toStringTag]: "Lead" } }, "of type Lead"],
    ["a boxed number", { a: Object(1) }, "at /a is an object of type Number"],
    [
      "an array with a hole after plain values",
      { a: Object.assign(new Array(3), { 0: 1 }) },
      "at /a/1 is undefined",
    ],
    ["an Error", { a: new Error("x") }, "at /a is an object of type Error"],
    ["a Promise", { a: Promise.resolve(1) }, "at /a is a Promise (is an `await` missing?)"],
    ["an invalid Date", { a: new Date(Number.NaN) }, "at /a is an invalid Date"],
    ["a cycle", cyclic(), "at /list/0/back refers back to an object that contains it"],
    ["too many levels", nested(1001), "nested more than 1000 levels deep"],
    ["names with slash and tilde", { "a/b~c": Number.NaN }, "at /a~1b~0c is NaN"],
  ])("refuses %s", (_, value, message) => {
    expect(() => write(value)).toThrow(UsageError);
    expect(() => write(value)).toThrow(message);
  });

  it("agrees with JSON.stringify on every JSON value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(write(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it("asks toJSON once", () => {
    let asked = 0;
    const toJSON = (): number => ++asked;
    expect(write([{ a: 1 }, { b: { toJSON } }])).toBe('[{"a":1},{"b":1}]');
    expect(asked).toBe(1);
  });

  it("loses nothing of what is mixed with what it writes by the fast way", () => {
    const odd = fc.constantFrom<[unknown, unknown]>(
      [2n ** 60n, 2 ** 60],
      [new Date(0), "1970-01-01T00:00:00.000Z"],
      [new URL("https://a.example/"), "https://a.example/"],
      [
        new (class Lead {
          name = "x";
        })(),
        { name: "x" },
      ],
    );
    const leaf = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }).map((value): [unknown, unknown] => [value, value]),
      odd,
    );
    const row = fc.dictionary(fc.string(), leaf, { maxKeys: 5 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const side = (at: 0 | 1): unknown =>
          rows.map((one) => Object.fromEntries(Object.entries(one).map(([name, pair]) => [name, pair[at]])));
        expect(JSON.parse(write(side(0)))).toEqual(JSON.parse(JSON.stringify(side(1))));
      }),
    );
  });

  it("reads every member once and changes nothing", () => {
    let reads = 0;
    const value = Object.freeze({
      get a() {
        reads++;
        return [1];
      },
    });
    expect(write(value)).toBe('{"a":[1]}');
    expect(reads).toBe(1);
  });
});

describe("jsonBody", () => {
  it("is repeatable and says what it is", () => {
    expect(jsonBody({ a: 1 })).toEqual({
      body: '{"a":1}',
      contentType: "application/json",
      repeatable: true,
    });
  });
});
