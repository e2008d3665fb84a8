import { describe, expect, it } from "vitest";
import { expectBounded } from "../expect-bounded.ts";
import { documents, endless } from "../huge-documents.ts";

/** Seconds for what only the limit ends: another limit tells no more. */
const SHORT = 2;

describe("a document ends in a package or in a clear error, within seconds", () => {
  it.each(Object.keys(documents))(
    "%s",
    async (name) => {
      const limit = endless.has(name) ? SHORT : undefined;
      const error = await expectBounded((documents[name] as () => string)(), limit);
      if (limit !== undefined) expect(String(error)).toContain(`more than ${limit} seconds of computing`);
    },
    90_000,
  );
});
