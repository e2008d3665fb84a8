import { describe, it } from "vitest";
import { expectBounded } from "./expect-bounded.ts";
import { longTexts } from "./huge-documents.ts";

/**
 * The tests of each second long text. A file of tests is a process, and all of them in one would run long after the others.
 *
 * @param from the first of them: 0 or 1
 */
export function longTextTests(from: 0 | 1): void {
  const own = Object.entries(longTexts).filter((_, index) => index % 2 === from);
  describe("a document ends in a package or in a clear error, within seconds", () => {
    it.each(own)("%s", async (_, make) => void (await expectBounded(make())), 90_000);
  });
}
