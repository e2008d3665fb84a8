import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growthBetween, MOST, TIMES } from "../../house/growth/measure.ts";
import { exactAt, type Lost, parseJSON, tellLost } from "../src/exact-json.ts";
import { readExact } from "../src/pointer.ts";

const BIG = "9007199254740993";

/** Each integer that a text has beyond 2^53, by its pointer. */
function exactOf(text: string): Record<string, bigint> {
  const found: Record<string, bigint> = {};
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      const digits = exactAt(value, key);
      if (digits !== undefined) found[`${pointer}/${key}`] = digits;
      walk(member, `${pointer}/${key}`);
    }
  };
  walk(parseJSON(text), "");
  return found;
}

describe("parseJSON", () => {
  it.each<[string, Record<string, bigint>]>([
    [BIG, { "/0": 9007199254740993n }],
    [`-${BIG}`, { "/0": -9007199254740993n }],
    [` [ ${BIG} , 1 ] `, { "/0/0": 9007199254740993n }],
    [`{"a":{"b":[1,${BIG}]}}`, { "/0/a/b/1": 9007199254740993n }],
    [
      `{"__proto__":${BIG},"constructor":-${BIG}}`,
      { "/0/__proto__": 9007199254740993n, "/0/constructor": -9007199254740993n },
    ],
    ["18446744073709551615", { "/0": 18446744073709551615n }],
    ["9007199254740992", { "/0": 9007199254740992n }],
    ["9007199254740991", {}],
    ["-9007199254740991", {}],
    [`"${BIG}"`, {}],
    [`{"${BIG}":"${BIG}"}`, {}],
    [`"\\"${BIG}"`, {}],
    [`["\\\\",${BIG},"\\\\\\"",${BIG}]`, { "/0/1": 9007199254740993n, "/0/3": 9007199254740993n }],
    [`["${BIG}",${BIG}]`, { "/0/1": 9007199254740993n }],
    [`0.${BIG}`, {}],
    [`${BIG}.5`, {}],
    [`[${BIG}.0,-${BIG}.000]`, { "/0/0": 9007199254740993n, "/0/1": -9007199254740993n }],
    [`{"9.0":${BIG}.01,"a":1.0}`, {}],
    [`${BIG}e2`, {}],
    [`1e-${"0".repeat(20)}1`, {}],
    [`-1.5E+0000000000000000001`, {}],
  ])("remembers what %s holds beyond 2^53", (text, want) => {
    expect(exactOf(text)).toEqual(want);
    expect(parseJSON(text)).toEqual([JSON.parse(text)]);
  });

  it.each([
    `{${BIG}:1}`,
    `{${BIG} :1}`,
    `0${BIG}`,
    `+${BIG}`,
    `--${BIG}`,
    `${BIG}x`,
    `${BIG}.0x`,
    `${BIG}.`,
    `{${BIG}.0:1}`,
    `${BIG} ${BIG}`,
    `[${BIG}`,
    `["${BIG}]`,
    `${BIG}n`,
    `.${BIG}`,
    `${BIG}.`,
    `["a\\",${BIG}]`,
  ])("refuses %s as JSON.parse does", (text) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(() => parseJSON(text)).toThrow(SyntaxError);
  });

  it("gives what JSON.parse gives, of any value, and each integer as it was written", () => {
    const digits = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
    const leaf = fc.oneof(
      digits.map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
      fc
        .string({ unit: fc.constantFrom("9", '"', "\\", ",", ":", "é", "\n", "0123456789012345678") })
        .map((value) => JSON.stringify(value)),
    );
    const text = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("value")).map((items) => `[${items.join(" ,")}]`),
        // What becomes of a name that is there twice is not said (RFC 8259, section 4).
        fc
          .uniqueArray(fc.tuple(fc.string({ unit: fc.constantFrom("9", "a", '"', "\\") }), tie("value")), {
            selector: ([name]) => name,
          })
          .map((members) => `{${members.map(([name, one]) => `${JSON.stringify(name)} :${one}`).join(",")}}`),
      ),
    })).value;
    fc.assert(
      fc.property(text, (one) => {
        expect(parseJSON(one)).toEqual([JSON.parse(one)]);
      }),
    );
    fc.assert(
      fc.property(fc.array(digits), (all) => {
        const value = parseJSON(`[${all.join(",")}]`)[0] as unknown[];
        expect(value.map((one, index) => exactAt(value, String(index)) ?? BigInt(one as number))).toEqual(
          all,
        );
      }),
    );
  });

  it("tells once of digits that are lost, and of none where a number holds them", () => {
    const told = (text: string): string[] => {
      const keys: string[] = [];
      const lost: Lost[] = [];
      parseJSON(text, lost);
      tellLost(lost, (key) => keys.push(key));
      return keys;
    };
    expect(told(`{"a":9007199254740992,"b":[1]}`)).toEqual([]);
    expect(told(`{"a":${BIG},"b":[${BIG}]}`)).toEqual(["a"]);
  });

  it.each<[string, (pieces: number) => string]>([
    ["texts", (pieces) => `[${'"\\\\\\"\\"",'.repeat(pieces)}1]`],
    ["big numbers", (pieces) => `[${`${BIG},`.repeat(pieces)}1]`],
    ["texts of digits", (pieces) => `[${`"${"9".repeat(40)}",`.repeat(pieces)}1]`],
    ["fractions", (pieces) => `[${`0.${"1".repeat(40)},`.repeat(pieces)}1]`],
    ["a long text", (pieces) => `["${"\\\\".repeat(40 * pieces)}",${BIG}]`],
    ["a long fraction", (pieces) => `[0.${"1".repeat(40 * pieces)}]`],
  ])("takes time that grows with %s", async (_, text) => {
    const given = (pieces: number) => () => parseJSON(text(pieces));
    expect(await growthBetween(given(6000), given(6000 * TIMES))).toBeLessThanOrEqual(MOST);
  });
});

describe("readExact", () => {
  it.each<[string, string, unknown]>([
    [`{"next":${BIG}}`, "/next", 9007199254740993n],
    [`{"a":[{"b":${BIG}}]}`, "/a/0/b", 9007199254740993n],
    ['{"next":5}', "/next", 5],
    ['{"next":"5"}', "/next", "5"],
    ["{}", "/next", undefined],
    ["null", "/next", undefined],
  ])("reads %s at %s as %s", (text, pointer, want) => {
    expect(readExact(parseJSON(text)[0], pointer)).toBe(want);
  });
});
