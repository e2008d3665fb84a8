import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JsonValue, twinsOf } from "../src/index.ts";

describe("equal items of a list", () => {
  it.each<[name: string, given: readonly JsonValue[], want: readonly [number, number] | undefined]>([
    ["none", [], undefined],
    ["different kinds", [1, "1", true, "true", null, "null", [], {}, "[]", "{}", 0, ""], undefined],
    ["numbers of two spellings", [1, 2, 1.0], [0, 2]],
    ["a zero with a sign", [0, -0], [0, 1]],
    [
      "members in another order",
      [
        { a: 1, b: [{ c: 1, d: 2 }] },
        { b: [{ d: 2, c: 1 }], a: 1 },
      ],
      [0, 1],
    ],
    [
      "items in another order",
      [
        [1, 2],
        [2, 1],
      ],
      undefined,
    ],
    [
      "names like numbers",
      [
        { 2: 1, 10: 2, a: 3 },
        { a: 3, 10: 2, 2: 1 },
      ],
      [0, 1],
    ],
    [
      "names of an object's own",
      JSON.parse('[{"__proto__":{"a":1}},{"__proto__":{"a":2}},{},{"constructor":1},{"toString":1}]'),
      undefined,
    ],
    ["a text that looks like another", [{ a: "1,b" }, { a: "1", b: "" }, '{"a":1}', { a: 1 }], undefined],
  ])("%s", (_, given, want) => {
    expect(twinsOf(given)).toEqual(want);
  });

  it("are found as by comparing each with all others", () => {
    const item = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(fc.array(fc.oneof(item, fc.constantFrom(0, "0", "a", [], {}, { a: 1 }))), (given) => {
        const items = JSON.parse(JSON.stringify(given)) as JsonValue[];
        const isTwin = items.some((one, at) =>
          items.slice(0, at).some((other) => isDeepStrictEqual(one, other)),
        );
        expect(twinsOf(items) !== undefined).toBe(isTwin);
      }),
    );
  });
});
