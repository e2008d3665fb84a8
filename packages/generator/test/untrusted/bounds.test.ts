import { describe, expect, it } from "vitest";
import { expectBounded } from "./expect-bounded.ts";
import { documents } from "./huge-documents.ts";

const text = (name: string): string => (documents[name] as () => string)();

// What is quick to refuse; all of them take minutes.
describe("a document that is too large or too intricate ends in a clear error", () => {
  it.each<[string, RegExp]>([
    ["aliases that multiply", /yaml-aliases: YAML aliases add more than 100000 values/],
    ["depth in JSON", /too-deep/],
  ])("%s", async (name, code) => {
    expect(String(await expectBounded(text(name)))).toMatch(code);
  });

  it("stops a run that takes longer than is allowed", async () => {
    const error = await expectBounded(text("a pattern that backtracks"), 1.5);
    expect(String(error)).toMatch(/too-large: .* more than 1\.5 seconds of computing/);
  });
});
