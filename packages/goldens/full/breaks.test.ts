import { describe, expect, it } from "vitest";
import { readDocument } from "../../generator/src/read/read-document.ts";
import { breakMany, sourcesOf } from "../../generator/test/flaws/break-many.ts";
import { typeCheckFiles } from "../../generator/test/support/type-check.ts";
import { documents, pathOf } from "../src/document/documents.ts";

const seed = 2026;
/** The largest takes too long to be made again and again. */
const chosen = documents.filter(({ name }) => name !== "github");

describe("a document in which one thing is broken", () => {
  it.each(chosen.map((one) => [one.name, one] as const))(
    "%s gives a package without what was touched, and says so",
    { timeout: 300_000 },
    async (_, document) => {
      const loaded = await readDocument(pathOf(document));
      const breaks = document.size === "small" ? 10 : 2;
      const { failures, made } = await breakMany(loaded.document, breaks, seed);
      expect(failures).toEqual([]);
      expect(made).toHaveLength(breaks);
      expect(await typeCheckFiles(sourcesOf(made))).toEqual([]);
    },
  );
});
