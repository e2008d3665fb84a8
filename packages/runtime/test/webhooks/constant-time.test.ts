import { expect, it } from "vitest";
import { isSameText } from "../../src/webhooks/signature.ts";

/** A text that tells which of its characters were looked at. */
function watched(text: string, seen: number[]): string {
  const spy = {
    length: text.length,
    charCodeAt(at: number): number {
      seen.push(at);
      return text.charCodeAt(at);
    },
  };
  return spy as unknown as string;
}

const wanted = "v1,0123456789abcdef";
const indices = [...wanted].map((_, index) => index);

it.each([
  ["the same", wanted, true],
  ["another first character", `x${wanted.slice(1)}`, false],
  ["another last character", `${wanted.slice(0, -1)}x`, false],
  ["another one in the middle", wanted.replace("5", "x"), false],
  ["nothing in common", "x".repeat(wanted.length), false],
  ["shorter", wanted.slice(0, 3), false],
  ["empty", "", false],
  ["longer", `${wanted}0`, false],
  ["a zero character in place of the end", `${wanted.slice(0, -1)}\0`, false],
  ["the same and a zero character", `${wanted}\0`, false],
])("looks at every character of both, in order, whatever differs: %s", (_, given, want) => {
  const seen: number[] = [];
  const seenOfWanted: number[] = [];
  expect(isSameText(watched(given, seen), watched(wanted, seenOfWanted))).toBe(want);
  expect(seen).toEqual(indices);
  expect(seenOfWanted).toEqual(indices);
});
