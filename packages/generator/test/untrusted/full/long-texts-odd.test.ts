import { describe, it } from "vitest";
import { expectBounded } from "../expect-bounded.ts";
import { longTexts } from "../huge-documents.ts";

// Each second one: a file of tests is a process, and all of them in one would run long after the others.
const names = Object.keys(longTexts).filter((_, index) => index % 2 === 1);

describe("a document ends in a package or in a clear error, within seconds", () => {
  it.each(names)(
    "%s",
    async (name) => {
      await expectBounded((longTexts[name] as () => string)());
    },
    90_000,
  );
});
