import { describe, expect, it } from "vitest";
import {
  formatPointer,
  type JsonValue,
  parsePointer,
  unreachable,
  valueAt,
  withValueAt,
} from "../src/index.ts";

describe("JSON pointers", () => {
  const value = { a: [{ "b/c": 1 }, 2], "~": null, __proto__x: 3 };
  it.each<[string, JsonValue | undefined]>([
    ["", value],
    ["/a/0/b~1c", 1],
    ["/a/1", 2],
    ["/~0", null],
    ["/a/length", undefined],
    ["/constructor", undefined],
    ["/a/0/none/more", undefined],
  ])("%j finds %j", (pointer, want) => {
    expect(valueAt(value, pointer)).toEqual(want);
  });

  it("are refused where they are malformed", () => {
    expect([parsePointer("a"), parsePointer("/~2"), parsePointer("/")]).toEqual([undefined, undefined, [""]]);
  });

  it("are written as they are read", () => {
    expect(formatPointer(["a", 0, "b/c~"])).toBe("/a/0/b~1c~0");
  });

  it.each<[string, unknown, JsonValue]>([
    ["/a/1", 9, { ...value, a: [{ "b/c": 1 }, 9] }],
    ["/new/deep", 1, { ...value, new: { deep: 1 } }],
    ["/a", undefined, { "~": null, __proto__x: 3 }],
    ["", 7, 7],
  ])("%j takes a value, in a copy", (pointer, by, want) => {
    expect(withValueAt(value, pointer, by)).toEqual(want);
    expect(value.a).toHaveLength(2);
  });
});

it("says what it does not know", () => {
  expect(() => unreachable("token" as never)).toThrow('Nothing is known of "token"');
});
