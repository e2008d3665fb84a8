import type { JsonObject } from "@trunkline/document";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { yamlText } from "../../src/read/yaml-text.ts";

const texts: readonly [string, string][] = [
  ["plain words", "plain words"],
  ["#/components/schemas/A", '"#/components/schemas/A"'],
  ["yes", '"yes"'],
  ["NULL", '"NULL"'],
  ["2024-01-01", '"2024-01-01"'],
  ["1.0", '"1.0"'],
  ["", '""'],
  ["- a", '"- a"'],
  ["a: b", '"a: b"'],
  ["a #b", '"a #b"'],
  ["a ", '"a "'],
  ["a:", '"a:"'],
  ["*a", '"*a"'],
  ["a\u2028b", '"a\\u2028b"'],
  ["a\u202eb", '"a\\u202eb"'],
  ["a\ud800b", '"a\\ud800b"'],
  ["a\u0007b", '"a\\u0007b"'],
  ["été", "été"],
  ["a\nb", "|-\n  a\n  b"],
  ["a\n\n  b\n", "|\n  a\n\n    b"],
  ["a\n\n", '"a\\n\\n"'],
  ["\na", '"\\na"'],
  [" a\nb", '" a\\nb"'],
  ["a\r\nb", '"a\\r\\nb"'],
  ["a\n---\nb", "|-\n  a\n  ---\n  b"],
];

describe("yamlText", () => {
  it.each(texts)("writes %j", (text, want) => {
    expect(yamlText({ key: text })).toBe(`key: ${want}\n`);
    expect(parse(yamlText({ key: text }))).toEqual({ key: text });
  });

  it("writes lists and maps in blocks", () => {
    const value = { a: [], b: {}, c: [[1], { d: null, e: [true] }, {}], f: { g: "h" } };
    expect(yamlText(value)).toBe(
      "a: []\nb: {}\nc:\n  -\n    - 1\n  - d: null\n    e:\n      - true\n  - {}\nf:\n  g: h\n",
    );
  });

  it("writes keys of any length", () => {
    const value = { ["k".repeat(2000)]: { ["\u0000".repeat(400)]: [{ ["l".repeat(2000)]: 1 }] } };
    expect(parse(yamlText(value))).toEqual(value);
  });

  it("is read back as what was written", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."ab \n\t:#-\"'[]{}&*!|>%@`\\\u0085\u2028\ufeff~") }),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("value")),
        tie("object"),
      ),
      object: fc.dictionary(text, tie("value")),
    }));
    fc.assert(
      fc.property(fc.dictionary(text, value), (written) => {
        const plain = JSON.parse(JSON.stringify(written)) as JsonObject;
        expect(parse(yamlText(plain), { version: "1.2" })).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });
});
