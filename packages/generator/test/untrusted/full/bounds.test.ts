import { describe, it } from "vitest";
import { expectBounded } from "../expect-bounded.ts";
import { documents } from "../huge-documents.ts";

describe("a document ends in a package or in a clear error, within seconds", () => {
  it.each(Object.keys(documents))(
    "%s",
    async (name) => {
      await expectBounded((documents[name] as () => string)());
    },
    90_000,
  );
});
